using System.Text.Json;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Both flags of pages of every kind of list, in any direction and with any bounds, against the whole list.</summary>
[Trait("Kind", "exhaustive")]
public sealed class PageFlagTests(PastFixture past) : IClassFixture<PastFixture>
{
    private static readonly string[] Variables = ["$first: Int", "$last: Int", "$after: String", "$before: String"];

    private static readonly int[] Sizes = [0, 1, 3];

    /// <summary>PAGE is replaced by the arguments of the page, FLAGS by what is selected of it.</summary>
    public static TheoryData<string, string> Lists() => new()
    {
        { "rows", "{ books(PAGE, order: [{ author: { bornOn: ASC } }, { title: DESC }]) FLAGS }" },
        { "rows of a condition", "{ loans(PAGE, where: { fine: { neq: null } }) FLAGS }" },
        { "rows as of then", "{ books(PAGE, asOf: { sequence: 2 }, order: [{ pages: DESC }]) FLAGS }" },
        { "rows below rows", "{ authors(first: 20) { nodes { written(PAGE, order: [{ pages: ASC }]) FLAGS } } }" },
        { "rows below rows as of then", "{ authors(first: 20, asOf: { sequence: 3 }) { nodes { written(PAGE) FLAGS } } }" },
        { "versions", "{ bookVersions(PAGE, order: [{ title: ASC }]) FLAGS }" },
        { "versions of rows", "{ books(first: 20) { nodes { history(PAGE, order: [{ id: DESC }]) FLAGS } } }" },
        { "differences", "{ bookDiff(PAGE, from: { sequence: 1 }, order: [{ action: DESC }]) FLAGS }" },
        { "rows below differences",
            "{ bookDiff(first: 30, from: { sequence: 1 }, to: { sequence: 3 }) { nodes { row { loans(PAGE) FLAGS } } } }" },
        { "changes", "{ changes(PAGE) FLAGS }" },
        { "groups", "{ books { groups(PAGE, by: [{ lending: {} }, { author: { name: {} } }]) FLAGS } }" },
        { "groups by a number",
            "{ books(where: { pages: { gt: 0 } }) { groups(PAGE, by: [{ author: { name: {} } }], having: { count: { gt: 1 } }, order: [{ aggregate: { sum: { pages: DESC } } }]) FLAGS } }" },
        { "groups of a total", "{ books { groups(PAGE, by: [{ wear: {} }]) FLAGS } }" },
        { "groups as of then",
            "{ books(asOf: { sequence: 2 }) { groups(PAGE, by: [{ pages: { boundaries: [1, 20, 100, 200, 300] } }], order: [{ aggregate: { count: DESC } }]) FLAGS } }" },
        { "groups below rows",
            "{ shelves(first: 20) { nodes { books { groups(PAGE, by: [{ lending: {} }, { wear: {} }], order: [{ aggregate: { count: ASC } }]) FLAGS } } } }" },
        { "rows of groups", "{ books { groups(by: [{ lending: {} }]) { nodes { rows(PAGE, order: [{ title: ASC }]) FLAGS } } } }" },
        { "rows of groups below rows",
            "{ authors(first: 4) { nodes { written { groups(by: [{ lending: {} }]) { nodes { rows(PAGE) FLAGS } } } } } }" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Say_whether_there_is_anything_before_and_after_the_page(string kind, string list)
    {
        _ = kind;
        var wholes = await PagesAsync(list, new(1_000, null, null, null), "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage } }");
        var (whole, owner) = wholes.Select(CursorsOf).Select((cursors, number) => (cursors, number)).MaxBy(found => found.cursors.Count);
        Assert.True(whole.Count > 2, list);
        int?[] places = [null, 0, whole.Count / 2, whole.Count - 1];
        foreach (var (size, after, before) in Exhaustive.Share(
            from size in Sizes from after in places from before in places select (size, after, before)))
        {
            foreach (var forward in (bool[])[true, false])
            {
                var page = new PageArguments(forward ? size : null, forward ? null : size, after is { } a ? whole[a] : null,
                    before is { } b ? whole[b] : null);
                var (start, end) = (after + 1 ?? 0, before ?? whole.Count);
                var range = Enumerable.Range(start, Math.Max(0, end - start)).ToList();
                var expected = forward ? range.Take(size).ToList() : range.TakeLast(size).ToList();
                var cut = range.Count > expected.Count;
                var flags = (Previous: start > 0 || (!forward && cut), Next: end < whole.Count || (forward && cut));

                var both = (await PagesAsync(list, page,
                    "{ edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"))[owner];
                var info = both.GetProperty("pageInfo");
                Assert.Equal(expected.Select(place => whole[place]), CursorsOf(both));
                Assert.Equal((page, flags),
                    (page, (info.GetProperty("hasPreviousPage").GetBoolean(), info.GetProperty("hasNextPage").GetBoolean())));
                Assert.Equal((CursorsOf(both).FirstOrDefault(), CursorsOf(both).LastOrDefault()),
                    (info.GetProperty("startCursor").GetString(), info.GetProperty("endCursor").GetString()));
                Assert.Equal((page, flags.Previous), (page, await FlagAsync("hasPreviousPage")));
                Assert.Equal((page, flags.Next), (page, await FlagAsync("hasNextPage")));

                async Task<bool> FlagAsync(string name) =>
                    (await PagesAsync(list, page, $"{{ pageInfo {{ {name} }} }}"))[owner].GetProperty("pageInfo").GetProperty(name)
                    .GetBoolean();
            }
        }
    }

    private static List<string> CursorsOf(JsonElement page) =>
        [.. page.GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("cursor").GetString()!)];

    private async Task<List<JsonElement>> PagesAsync(string list, PageArguments page, string selection)
    {
        string?[] given = [page.First is null ? null : "first: $first", page.Last is null ? null : "last: $last",
            page.After is null ? null : "after: $after", page.Before is null ? null : "before: $before"];
        var document = list.Replace("PAGE", string.Join(", ", given.OfType<string>()), StringComparison.Ordinal)
            .Replace("FLAGS", selection, StringComparison.Ordinal);
        var declared = string.Join(", ", Variables.Where(variable => document.Contains(variable.Split(':')[0], StringComparison.Ordinal)));
        var answer = await past.Now.AskAsync($"query ({declared}) {document}",
            new { first = page.First, last = page.Last, after = page.After, before = page.Before });
        Assert.True(answer.StartsWith("{\"data\"", StringComparison.Ordinal), $"{document}\n{answer}");
        using var parsed = JsonDocument.Parse(answer);
        return [.. Pages(parsed.RootElement.Clone())];
    }

    private static IEnumerable<JsonElement> Pages(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Object when node.TryGetProperty("pageInfo", out _) => [node],
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => Pages(member.Value)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Pages),
        _ => [],
    };

    private sealed record PageArguments(int? First, int? Last, string? After, string? Before);
}
