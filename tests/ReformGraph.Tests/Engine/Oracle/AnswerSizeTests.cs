using System.Text;
using System.Text.Json;
using CsCheck;
using ReformGraph.Engine;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>How much an answer can hold, as it is computed beforehand, against what it holds.</summary>
[Trait("Kind", "exhaustive")]
public sealed class AnswerSizeTests(OracleFixture oracle) : IClassFixture<OracleFixture>
{
    private const int Frame = 1_000; // bytes around the root fields
    private const int Books = 120;
    private const int Shelves = 13;

    private readonly QuestionGenerator questions = new(oracle.Database);

    [Fact]
    public void A_random_page_of_lists_in_lists_holds_no_more_than_was_computed() =>
        Bounded(questions.Pages(depth: 4).Array[1, 2], 200, ofBytes: true);

    [Fact]
    public void Random_groups_below_rows_hold_no_more_than_was_computed() =>
        Bounded(questions.GroupsBelowRows().Array[1], 75, ofBytes: false);

    [Theory]
    [InlineData("{ books(first: 7) { nodes { id } } }", 7)]
    [InlineData("{ books(first: 1000) { nodes { id } edges { node { id } } } }", 240)]
    [InlineData("{ a: books(last: 7) { nodes { id } } b: books(first: 8) { nodes { id } } }", 15)]
    [InlineData("{ books(first: 1000, where: { code: { eq: \"B-1\" } }) { nodes { id } } }", 1)]
    [InlineData("{ books(first: 1000, where: { or: [{ id: { in: [1, 2] } }, { code: { eq: \"B-1\" } }] }) { nodes { id } } }", 3)]
    [InlineData("{ bookById(id: 1) { loans(first: 3) { nodes { id } } } }", 4)]
    [InlineData("{ shelves(first: 1000) { nodes { books(first: 1000) { nodes { id } } } } }", Shelves + Books)]
    [InlineData("{ books(first: 1000) { nodes { shelf { books(first: 5) { nodes { id } } } } } }", Books + (Books * 5))]
    [InlineData("{ books(first: 10) { nodes { shelf { books(first: 1000) { nodes { loans(first: 1) { nodes { id } } } } } } } }",
        10 + (10 * Books) + (10 * Books))]
    [InlineData("{ books(first: 2) { groups(by: [{ lending: {} }], first: 9) { nodes { rows(first: 10) { nodes { id } } } } } }",
        4 + (4 * 10))]
    public void Lists_are_counted_where_they_stand_and_rows_where_there_are_so_many(string document, long rows) =>
        Assert.Equal(rows, SizeOf(document, null).Known.Rows);

    [Fact]
    public void The_tables_are_asked_once_for_a_state_of_the_data()
    {
        using var connection = new ReadConnection(oracle.Database.ConnectionString, capacity: 100);
        var sizes = new TableSizes(oracle.Database.DataModel, SqliteDialect.Instance);
        Type[] entities = [typeof(Book), typeof(Shelf)];
        var known = sizes.Get(entities, connection, "one");
        Assert.Equal((Books, true), (known[typeof(Book)].Rows, known[typeof(Book)].Widths["Title"] > 1));
        var asked = connection.StatementsRun();
        Assert.Same(known, sizes.Get(entities, connection, "one"));
        Assert.Equal(asked, connection.StatementsRun());
        Assert.NotSame(known, sizes.Get(entities, connection, "another"));
    }

    private void Bounded(Gen<ListQuestion[]> generated, int count, bool ofBytes) => generated.Sample(
        lists =>
        {
            var (document, variables) = new QuestionWriter(false, oracle.CursorAt).Write(lists);
            var answer = oracle.AskAsync(document).GetAwaiter().GetResult();
            if (!JsonElement.Parse(answer).TryGetProperty("data", out var data))
            {
                return; // more than its limits allow is refused before anything is computed
            }

            var rows = RowsIn(data);
            var (pages, known) = SizeOf(document, variables);
            Assert.True(rows <= known.Rows && known.Rows <= pages.Rows,
                $"{rows} rows, computed {known.Rows}, by pages alone {pages.Rows}\n{document}");
            Assert.True(ObjectsIn(data) <= CostOf(document, variables).TypeCost, $"{ObjectsIn(data)} objects\n{document}");
            Assert.True(!ofBytes || Encoding.UTF8.GetByteCount(answer) <= pages.Bytes + Frame,
                $"{answer.Length} bytes, computed {pages.Bytes}\n{document}");
        },
        iter: Exhaustive.Share(count),
        print: lists => new QuestionWriter(false, oracle.CursorAt).Write(lists).Document);

    private OperationCost CostOf(string document, JsonElement? variables) =>
        oracle.Engine.Prepare(new QueryRequest(document, null, variables ?? default) { Role = "admin" }).Cost;

    // How many subtotals there are is only assumed.
    private static int ObjectsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => 1 + json.EnumerateObject().Where(member => !member.NameEquals("subtotals"))
            .Sum(member => ObjectsIn(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Sum(ObjectsIn),
        _ => 0,
    };

    private (ResponseSize Pages, ResponseSize Known) SizeOf(string document, JsonElement? variables)
    {
        var query = oracle.Engine.Prepare(new QueryRequest(document, null, variables ?? default) { Role = "admin" });
        using var connection = new ReadConnection(oracle.Database.ConnectionString, capacity: 100);
        var plan = query.Compiled.Plan.Size;
        return (plan.At(query.Values, null),
            plan.At(query.Values, new TableSizes(oracle.Database.DataModel, SqliteDialect.Instance).Get(plan.Tables, connection, "now")));
    }

    // Nodes and edges are arrays of objects. So are subtotals, which are only counted when they are read.
    private static int RowsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Where(member => !member.NameEquals("subtotals")).Sum(member => RowsIn(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Sum(element => (element.ValueKind == JsonValueKind.Object ? 1 : 0) + RowsIn(element)),
        _ => 0,
    };
}
