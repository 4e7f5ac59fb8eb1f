using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Settings;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

/// <summary>Queries that scan a table are noted, and the index that is advised is the cure.</summary>
public sealed partial class ScanTests(ScanTests.Library library) : IClassFixture<ScanTests.Library>
{
    private const int Books = 4_000;

    [Theory]
    [InlineData("{ books(where: { title: { eq: \"Nowhere\" } }) { nodes { id } } }", "[Index(nameof(Book.Title))]")]
    [InlineData("{ books(where: { title: { in: [\"Nowhere\", null] } }) { totalCount } }", "[Index(nameof(Book.Title))]")]
    [InlineData("{ books(where: { pages: { gte: 5000000 } }, order: [{ title: ASC }]) { nodes { id } } }", "[Index(nameof(Book.Pages))]")]
    [InlineData("{ books(where: { title: { startsWith: \"Nowhere\" } }) { totalCount nodes { id } } }", "[Index(nameof(Book.Title))]")]
    [InlineData("{ books(order: [{ pages: ASC }], first: 3) { totalCount nodes { title shelf { code parent { code } } } } }",
        "[Index(nameof(Book.Pages))]")]
    [InlineData("{ books(order: [{ wear: DESC }], last: 3) { nodes { title } } }", "[Index(nameof(Book.Wear))]")]
    [InlineData("{ books(order: [{ wear: DESC }, { id: ASC }], first: 3) { edges { cursor } } }",
        "[Index(nameof(Book.Wear), IsDescending = [true])]")]
    [InlineData("{ books(order: [{ lending: ASC }, { wear: DESC }], first: 3) { edges { cursor } } }",
        "[Index(nameof(Book.Lending), nameof(Book.Wear), IsDescending = [true, false])]")]
    [InlineData(
        "{ books(where: { lending: { eq: SHORT_LOAN }, subtitle: { eq: \"Nowhere\" } }, order: [{ pages: DESC }], first: 3) { nodes { id " +
        "} } }", "[Index(nameof(Book.Lending), nameof(Book.Subtitle), nameof(Book.Pages))]")]
    [InlineData("{ books(where: { subtitle: { eq: null }, pages: { gt: 5000000 }, title: { contains: \"x\" } }) { nodes { id } } }",
        "[Index(nameof(Book.Subtitle), nameof(Book.Pages))]")]
    [InlineData("{ books(order: [{ wear: DESC }]) { aggregate(where: { title: { eq: \"Nowhere\" } }) { sum { pages } } } }",
        "[Index(nameof(Book.Title))]")]
    [InlineData("{ books(where: { shelf: { room: { eq: \"Nowhere\" } } }) { nodes { id } } }", "[Index(nameof(Shelf.Room))]")]
    [InlineData("{ books(where: { editor: { name: { startsWith: \"Nowhere\" } } }, order: [{ pages: ASC }]) { nodes { id } } }",
        "[Index(nameof(Author.Name))]")]
    public async Task A_query_that_scans_a_table_is_noted_until_it_has_the_index_that_is_advised(string document, string advice)
    {
        var noted = Assert.Single(await ScansOf(document));
        Assert.Equal(new ScannedQuery(document, null, "Book", advice, 1, noted.Rows), noted);
        Assert.True(noted.Rows >= Books - 1, $"{noted.Rows} steps"); // to step onto the first row does not count

        Create(advice);
        try
        {
            Assert.Empty(await ScansOf(document));
        }
        finally
        {
            library.Database.Execute("DROP INDEX \"Advised\"");
        }
    }

    [Theory]
    [InlineData("{ books(where: { code: { eq: \"B-1\" } }) { totalCount nodes { id } } }")]
    [InlineData("{ books(where: { id: { in: [3, 5] }, title: { contains: \"x\" } }) { nodes { title } } }")]
    [InlineData("{ books(order: [{ code: DESC }], last: 3) { totalCount nodes { title } } }")]
    [InlineData("{ books(first: 4000) { totalCount nodes { title shelf { code parent { room } } whole { code } } } }")]
    [InlineData("{ books(first: 4000) { nodes { id loans(first: 1) { totalCount nodes { reader } } parts { totalCount } } } }")]
    [InlineData("{ shelves { totalCount nodes { books(where: { title: { eq: \"Nowhere\" } }) { totalCount nodes { title } } } } }")]
    [InlineData("{ books(order: [{ wear: DESC }]) { aggregate { sum { pages } max { shelf { boards } } } } }")] // about all rows
    [InlineData("{ authors(where: { name: { contains: \"x\" } }) { totalCount nodes { name } } }")] // a small table
    public async Task A_query_that_an_index_serves_or_that_gives_what_it_reads_is_not_noted(string document) =>
        Assert.Empty(await ScansOf(document));

