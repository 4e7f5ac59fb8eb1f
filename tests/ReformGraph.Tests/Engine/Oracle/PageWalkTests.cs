using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Modeling;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Walking a list page by page, in any order, both ways.</summary>
[Trait("Kind", "exhaustive")]
public sealed class PageWalkTests(OracleFixture oracle) : IClassFixture<OracleFixture>
{
    private const string Page =
        "{ pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { __typename id } } }";

    private readonly QuestionGenerator questions = new(oracle.Database);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Walking_every_page_gives_each_row_once_in_order(bool forward) => Gen.Select(questions.Orders(), Gen.Int[7, 60]).Sample(
        (list, size) =>
        {
            var whole = Ids(
                oracle.AgreeAsync($"{{ list: {list.Field}(first: 1000, order: {list.Order!.Literal}) {Page} }}").GetAwaiter().GetResult());
            var walked = Walk(document => oracle.AgreeAsync(document), list, size, forward, () => { }).GetAwaiter().GetResult();
            Assert.Equal(forward ? whole : Enumerable.Reverse(whole), walked);
        },
        iter: Exhaustive.Share(60),
        print: drawn => $"{drawn.Item1.Field} by {drawn.Item1.Order!.Literal}, {drawn.Item2} at a time");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_that_come_meanwhile_push_none_out_and_repeat_none(bool forward)
    {
        // Rows that come change the numbers about lists that hold them, and so the places of others.
        var seen = 0;
        questions.Orders().Where(list => list.Entity is "Book" or "Loan"
            && !Lists.Any(name => list.Order!.Literal.Contains($"{name}: {{", StringComparison.Ordinal))).Sample(
            list => Interlocked.Add(ref seen, RowsSeenMeanwhile(list, forward)),
            iter: 10,
            print: list => $"{list.Field} by {list.Order!.Literal}");
        Assert.True(seen > 0, "No row came in time to be seen in any of the walks.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Walking_every_page_of_groups_gives_each_once_in_order(bool forward) => Gen.Select(questions.Groups(), Gen.Int[1, 9]).Sample(
        (list, size) =>
        {
            var groups = list.Groups.Single();
            string?[] arguments = [$"by: {groups.By.Literal}", groups.Having is { } having ? $"having: {having.Literal}" : null,
                groups.Order is { } order ? $"order: {order.Literal}" : null];
            var share = forward ? $"share(cumulative: true) {{ count{Sum(list)} }}" : $"share {{ count{Sum(list)} }}";
            JsonNode Ask(string page) => JsonNode.Parse(oracle.AskAsync(
                $"{{ list: {list.Field} {{ groups({string.Join(", ", arguments.OfType<string>())}, {page}) {{ pageInfo {{ hasNextPage " +
                $"hasPreviousPage startCursor endCursor }} nodes {{ key {groups.Key} {share} }} }} }} }}").GetAwaiter()
                .GetResult())!["data"]!["list"]!["groups"]!;
            var whole = Groups(Ask("first: 1000")).ToList();
            var walked = new List<string>();
            for (var (bound, isFirst) = (string.Empty, true); ; isFirst = false)
            {
                var page = Ask($"{(forward ? "first" : "last")}: {size}{bound}");
                walked.InsertRange(forward ? walked.Count : 0, Groups(page));
                var info = page["pageInfo"]!;
                var (goesOn, comesFrom) = forward ? ("hasNextPage", "hasPreviousPage") : ("hasPreviousPage", "hasNextPage");
                Assert.Equal((walked.Count < whole.Count, !isFirst), (info[goesOn]!.GetValue<bool>(), info[comesFrom]!.GetValue<bool>()));
                if (walked.Count == whole.Count)
                {
                    break;
                }

                bound = forward ? $", after: {info["endCursor"]!.ToJsonString()}" : $", before: {info["startCursor"]!.ToJsonString()}";
            }

            Assert.Equal(whole, walked);
        },
        iter: Exhaustive.Share(60),
        print: drawn => $"{drawn.Item1.Groups[0].By.Literal} by {drawn.Item1.Groups[0].Order?.Literal}");

    private static string Sum(ListQuestion list) => list.Entity is "Book" ? " sum { pages price }" : string.Empty;

    private static IEnumerable<string> Groups(JsonNode groups) => groups["nodes"]!.AsArray().Select(group => group!.ToJsonString());

    private static int RowsSeenMeanwhile(ListQuestion list, bool forward)
    {
        using var tiny = new TinyEngine(new TinyDatabase(books: 40));
        async Task<JsonNode> Ask(string document) => JsonNode.Parse(await tiny.AskAsync(document))!;
        var whole = Ids(Ask($"{{ list: {list.Field}(first: 1000, order: {list.Order!.Literal}) {Page} }}").GetAwaiter().GetResult());
        var walked = Walk(Ask, list, 7, forward, () => InsertCopies(tiny.Database, list.Field)).GetAwaiter().GetResult();
        Assert.Equal(walked.Distinct(), walked);
        Assert.Equal(forward ? whole : Enumerable.Reverse(whole), walked.Intersect(whole));
        return walked.Count - whole.Count;
    }

    private static readonly string[] Lists =
        [.. TinyDatabase.CatalogAlone().Entities.SelectMany(entity => entity.Fields).OfType<ListField>().Select(field => field.Name)];

    private static async Task<List<string>> Walk(Func<string, Task<JsonNode>> ask, ListQuestion list, int size, bool forward,
        Action between)
    {
        var walked = new List<string>();
        for (var bound = string.Empty; ; between())
        {
            var answer =
                await ask($"{{ list: {list.Field}(order: {list.Order!.Literal}, {(forward ? "first" : "last")}: {size}{bound}) {Page} }}");
            walked.AddRange(forward ? Ids(answer) : Enumerable.Reverse(Ids(answer)));
            var info = answer["data"]!["list"]!["pageInfo"]!;
            if (!info[forward ? "hasNextPage" : "hasPreviousPage"]!.GetValue<bool>())
            {
                return walked;
            }

            bound = forward ? $", after: {info["endCursor"]!.ToJsonString()}" : $", before: {info["startCursor"]!.ToJsonString()}";
        }
    }

    private static List<string> Ids(JsonNode answer) =>
        [.. answer["data"]!["list"]!["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>())];

    // Each copy is tied with a row in everything but its code and its id; one id sorts before all others, and one after.
    private static void InsertCopies(TinyDatabase database, string table)
    {
        using var connection = new SqliteConnection(database.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT group_concat('\"' || name || '\"') FROM pragma_table_info('{table}') WHERE name NOT IN ('Id', 'Code')";
        var columns = command.ExecuteScalar();
        var code = table == "books" ? ", \"Code\"" : string.Empty;
        foreach (var id in (string[])["min(min(\"Id\"), 0) - 1", "max(\"Id\") + 1"])
        {
            command.CommandText = $"""
                INSERT INTO "{table}" ("Id"{code}, {columns})
                SELECT (SELECT {id} FROM "{table}"){(code.Length > 0 ? ", hex(randomblob(8))" : string.Empty)}, {columns}
                FROM "{table}" ORDER BY random() LIMIT 1;
                UPDATE "DataState" SET "Sequence" = "Sequence" + 1;
                """;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
