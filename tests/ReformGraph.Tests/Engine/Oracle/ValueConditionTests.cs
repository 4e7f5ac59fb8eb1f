using System.Text.Json;
using CsCheck;
using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Conditions on what functions make of values, and on two values of a row, against their evaluation in memory.</summary>
[Trait("Kind", "exhaustive")]
public sealed class ValueConditionTests(OracleFixture oracle, PastFixture past) : IClassFixture<OracleFixture>, IClassFixture<PastFixture>
{
    [Theory]
    [InlineData("books", "Book")]
    [InlineData("loans", "Loan")]
    public void A_random_one_finds_the_rows_that_fulfil_it(string collection, string entity) => ValueConditions.Of(collection).Sample(
        condition =>
        {
            var answer = oracle.AskAsync(Document(collection, entity), Variables(condition)).GetAwaiter().GetResult();
            var expected = oracle.Database.Rows.All.Where(row => row.GetType().Name == entity).Where(condition.Holds)
                .Select(row => ReferenceValues.Of(row, "id")!.ToString()!).Order(StringComparer.Ordinal).ToList();
            var found = JsonElement.Parse(answer).TryGetProperty("data", out var data)
                ? data.GetProperty(collection) : throw new Xunit.Sdk.XunitException(answer);
            Assert.Equal(expected, found.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString())
                .Order(StringComparer.Ordinal));
            Assert.Equal(expected.Count, found.GetProperty("totalCount").GetInt32());
            Assert.Equal(expected.Count, found.GetProperty("aggregate").GetProperty("count").GetInt32());
            Assert.Equal(expected.Count, found.GetProperty("groups").GetProperty("nodes").EnumerateArray()
                .Sum(node => node.GetProperty("aggregate").GetProperty("count").GetInt32()));
        },
        iter: Exhaustive.Share(300),
        print: condition => condition.Json);

    [Theory]
    [InlineData("books", "Book")]
    [InlineData("loans", "Loan")]
    public void A_random_one_finds_what_it_found_then(string collection, string entity) => ValueConditions.Of(collection).Sample(
        condition =>
        {
            foreach (var (number, then) in past.Then.Index())
            {
                var expected = then.AskAsync(Document(collection, entity), Variables(condition)).GetAwaiter().GetResult();
                Assert.StartsWith("{\"data\"", expected, StringComparison.Ordinal);
                Assert.Equal(expected, past.Now.AskAsync(Document(collection, entity), Variables(condition),
                    asOf: new AsOf(number + 1, null)).GetAwaiter().GetResult());
            }
        },
        iter: Exhaustive.Share(60),
        print: condition => condition.Json);

    [Fact]
    public async Task One_that_only_reads_what_a_rollup_has_is_asked_of_the_rollup()
    {
        var variables = new
        {
            where = JsonElement.Parse(
            """{ "#values": [{ "value": { "function": "lower", "of": { "path": "shelf/room" } }, "String": { "neq": "X" } }] }""")
        };
        const string Total = "query ($where: BookFilterInput) { books(where: $where) { totalCount } }";
        Assert.Contains("BooksBy", oracle.Sql(Total, variables), StringComparison.Ordinal);
        var all = JsonElement.Parse(await oracle.AskAsync(Document("books", "Book"), variables)).GetProperty("data").GetProperty("books");
        Assert.Equal(all.GetProperty("nodes").GetArrayLength(), JsonElement.Parse(await oracle.AskAsync(Total, variables))
            .GetProperty("data").GetProperty("books").GetProperty("totalCount").GetInt32());
        Assert.NotEqual(0, all.GetProperty("nodes").GetArrayLength());
    }

    /// <summary>All that conditions can choose the rows of.</summary>
    internal static string Document(string collection, string entity) =>
        $"query ($where: {entity}FilterInput) {{ {collection}(first: 1000, where: $where) {{ totalCount aggregate {{ count }} groups(by: " +
        $"[{{ id: {{}} }}], first: 1000) {{ nodes {{ aggregate {{ count }} }} }} nodes {{ id }} }} }}";

    internal static object Variables(ValueCondition condition) => new { where = JsonElement.Parse(condition.Json) };
}
