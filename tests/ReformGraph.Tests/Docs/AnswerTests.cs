using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>Every query in the documents that has its answer below it is sent, and the answer compared.</summary>
public sealed partial class AnswerTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string, string> Answers()
    {
        var answers = new TheoryData<string, string, string>();
        foreach (var (place, body, answer) in Markdown.Files
            .Where(file => !Writes(file) && file != CountyWalkTests.Page).SelectMany(AnswersIn))
        {
            answers.Add(place, body, answer);
        }

        return answers;
    }

    public static TheoryData<string> FilesThatWrite() => [.. Markdown.Files.Where(Writes)];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_query_in_a_document_has_the_answer_below_it(string place, string body, string answer)
    {
        using var response = await server.PostAsync(body);
        Assert.Equal($"{place}\n{Indented(answer)}", $"{place}\n{Indented(await response.Content.ReadAsStringAsync())}");
    }

    [Theory]
    [MemberData(nameof(FilesThatWrite))]
    public async Task The_requests_of_a_document_that_writes_have_their_answers_one_after_the_other(string file)
    {
        await using var own = await WriteServer.StartAsync();
        foreach (var (place, body, answer) in AnswersIn(file))
        {
            using var response = await own.Server.PostAsync(body);
            Assert.Equal($"{place}\n{Indented(answer)}", $"{place}\n{Indented(await response.Content.ReadAsStringAsync())}");
        }
    }

    [Theory]
    [InlineData("README.md", 2)] // the first request, and a dashboard's query
    [InlineData("docs/queries.md", 4)] // the analyst asks for two pages, the office and the auditor for one
    public void There_is_a_first_request_and_a_query_for_each_kind_of_user(string file, int count)
    {
        var places = Answers().Select(row => (string)row[0]).Where(place => place.StartsWith(file, StringComparison.Ordinal));
        Assert.Equal(count, places.Count());
    }

    [Fact]
    public async Task The_first_queries_say_how_many_statements_are_verified()
    {
        using var response = await server.PostAsync(
            """{"query":"{ figures(where: { derivation: { eq: null } }) { totalCount } initiatives { totalCount } }"}""");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var count = answer.RootElement.GetProperty("data").EnumerateObject().Sum(list => list.Value.GetProperty("totalCount").GetInt32());
        Assert.Contains($"`{count} of {count} match`", Repository.Read("docs/queries.md"), StringComparison.Ordinal);
    }

    private static bool Writes(string file) =>
        Markdown.Blocks(file).Any(block => block.Language == "graphql" && block.Text.StartsWith("mutation", StringComparison.Ordinal));

    internal static IEnumerable<(string Place, string Body, string Answer)> AnswersIn(string file) =>
        from pair in Markdown.Blocks(file).Zip(Markdown.Blocks(file).Skip(1))
        where pair.Second.Language == "json"
        let body = BodyOf(pair.First)
        where body is not null
        select (pair.First.ToString(), body, pair.Second.Text);

    private static string? BodyOf(Block request) =>
        request.Language == "graphql" ? JsonSerializer.Serialize(new { query = request.Text })
        : CurlPattern().Match(request.Text) is { Success: true } curl ? curl.Groups[1].Value
        : null;

    // The order of members is compared too: it is the order of the selection.
    internal static string Indented(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable);

    [GeneratedRegex(@"\Acurl http://localhost:5080/graphql -H 'Content-Type: application/json' -d '([^']*)'\n\z")]
    private static partial Regex CurlPattern();
}