    [Theory]
    [InlineData("id: ASC")]
    [InlineData("id: DESC")]
    [InlineData("code: ASC")]
    [InlineData("code: DESC")]
    public async Task To_walk_through_a_table_in_the_order_of_an_index_scans_nothing(string order)
    {
        var tiny = new TinyEngine(library.Database, new EngineOptions { Paging = new() { MaxPageSize = Books } });
        using var engine = tiny.Engine;
        var cursor = "null";
        for (var page = 0; page < 3; page++)
        {
            using var answer = JsonDocument.Parse(await tiny.AskAsync(
                $"{{ books(first: 1900, after: {cursor}, order: [{{ {order} }}]) {{ totalCount pageInfo {{ hasPreviousPage hasNextPage " +
                $"endCursor }} nodes {{ title shelf {{ code }} }} }} }}"));
            var info = answer.RootElement.GetProperty("data").GetProperty("books").GetProperty("pageInfo");
            Assert.Equal(page < 2, info.GetProperty("hasNextPage").GetBoolean());
            cursor = info.GetProperty("endCursor").GetRawText();
        }

        Assert.Empty(engine.Scans);
    }

    [Theory]
    [InlineData("where: { title: { contains: \"Nowhere\" } }, order: [{ pages: ASC }]", "no index serves contains")]
    [InlineData("where: { title: { neq: \"Nowhere\" }, pages: { ngt: -1 } }", "no index serves neq")]
    [InlineData("where: { or: [{ title: { contains: \"Nowhere\" } }, { pages: { eq: -1 } }] }", "no index serves or")]
    [InlineData("where: { loans: { some: { reader: { eq: \"Nowhere\" } } } }", "no index serves some")]
    [InlineData("where: { textPages: { eq: -1 } }", "no index serves the computed textPages")]
    [InlineData("where: { lending: { nin: [REFERENCE_ONLY, SHORT_LOAN, LONG_LOAN] } }", "no index serves this filter")]
    [InlineData("order: [{ textPages: ASC }]", "no index serves this order")]
    [InlineData("order: [{ author: { name: ASC } }]", "no index serves this order")]
    public async Task Where_no_index_serves_it_is_said_why(string arguments, string advice) =>
        Assert.Equal(advice, Assert.Single(await ScansOf($"{{ books({arguments}, first: 3) {{ nodes {{ id }} }} }}")).Advice);

    [Fact]
    public async Task A_request_that_is_refused_midway_is_noted_too()
    {
        var tiny = new TinyEngine(library.Database, new EngineOptions { GatheredRows = 10 });
        using var engine = tiny.Engine;
        Assert.Contains("ANSWER_TOO_LARGE", await tiny.AskAsync("{ books(order: [{ pages: ASC }]) { nodes { loans { totalCount } } } }"),
            StringComparison.Ordinal);
        Assert.Equal("[Index(nameof(Book.Pages))]", Assert.Single(engine.Scans).Advice);
    }

    private async Task<IReadOnlyList<ScannedQuery>> ScansOf(string document)
    {
        var tiny = new TinyEngine(library.Database, new EngineOptions { Paging = new() { MaxPageSize = Books } });
        using var engine = tiny.Engine; // the database is for all
        Assert.StartsWith("{\"data\":", await tiny.AskAsync(document), StringComparison.Ordinal);
        return engine.Scans;
    }

    private void Create(string advice)
    {
        var names = Names().Matches(advice);
        var columns = names.Select((name, number) => $"\"{name.Groups[2].Value}\" {(IsDescending(advice, number) ? "DESC" : "ASC")}");
        using var context = library.Database.Open();
        var table = context.Model.GetEntityTypes().Single(type => type.ClrType.Name == names[0].Groups[1].Value).GetTableName();
        library.Database.Execute($"CREATE INDEX \"Advised\" ON \"{table}\" ({string.Join(", ", columns)})");
    }

    private static bool IsDescending(string advice, int column) =>
        advice.Split("IsDescending = [") is [_, var flags] && flags.Split(", ")[column].StartsWith("true", StringComparison.Ordinal);

    public sealed class Library : IDisposable
    {
        internal TinyDatabase Database { get; } = new(books: Books);

        public void Dispose() => Database.Dispose();
    }

    [GeneratedRegex(@"nameof\((\w+)\.(\w+)\)")]
    private static partial Regex Names();
}
