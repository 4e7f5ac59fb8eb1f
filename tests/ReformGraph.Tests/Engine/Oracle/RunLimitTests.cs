using System.Diagnostics;
using System.IO.Pipelines;
using ReformGraph.Engine;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

public sealed class RunLimitTests
{
    // Everything is compared with everything, again and again: this takes hours.
    private const string Endless = """
        { shelves(where: { books: { all: { author: { written: { all: { shelf: { books: { all: { author: { written: { all: { shelf: { books: { all: { author: { written: { all: {
          shelf: { books: { all: { author: { written: { all: { shelf: { books: { all: { pages: { gte: 0 } } } } } } } } } } } } } } } } } } } } } } } } } } } }) { totalCount } }
        """;

    [Fact]
    public async Task A_statement_that_takes_too_long_is_interrupted_and_the_next_request_is_answered()
    {
        using var tiny = new TinyEngine(options: new EngineOptions { Timeout = TimeSpan.FromMilliseconds(300) });
        for (var time = 0; time <= Environment.ProcessorCount * 2; time++)
        {
            var started = Stopwatch.GetTimestamp();
            Assert.Contains("\"TIMEOUT\"", await tiny.AskAsync(Endless), StringComparison.Ordinal);
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
            Assert.Equal("""{"data":{"books":{"totalCount":120}}}""", await tiny.AskAsync("{ books { totalCount } }"));
        }
    }

    [Fact]
    public async Task A_statement_stops_when_its_client_has_gone()
    {
        using var tiny = new TinyEngine(options: new EngineOptions { Timeout = TimeSpan.FromHours(1) });
        var query = tiny.Engine.Prepare(new QueryRequest(Endless, null, default));
        using var client = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var run = Task.Run(() => tiny.Engine.RunAsync(query, PipeWriter.Create(Stream.Null), _ => Assert.Fail("There is no answer."),
            client.Token), CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal("""{"data":{"books":{"totalCount":120}}}""", await tiny.AskAsync("{ books { totalCount } }"));
    }

    [Theory]
    [InlineData("{ books(last: 20) { nodes { id } } }", true)]
    [InlineData("{ books(last: 21) { nodes { id } } }", false)]
    [InlineData("{ shelves(first: 10) { nodes { parts(first: 1) { nodes { id } } } } }", true)]
    [InlineData("{ shelves(first: 10) { nodes { books(first: 2) { nodes { id } } } } }", false)]
    [InlineData("{ books(first: 100) { nodes { id } } }", true)]
    public async Task An_answer_that_gathers_more_rows_than_allowed_is_refused(string document, bool isAllowed)
    {
        using var tiny = new TinyEngine(options: new EngineOptions { GatheredRows = 20 });
        var answer = await tiny.AskAsync(document);
        Assert.Equal(isAllowed, answer.StartsWith("{\"data\":", StringComparison.Ordinal));
        Assert.Equal(!isAllowed, answer.Contains("\"ANSWER_TOO_LARGE\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ books(last: 20) { nodes { title } } }", true)]
    [InlineData("{ books(last: 100) { nodes { title } } }", false)]
    [InlineData("{ books(first: 100) { nodes { title } } }", true)]
    [InlineData("{ shelves(first: 2) { nodes { books { totalCount } } } }", true)]
    [InlineData(
        "{ books(first: 30, order: [{ id: ASC }]) { nodes { a: loans { totalCount } b: loans { aggregate { count } } c: loans { pageInfo " +
        "{ hasPreviousPage } } } } }", false)]
    [InlineData("{ books { groups(by: [{ code: {} }, { lending: {} }], first: 1) { nodes { share(of: PARENT) { count } } } } }", false)]
    public async Task An_answer_that_gathers_more_bytes_than_allowed_is_refused(string document, bool isAllowed)
    {
        using var tiny = new TinyEngine(options: new EngineOptions { GatheredBytes = 2_000 });
        var answer = await tiny.AskAsync(document);
        Assert.Equal(isAllowed, answer.StartsWith("{\"data\":", StringComparison.Ordinal));
        Assert.Equal(!isAllowed, answer.Contains("GatheredBytes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "{ books(first: 1000) { nodes { shelf { books(first: 1000) { nodes { author { written(first: 1000) { nodes { id } } } } } } } } }", 1_742_520)]
    [InlineData("{ books(first: 1000) { nodes { shelf { books(first: 8) { nodes { id } } } } } }", 1_080)]
    [InlineData("{ bookById(id: 1) { shelf { books(first: 50) { nodes { shelf { books(first: 30) { nodes { id } } } } } } } }", 1_551)]
    public async Task An_answer_that_can_hold_more_rows_than_allowed_is_refused_before_the_first_is_read(string document, long found)
    {
        using var tiny = new TinyEngine(options: new EngineOptions { AnswerRows = 1_000 });
        var answer = await tiny.AskAsync(document);
        Assert.StartsWith($"{{\"errors\":[{{\"message\":\"The response could contain {found} rows; 1000 are allowed (AnswerRows).", answer,
            StringComparison.Ordinal);
        Assert.Contains("\"code\":\"ANSWER_TOO_LARGE\",\"limit\":\"AnswerRows\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_can_hold_more_bytes_than_allowed_is_refused_before_the_first_row_is_read()
    {
        using var tiny = new TinyEngine(options: new EngineOptions { AnswerBytes = 10_000 });
        Assert.StartsWith("{\"data\":", await tiny.AskAsync("{ books(first: 20) { nodes { title } } }"), StringComparison.Ordinal);
        Assert.Contains("bytes; 10000 are allowed (AnswerBytes). Most of them are in all.",
            await tiny.AskAsync("{ all: books(first: 1000) { edges { node { title subtitle code card } } } }"), StringComparison.Ordinal);
    }
}
