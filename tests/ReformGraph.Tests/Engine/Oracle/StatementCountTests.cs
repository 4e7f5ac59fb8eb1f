using System.IO.Pipelines;
using ReformGraph.Engine;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Writing;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

public sealed class StatementCountTests
{
    [Theory]
    [InlineData("{ books { nodes { id } } }", 1)]
    [InlineData("{ books(last: 5) { totalCount nodes { shelf { code parent { code } } author { name } } } }", 2)]
    [InlineData("{ shelves { nodes { books { totalCount nodes { loans { nodes { id } } } } parts { totalCount } } } }", 5)]
    [InlineData(
        "{ loans(first: 200) { nodes { book { author { written { nodes { loans { nodes { id } } } } } renewed: loans { nodes { id } } } " +
        "} } }", 4)]
    [InlineData(
        "{ shelves { aggregate { count sum { boards } } nodes { books { a: aggregate { count } b: aggregate(where: { pages: { gt: 1 } }) " +
        "{ avg { shelf { boards } } } } } } }", 4)]
    public async Task The_number_of_statements_depends_only_on_the_document(string document, int expected)
    {
        foreach (var books in (int[])[12, 60, 240])
        {
            Assert.Equal(expected, await StatementsOf(document, books));
        }
    }

    // SQLite itself counts how often each statement of a connection was run.
    private static async Task<int> StatementsOf(string document, int books)
    {
        using var tiny = new TinyEngine(new TinyDatabase(books: books));
        var query = tiny.Engine.Prepare(new QueryRequest(document, null, default) { Role = "admin" });
        using var connection = new ReadConnection(tiny.Database.ConnectionString, capacity: 1_000_000);
        using var buffer = new ResponseBuffer(PipeWriter.Create(Stream.Null), (_, _) => { }, CancellationToken.None);
        using var run = new QueryExecutor(query.Compiled, query.Values, connection, new RowBufferTotal(new EngineOptions()));
        run.Gather();
        await new ResponseWriter(query.Form, run, (_, _) => { }, buffer, async sent => await sent).WriteAsync();
        return connection.StatementsRun();
    }
}
