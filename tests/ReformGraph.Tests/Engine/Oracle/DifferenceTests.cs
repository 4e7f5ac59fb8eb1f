using System.Globalization;
using System.Text.Json;
using ReformGraph.Engine.Planning;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Differences between two instants, against the differences of two copies of the database that were made then.</summary>
public sealed class DifferenceTests(PastFixture past) : IClassFixture<PastFixture>
{
    public static TheoryData<int, int> Spans()
    {
        var spans = new TheoryData<int, int>();
        for (var from = 1; from <= PastFixture.Changes; from++)
        {
            for (var to = from; to <= PastFixture.Changes; to++)
            {
                spans.Add(from, to);
            }
        }

        return spans;
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public async Task The_rows_that_differ_are_those_whose_values_differ(int from, int to)
    {
        var (before, after) = (await BooksAsync(from), await BooksAsync(to));
        var expected = before.Keys.Union(after.Keys).Order()
            .Where(id => before.GetValueOrDefault(id).Content != after.GetValueOrDefault(id).Content)
            .Select(id =>
                $"{id} {(before.ContainsKey(id) ? after.ContainsKey(id) ? "CHANGED" : "WITHDRAWN" : "ADDED")} " +
                $"{before.GetValueOrDefault(id).Version} {after.GetValueOrDefault(id).Version}")
            .ToList();

        using var answer =
            await AskAsync(
            "query ($from: Long!, $to: Long!) { bookDiff(from: { sequence: $from }, to: { sequence: $to }, first: 1000) { totalCount " +
            "nodes { id action before { version } after { version } } } }", from, to);
        var diff = answer.RootElement.GetProperty("data").GetProperty("bookDiff");
        var found = diff.GetProperty("nodes").EnumerateArray()
            .Select(node =>
            $"{node.GetProperty("id").GetString()} {node.GetProperty("action").GetString()} {Version(node, "before")} " +
            $"{Version(node, "after")}").ToList();
        Assert.Equal(expected, found);
        Assert.Equal(expected.Count, diff.GetProperty("totalCount").GetInt32());
        Assert.Equal(from == to, found.Count == 0);
        var span = answer.RootElement.GetProperty("extensions").GetProperty("asOf").GetProperty("bookDiff");
        Assert.Equal((from, to), (span.GetProperty("from").GetInt32(), span.GetProperty("to").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public async Task Field_by_field_they_say_what_the_versions_say(int from, int to)
    {
        using var answer =
            await AskAsync(
            "query ($from: Long!, $to: Long!) { loanDiff(from: { sequence: $from }, to: { sequence: $to }, first: 1000) { nodes { fields " +
            "{ name before after } before { ...V } after { ...V } } } } fragment V on LoanVersion { reader fine lentAt returnedAt remark " +
            "bookId deposit }", from, to);
        foreach (var node in answer.RootElement.GetProperty("data").GetProperty("loanDiff").GetProperty("nodes").EnumerateArray())
        {
            var said = node.GetProperty("fields").EnumerateArray()
                .ToDictionary(field => field.GetProperty("name").GetString()!, field => $"{Raw(field, "before")} {Raw(field, "after")}");
            Assert.NotEmpty(said);
            foreach (var name in (string[])["reader", "fine", "lentAt", "returnedAt", "remark", "bookId", "deposit"])
            {
                var (before, after) = (Member("before"), Member("after"));
                Assert.Equal(before == after ? null : $"{before} {after}", said.GetValueOrDefault(name));

                string Member(string side) =>
                    node.GetProperty(side) is { ValueKind: JsonValueKind.Object } version ? Raw(version, name) : "null";
            }
        }
    }

    [Theory]
    [MemberData(nameof(Spans))]
    public async Task The_row_is_that_as_of_the_second_instant_with_all_around_it(int from, int to)
    {
        const string Book =
            "id code title shelf { code } author { id name written(first: 2) { nodes { code } } } loans(first: 3) { totalCount nodes { " +
            "reader } }";
        using var diff =
            await AskAsync(
            $"query ($from: Long!, $to: Long!) {{ of: bookDiff(from: {{ sequence: $from }}, to: {{ sequence: $to }}, first: 1000) {{ " +
            $"nodes {{ id action row {{ {Book} }} }} }} }}", from, to);
        using var then = JsonDocument.Parse(await past.Then[to - 1].AskAsync($"{{ of: books(first: 1000) {{ nodes {{ {Book} }} }} }}"));
        var rows = Nodes(then).ToDictionary(node => node.GetProperty("id").GetString()!, node => node.GetRawText());
        foreach (var node in Nodes(diff))
        {
            var id = node.GetProperty("id").GetString()!;
            Assert.Equal(rows.TryGetValue(id, out var row) ? row : "null", node.GetProperty("row").GetRawText());
            Assert.Equal(row is null, node.GetProperty("action").GetString() == "WITHDRAWN");
        }
    }

    [Fact]
    public async Task They_are_filtered_ordered_and_paged_like_every_list()
    {
        using var all =
            await AskAsync(
            "query ($from: Long!, $to: Long!) { of: bookDiff(from: { sequence: $from }, to: { sequence: $to }, first: 1000, where: { " +
            "action: { eq: CHANGED }, after: { title: { contains: \"改\" } } }, order: [{ after: { title: DESC } }]) { nodes { id } } }", 1, 4);
        var expected = Nodes(all).Select(node => node.GetProperty("id").GetString()).ToList();
        Assert.True(expected.Count > 3);
        var found = new List<string?>();
        string? after = null;
        do
        {
            using var page = JsonDocument.Parse(await past.Now.AskAsync(
                "query ($after: String) { of: bookDiff(from: { sequence: 1 }, to: { sequence: 4 }, first: 2, after: $after, where: { " +
                "action: { eq: CHANGED }, after: { title: { contains: \"改\" } } }, order: [{ after: { title: DESC } }]) { nodes { id } " +
                "pageInfo { hasNextPage endCursor } } }", new { after }));
            found.AddRange(Nodes(page).Select(node => node.GetProperty("id").GetString()));
            var info = page.RootElement.GetProperty("data").GetProperty("of").GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task One_row_is_found_by_its_code_even_when_it_is_withdrawn_or_new()
    {
        using var answer =
            await AskAsync(
            "query ($from: Long!, $to: Long!) { of: shelfDifferenceByCode(from: { sequence: $from }, to: { sequence: $to }, code: \"new " +
            "in 3\") { action before { code } after { code } } none: shelfDifferenceByCode(from: { sequence: 3 }, to: { sequence: 3 }, " +
            "code: \"new in 3\") { action } }", 2, 3);
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal("""{"action":"ADDED","before":null,"after":{"code":"new in 3"}}""", data.GetProperty("of").GetRawText());
        Assert.Equal(JsonValueKind.Null, data.GetProperty("none").ValueKind);
    }

    [Theory]
    [InlineData(2, 3, "WITHDRAWN")]
    [InlineData(2, 4, "ADDED")]
    [InlineData(3, 4, "ADDED")]
    [InlineData(1, 4, "ADDED")]
    [InlineData(4, 5, "CHANGED")]
    [InlineData(2, 5, "ADDED")]
    [InlineData(2, 6, "WITHDRAWN")]
    [InlineData(4, 4, null)]
    public async Task A_reused_code_belongs_to_the_row_that_has_it_in_the_end(int from, int to, string? action)
    {
        using var own = new TinyEngine();
        string[] steps =
        [
            "INSERT INTO Shelves (Version, Id, Code, Room, Boards, ParentId) VALUES (1, 9001, 'made anew', NULL, 1, NULL)",
            "DELETE FROM Shelves WHERE Id = 9001",
            "INSERT INTO Shelves (Version, Id, Code, Room, Boards, ParentId) VALUES (1, 9002, 'made anew', NULL, 2, NULL)",
            "UPDATE Shelves SET Boards = 3, Version = 2 WHERE Id = 9002",
            "DELETE FROM Shelves WHERE Id = 9002",
        ];
        foreach (var (number, step) in steps.Index())
        {
            own.Database.Execute(string.Create(CultureInfo.InvariantCulture, $"""
                BEGIN IMMEDIATE;
                UPDATE DataState SET Sequence = {number + 2};
                {step};
                INSERT INTO Changes (Id, Sequence, RecordedAt, Actor, Kind, Reason, RowCount, RowsRoot, Hash) VALUES ({number + 2}, {number + 2}, '2026-01-{number + 2:00} 00:00:00', 'a librarian', 2, 'Step', 1, '', '');
                COMMIT;
                """));
        }

        using var answer = JsonDocument.Parse(await own.AskAsync(
            "query ($from: Long!, $to: Long!) { of: shelfDifferenceByCode(from: { sequence: $from }, to: { sequence: $to }, code: \"made " +
            "anew\") { action } list: shelfDiff(from: { sequence: $from }, to: { sequence: $to }, where: { code: { eq: \"made anew\" } " +
            "}) { nodes { id action } } }", new { from, to }));
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal(action,
            data.GetProperty("of") is { ValueKind: JsonValueKind.Object } found ? found.GetProperty("action").GetString() : null);
        Assert.Equal(from == 2 && to is 4 or 5 ? 2 : action is null ? 0 : 1,
            data.GetProperty("list").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task From_before_the_first_change_everything_was_added()
    {
        using var answer =
            JsonDocument.Parse(
            await past.Now.AskAsync(
            "{ since: bookDiff(from: { at: \"1949-10-01T00:00:00Z\" }, first: 1000) { nodes { id action } } ever: bookDiff(from: { " +
            "sequence: 0 }, first: 1000) { nodes { id action } } books { totalCount } }"));
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal(data.GetProperty("ever").GetRawText(), data.GetProperty("since").GetRawText());
        Assert.Equal(data.GetProperty("books").GetProperty("totalCount").GetInt32(),
            data.GetProperty("since").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Without_a_second_instant_they_go_up_to_that_of_the_request()
    {
        const string Open = "{ of: bookDiff(from: { sequence: 2 }, first: 1000) { nodes { id action after { endedBy { sequence } } } } }";
        using var now = JsonDocument.Parse(await past.Now.AskAsync(Open));
        using var toLast =
            JsonDocument.Parse(await past.Now.AskAsync(Open.Replace("first:", "to: { sequence: 4 }, first:", StringComparison.Ordinal)));
        using var asOf = JsonDocument.Parse(await past.Now.AskAsync(Open, asOf: new AsOf(3, null)));
        using var then = JsonDocument.Parse(await past.Then[2].AskAsync(Open));
        Assert.Equal(toLast.RootElement.GetRawText(), now.RootElement.GetRawText());
        Assert.Equal(then.RootElement.GetRawText(), asOf.RootElement.GetRawText());
        Assert.NotEqual(now.RootElement.GetRawText(), asOf.RootElement.GetRawText());
    }

    [Fact]
    public async Task They_do_not_go_backward()
    {
        using var answer = await AskAsync(
            "query ($from: Long!, $to: Long!) { bookDiff(from: { sequence: $from }, to: { sequence: $to }) { totalCount } }", 3, 2);
        Assert.Equal("DIFFERENCES_BACKWARD",
            answer.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    // Numbers and booleans are texts among the fields of all types.
    private static string Raw(JsonElement parent, string name) =>
        parent.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? $"\"{number}\"" : parent.GetProperty(name).GetRawText();

    private static string? Version(JsonElement node, string side) =>
        node.GetProperty(side) is { ValueKind: JsonValueKind.Object } version ? version.GetProperty("version").ToString() : null;

    private static IEnumerable<JsonElement> Nodes(JsonDocument answer) =>
        answer.RootElement.GetProperty("data").GetProperty("of").GetProperty("nodes").EnumerateArray();

    private async Task<Dictionary<int, (string? Version, string Content)>> BooksAsync(int sequence)
    {
        using var answer = JsonDocument.Parse(await past.Then[sequence - 1].AskAsync(
            "{ of: books(first: 1000) { nodes { id version shelf { id } author { id } editor { id } whole { id } code title subtitle " +
            "lending wear pages plates price card } } }"));
        return Nodes(answer).ToDictionary(
            node => int.Parse(node.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
            node => ((string?)node.GetProperty("version").ToString(),
                string.Concat(node.EnumerateObject().Where(member => member.Name != "version").Select(member => member.ToString()))));
    }

    private async Task<JsonDocument> AskAsync(string document, int from, int to) =>
        JsonDocument.Parse(await past.Now.AskAsync(document, new { from, to }));
}
