using System.Text.Json;
using Xunit;

namespace ReformGraph.Tests.Engine;

/// <summary>An id is the text that the server gave, and no other writing of the number in it.</summary>
public sealed class IdTests(IdTests.Tiny tiny) : IClassFixture<IdTests.Tiny>
{
    private const string Asked =
        "{ byId: bookById(id: ID) { id } eq: books(where: { id: { eq: ID } }) { totalCount } neq: books(where: { id: { neq: ID } }) { " +
        "totalCount } in: books(where: { id: { in: [ID, \"2\"] } }) { totalCount } nin: books(where: { id: { nin: [ID] } }) { totalCount " +
        "} behind: loans(where: { book: { id: { eq: ID } } }) { totalCount } some: authors(where: { written: { some: { id: { eq: ID } } " +
        "} }) { totalCount } all: books { totalCount } }";

    [Theory]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e0")]
    [InlineData("-0")]
    [InlineData("000000000000000000000001")]
    public async Task Another_writing_of_the_number_finds_nothing(string id)
    {
        foreach (var data in await DataAsync(id))
        {
            Assert.Equal(JsonValueKind.Null, data.GetProperty("byId").ValueKind);
            var all = Count("all");
            Assert.Equal((0, all, 1, all, 0, 0), (Count("eq"), Count("neq"), Count("in"), Count("nin"), Count("behind"), Count("some")));

            int Count(string name) => data.GetProperty(name).GetProperty("totalCount").GetInt32();
        }
    }

    [Fact]
    public async Task The_id_itself_finds_its_row()
    {
        foreach (var data in await DataAsync("1"))
        {
            Assert.Equal("1", data.GetProperty("byId").GetProperty("id").GetString());
            Assert.Equal((1, 2), (data.GetProperty("eq").GetProperty("totalCount").GetInt32(),
                data.GetProperty("in").GetProperty("totalCount").GetInt32()));
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("RV-H-001")]
    [InlineData("1.5")]
    [InlineData("0x1")]
    [InlineData("\uFF11")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999999999")]
    public async Task What_is_the_number_of_no_row_at_all_is_refused(string id)
    {
        using var answer = JsonDocument.Parse(await tiny.Engine.AskAsync("query ($id: ID!) { bookById(id: $id) { id } }", new { id }));
        Assert.Equal("ID_MALFORMED", answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private async Task<IEnumerable<JsonElement>> DataAsync(string id)
    {
        var answers = new[]
        {
            await tiny.Engine.AskAsync(Asked.Replace("ID", $"\"{id}\"", StringComparison.Ordinal)),
            await tiny.Engine.AskAsync("query ($id: ID!) " + Asked.Replace("ID", "$id", StringComparison.Ordinal), new { id }),
        };
        return answers.Select(answer => JsonElement.Parse(answer).GetProperty("data"));
    }

    /// <summary>One engine for all.</summary>
    public sealed class Tiny : IDisposable
    {
        internal TinyEngine Engine { get; } = new();

        public void Dispose() => Engine.Dispose();
    }
}
