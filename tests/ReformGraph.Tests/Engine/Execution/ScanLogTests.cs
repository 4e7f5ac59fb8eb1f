using ReformGraph.Engine;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class ScanLogTests
{
    [Fact]
    public void A_lists_statements_of_one_request_are_one_scan_and_requests_add_up()
    {
        var log = new ScanLog();
        var scan = new Scan(new("", [], 1, ListOf("{ books { totalCount nodes { id } } }")), 2_000);
        log.Add("{ books }", "Browse", [scan, scan]);
        log.Add("{ books }", "Browse", [scan]);
        log.Add("{ books }", null, [scan]);
        log.Add("{ authors }", null, []);
        Assert.Equal([(2, 6_000), (1, 2_000)], log.Snapshot().Select(query => (query.Runs, query.Rows)));
    }

    [Fact]
    public void The_hundred_heaviest_are_kept_each_with_the_beginning_of_its_text()
    {
        var log = new ScanLog();
        var list = ListOf("{ books { nodes { id } } }");
        for (var number = 1; number <= 250; number++)
        {
            log.Add($"{number}{new string('x', 100_000)}", null, [new Scan(new("", [], 1, list), number * 37 % 251)]);
        }

        var kept = log.Snapshot();
        Assert.Equal(Enumerable.Range(151, 100).Reverse().Select(steps => (long)steps), kept.Select(query => query.Rows));
        Assert.All(kept, query => Assert.Equal(301, query.Document.Length));
    }

    [Theory]
    [InlineData("{ books(where: { code: { startsWith: \"B\" } }) { nodes { id } } }", "its index exists, but finds too many rows")]
    [InlineData("{ books(order: [{ code: DESC }]) { nodes { id } } }", "its index exists, but finds too many rows")]
    [InlineData("{ books(order: [{ code: DESC }, { id: ASC }]) { nodes { id } } }", "[Index(nameof(Book.Code), IsDescending = [true])]")]
    [InlineData("{ books(where: { and: [{ title: { eq: \"\" } }, { pages: { eq: 1 } }] }) { nodes { id } } }",
        "[Index(nameof(Book.Title), nameof(Book.Pages))]")]
    [InlineData("{ books(where: { author: { name: { eq: \"\" } }, pages: { lt: 1 } }) { nodes { id } } }", "[Index(nameof(Book.Pages))]")]
    [InlineData("{ books(where: { editor: { penName: { eq: null } } }) { nodes { id } } }", "no index serves this filter")]
    public void The_advice_follows_from_filter_and_order(string document, string advice) =>
        Assert.Equal(advice, IndexAdvice.For(ListOf(document)));

    [Fact]
    public void In_a_list_below_rows_the_owner_comes_first()
    {
        var inner = ListOf(
            "{ shelves { nodes { books(where: { title: { eq: \"\" } }, order: [{ pages: ASC }]) { nodes { id } } } } }").Lists.Single();
        Assert.Equal("[Index(nameof(Book.ShelfId), nameof(Book.Title), nameof(Book.Pages))]", IndexAdvice.For(inner));
    }

    private static ListPlan ListOf(string document)
    {
        using var tiny = new TinyEngine(new TinyDatabase(books: 1));
        return tiny.Engine.Prepare(new QueryRequest(document, null, default)).Compiled.Plan.Roots.OfType<DataRoot>().Single().List;
    }
}
