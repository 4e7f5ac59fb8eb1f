using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine;

/// <summary>Answers that are too large to be held back.</summary>
public sealed class LargeAnswerTests(LargeAnswerTests.Library library) : IClassFixture<LargeAnswerTests.Library>
{
    private const int Books = 4_000;

    [Theory]
    [InlineData("nodes { id code title shelf { code } }")]
    [InlineData("edges { cursor node { id code title shelf { code } } } pageInfo { hasNextPage startCursor endCursor }")]
    [InlineData("pageInfo { hasNextPage } nodes { id code title loans(first: 1) { totalCount } }")]
    public async Task A_large_answer_leaves_in_parts_and_is_whole(string selection)
    {
        var (lengths, answer) =
            await RunAsync($"{{ all: books(first: 100000) {{ {selection} }} one: books(last: 1) {{ nodes {{ id }} }} }}");
        Assert.Equal([null], lengths);
        var all = answer.GetProperty("data").GetProperty("all");
        var ids = all.TryGetProperty("nodes", out var nodes)
            ? nodes.EnumerateArray().Select(IdOf)
            : all.GetProperty("edges").EnumerateArray().Select(edge => IdOf(edge.GetProperty("node")));
        Assert.Equal(library.Tiny.Database.Rows.Books.Select(book => book.Id).Order(), ids);
        if (all.TryGetProperty("edges", out var edges))
        {
            var info = all.GetProperty("pageInfo");
            Assert.False(info.GetProperty("hasNextPage").GetBoolean());
            Assert.Equal(edges[0].GetProperty("cursor").GetString(), info.GetProperty("startCursor").GetString());
            Assert.Equal(edges[Books - 1].GetProperty("cursor").GetString(), info.GetProperty("endCursor").GetString());
        }
    }

    [Fact]
    public async Task The_errors_of_single_fields_follow_the_data_of_a_response_in_parts()
    {
        var (lengths, answer) =
            await RunAsync(
            "{ topics(first: 100000) { nodes { id estimates { aggregate { quantity { sum { value } } } } } } books(first: 100000) { " +
            "nodes { id code title } } }");
        Assert.Equal([null], lengths);
        var nodes = answer.GetProperty("data").GetProperty("topics").GetProperty("nodes");
        var paths = answer.GetProperty("errors").EnumerateArray().Where(error => error.TryGetProperty("path", out _))
            .Select(error => error.GetProperty("path")).ToList();
        Assert.Equal(new DocumentLimits().Errors, paths.Count);
        Assert.All(paths, path => Assert.Equal(JsonValueKind.Null, nodes[path[2].GetInt32()].GetProperty("estimates")
            .GetProperty("aggregate").GetProperty("quantity").GetProperty("sum").ValueKind));
        Assert.Equal(paths.Count, paths.DistinctBy(path => path[2].GetInt32()).Count());
    }

    [Theory]
    [InlineData(
        "{ books(first: 1) { nodes { shelf { books { nodes { shelf { books { nodes { shelf { books { nodes { shelf { books { nodes { id " +
        "code title a: title b: code } } } } } } } } } } } } } } }")]
    [InlineData(
        "{ bookById(id: 1) { shelf { books { edges { node { author { written(first: 1000) { nodes { shelf { books { nodes { shelf { " +
        "books { nodes { id code title } } } } } } } } } } } } } } }")]
    [InlineData(
        "{ books { groups(by: [{ lending: {} }]) { nodes { rows(first: 100000) { nodes { id code title a: title b: code c: title shelf { " +
        "code } } } } } } }")]
    [InlineData(
        "{ books { groups(by: [{ code: {} }], first: 100000) { edges { node { key { code } aggregate { count avg { pages } max { pages " +
        "code title } min { title } } } } } } }")]
    [InlineData(
        "{ books { groups(by: [{ code: {} }, { lending: {} }], first: 1) { subtotals { level key { code } aggregate { count avg { pages " +
        "} max { pages code title } min { title } } } } } }")]
    public async Task However_deep_its_rows_stand_a_large_answer_leaves_in_small_parts(string document)
    {
        using var body = new Parts();
        var output = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        await library.Tiny.Engine.RunAsync(library.Tiny.Engine.Prepare(new QueryRequest(document, null, default)), output, _ => { },
            CancellationToken.None);
        await output.CompleteAsync();
        Assert.True(JsonElement.Parse(body.ToArray()).TryGetProperty("data", out _));
        Assert.InRange(body.Length, 350_000, int.MaxValue);
        Assert.InRange(body.Largest, 1, 300_000);
    }

    [Fact]
    public async Task An_answer_for_which_others_leave_no_memory_is_refused_until_one_of_them_is_taken()
    {
        using var tiny = new TinyEngine(library.Tiny.Database.Copy(),
            new EngineOptions { GatheredBytes = 250_000, Paging = new() { MaxPageSize = 100_000 } });
        const string Document = "{ books(last: 4000) { nodes { id title a: title b: title c: title d: title } } }";
        var held = Enumerable.Range(0, RowBufferTotal.Answers)
            .Select(_ => new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1))).ToList();
        var runs = held.Select(pipe => tiny.Engine.RunAsync(tiny.Engine.Prepare(new QueryRequest(Document, null, default)), pipe.Writer,
            _ => { }, CancellationToken.None)).ToList();
        Assert.Contains("\"SERVER_BUSY\"", await tiny.AskAsync(Document), StringComparison.Ordinal);
        Assert.DoesNotContain("errors", await tiny.AskAsync("{ books(first: 4000) { nodes { id title } } }"), StringComparison.Ordinal);
        await held[0].Reader.CompleteAsync();
        await runs[0];
        Assert.DoesNotContain("errors", await tiny.AskAsync(Document), StringComparison.Ordinal);
        held.ForEach(pipe => pipe.Reader.Complete());
        await Task.WhenAll(runs);
    }

    [Fact]
    public async Task A_small_answer_says_how_long_it_is()
    {
        var (lengths, answer) = await RunAsync("{ books(first: 2) { nodes { id } } }");
        Assert.Equal([answer.GetRawText().Length], lengths);
    }

    private async Task<(List<long?> Lengths, JsonElement Answer)> RunAsync(string document)
    {
        var lengths = new List<long?>();
        using var body = new MemoryStream();
        var output = PipeWriter.Create(body);
        await library.Tiny.Engine.RunAsync(library.Tiny.Engine.Prepare(new QueryRequest(document, null, default)), output,
            head => lengths.Add(head.Length), CancellationToken.None);
        await output.CompleteAsync();
        return (lengths, JsonDocument.Parse(body.ToArray()).RootElement);
    }

    private static int IdOf(JsonElement node) =>
        int.Parse(node.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Notes how much comes between two flushes.</summary>
    private sealed class Parts : MemoryStream
    {
        private long flushed;

        public long Largest { get; private set; }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Largest = Math.Max(Largest, Length - flushed);
            flushed = Length;
            return Task.CompletedTask;
        }
    }

    public sealed class Library : IDisposable
    {
        internal TinyEngine Tiny { get; } = new(new TinyDatabase(books: Books),
            new EngineOptions { Paging = new() { MaxPageSize = 100_000 }, AnswerRows = int.MaxValue, AnswerBytes = long.MaxValue });

        public void Dispose() => Tiny.Dispose();
    }
}
