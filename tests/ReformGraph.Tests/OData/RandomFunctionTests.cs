using System.Globalization;
using System.Text.Json;
using CsCheck;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Synthesis;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>Random filters with functions, counts, and values beside values, against their evaluation in memory over the rows that the
/// server gives.</summary>
[Trait("Kind", "exhaustive")]
public sealed class RandomFunctionTests(SyntheticDatabase database) : IClassFixture<SyntheticDatabase>
{
    private const string Now = "2026-06-15T10:00:00Z";

    private static readonly string[] Equalities = ["eq", "ne"];
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];
    private static readonly string[] Words =
        ["任务", "S0001", "rt-t", "RT-T", "-0", "县", "plan", "PLAN", "a", "", "局", "IN_PROGRESS", "done", "1", "12"];

    // What it says and what it is of a row; null is unknown, as OData has it of a text function of null.
    private sealed record Condition(string Text, Func<JsonElement, bool?> Of);

    private sealed record Value(string Text, Func<JsonElement, object?> Of);

    private static readonly Gen<Value> Stored = Gen.OneOf<string>("code", "titleZh", "titleEn", "leadOfficial", "leadDepartment",
        "county/nameZh", "township/nameZh", "plan/code").Select(path => new Value(path, row => TextAt(row, path)));

    // To a client all of these are texts.
    private static readonly Gen<Value> Plain = Gen.OneOf(Stored, Gen.OneOf<string>("kind", "status", "theme", "majorTask", "id",
        "township/id").Select(path => new Value(path, row => TextAt(row, path))));

    private static readonly Gen<Value> StoredText = Folded(Stored);

    private static readonly Gen<Value> Text = Folded(Plain);

    private static readonly Gen<Value> Day = Gen.OneOf<string>("dueOn", "completedOn", "plan/dueOn")
        .Select(path => new Value(path, row => TextAt(row, path) is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null));

    private static readonly Gen<Value> Whole = Gen.OneOf(
        StoredText.Select(
            text => new Value($"length({text.Text})", row => text.Of(row) is string of ? (decimal)of.EnumerateRunes().Count() : null)),
        Gen.Select(StoredText, Gen.OneOf<string>(Words),
            (text, word) => new Value($"indexof({text.Text},'{word}')", row => text.Of(row) is string of ? Place(of, word) : null)),
        Gen.Select(Day, Gen.OneOf<string>("year", "month", "day"), (day, part) => new Value($"{part}({day.Text})",
            row => day.Of(row) is DateOnly of ? (decimal)(part == "year" ? of.Year : part == "month" ? of.Month : of.Day) : null)),
        Gen.OneOf<string>("version", "plan/version").Select(path => new Value(path, row => NumberAt(row, path))));

    private static readonly Gen<Value> Counted = Gen.OneOf(
        Gen.Const(new Value("tasks/$count", row => (decimal)row.GetProperty("tasks").GetArrayLength())),
        Gen.OneOf<string>("TASK", "WORK_PLAN").Select(kind => new Value($"tasks/$count($filter=kind eq '{kind}')",
            row => (decimal)row.GetProperty("tasks").EnumerateArray().Count(task => TextAt(task, "kind") == kind))));

    private static readonly Gen<Condition> Leaf = Gen.OneOf(
        Gen.Select(Text, Gen.OneOf<string>("contains", "startswith", "endswith"), Gen.OneOf<string>(Words),
            (text, function, word) => new Condition(
            $"{function}({text.Text},'{word}')",
            row => text.Of(row) is string of
                ? function == "contains"
                ? of.Contains(word, StringComparison.Ordinal)
                : function == "startswith"
                ? of.StartsWith(word, StringComparison.Ordinal) : of.EndsWith(word, StringComparison.Ordinal) : null)),
        Gen.Select(Gen.Select(Text, Gen.OneOf<string>("tolower", "toupper"), Made), Gen.OneOf<string>(Equalities), Gen.OneOf<string>(Words),
            (text, name, word) => Compared(text, name, new Value($"'{word}'", _ => word))),
        Gen.Select(Gen.Select(Text, Gen.OneOf<string>("tolower", "toupper"), Made), Gen.OneOf<string>(Words).Array[1, 3],
            (text, words) => new Condition(
            $"{text.Text} in ({string.Join(',', words.Select(word => $"'{word}'"))})", row => words.Contains(text.Of(row)))),
        Gen.Select(Gen.OneOf(Whole, Counted, Gen.Const(new Value("progress", row => NumberAt(row, "progress")))),
            Gen.OneOf<string>(Comparisons), Gen.OneOf<string>("-1", "0", "1", "3", "4.5", "12", "15.25", "33.33335", "2026", "99999999999",
            "-99999999999.5"), (number, name, literal) =>
            Compared(number, name, new Value(literal, _ => decimal.Parse(literal, CultureInfo.InvariantCulture)))),
        Gen.Select(Day, Gen.OneOf<string>(Comparisons), Gen.OneOf<string>("2026-03-01", "2026-03-01T00:00:00Z", "2026-03-01T12:30:00Z",
            "2026-07-01T00:00:00+08:00", "now()"), (day, name, literal) => Instants(day, name, literal)),
        Gen.Select(Day, Gen.OneOf<string>(Equalities), (day, name) => Compared(day, name, new Value("null", _ => null))),
        Gen.Select(Whole, Gen.OneOf<string>(Comparisons), Whole, Compared),
        Gen.Select(Day, Gen.OneOf<string>(Comparisons), Day, Compared),
        Gen.Select(StoredText, Gen.OneOf<string>(Equalities), StoredText, Compared));

    private static readonly Gen<Condition> Filter = Gen.Recursive<Condition>((depth, inner) => depth > 2 ? Leaf : Gen.OneOf(
        Leaf,
        Leaf,
        inner.Select(one => new Condition($"not ({one.Text})", row => !one.Of(row))),
        Gen.Select(inner, inner, Gen.Bool, (left, right, isAnd) => isAnd
            ? new Condition($"({left.Text} and {right.Text})", row => left.Of(row) & right.Of(row))
            : new Condition($"({left.Text} or {right.Text})", row => left.Of(row) | right.Of(row)))));

    // For a group: its keys, the number of its rows, and the greatest and the average progress.
    private sealed record Group(string Kind, string? Status, decimal Count, decimal? Most, decimal Statuses);

    private static readonly Gen<(string Text, Func<Group, bool> Of)> OfNumbers =
        Gen.Recursive<(string Text, Func<Group, bool> Of)>((depth, inner) => depth > 2 ? Number() : Gen.OneOf(
        Number(),
        inner.Select(one => ($"not ({one.Text})", (Func<Group, bool>)(group => !one.Of(group)))),
        Gen.Select(inner, inner, Gen.Bool, (left, right, isAnd) => (
            $"({left.Text} {(isAnd ? "and" : "or")} {right.Text})",
            (Func<Group, bool>)(group => isAnd ? left.Of(group) && right.Of(group) : left.Of(group) || right.Of(group))))));

    private static readonly Gen<(string Text, Func<Group, bool> Of)> OfKeys = Gen.OneOf(
        Gen.OneOf<string>("TASK", "WORK_PLAN").Select(kind => ($"kind eq '{kind}'", (Func<Group, bool>)(group => group.Kind == kind))),
        Gen.Const(
            ("contains(tolower(status),'o')", (Func<Group, bool>)(group => group.Status?.Contains('O', StringComparison.Ordinal) == true))),
        Gen.Const(("status ne null", (Func<Group, bool>)(group => group.Status is not null))));

    private static readonly Gen<(string Text, Func<Group, bool> Of)> OfGroups = Gen.OneOf(
        OfNumbers,
        Gen.Select(OfNumbers, OfKeys,
            (numbers, keys) => ($"{keys.Text} and {numbers.Text}", (Func<Group, bool>)(group => keys.Of(group) && numbers.Of(group)))));

    [Fact]
    public Task As_many_rows_as_are_asked_for_are_in_one_answer_where_they_fit() => AskAsync(async (server, _) =>
    {
        var all = (await Feed.WalkAsync(server, Feed.Address("facilityConsolidations", "$select=code", "$orderby=type desc,code"),
            1_000)).Select(row => row.GetRawText()).ToList();
        var answer = await Feed.GetAsync(server,
            Feed.Address("facilityConsolidations", "$select=code", "$orderby=type desc,code", "$top=1180", "$skip=3", "$count=true"));
        Assert.Equal(all.Skip(3).Take(1_180), answer.GetProperty("value").EnumerateArray().Select(row => row.GetRawText()));
        Assert.Equal((1_770, false), (answer.GetProperty("@odata.count").GetInt32(), answer.TryGetProperty("@odata.nextLink", out var _)));
        Assert.Equal(1_770, (await Feed.GetAsync(server, Feed.Address("facilityConsolidations", "$select=code", "$top=5000"))).GetProperty(
            "value").GetArrayLength());
        Assert.Equal(1_000,
            (await Feed.GetAsync(server, Feed.Address("facilityConsolidations", "$top=1180"),
            "Prefer: odata.maxpagesize=5000")).GetProperty("value").GetArrayLength());
        Assert.Equal(1_000, (await Feed.GetAsync(server, Feed.Address("facilityConsolidations"))).GetProperty("value").GetArrayLength());

        // Where they do not fit, the link leads to the rest.
        var heavy = Feed.Address("reformTasks", "$expand=county($expand=townships($top=33))", "$top=590", "$orderby=code");
        var (codes, pages) = (new List<string?>(), 0);
        for (var next = heavy; next is not null; pages++)
        {
            var page = await Feed.GetAsync(server, next);
            codes.AddRange(page.GetProperty("value").EnumerateArray().Select(row => TextAt(row, "code")));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.Equal((590, 590), (codes.Count, codes.Distinct().Count()));
        Assert.True(pages > 1);
    });

    [Fact]
    public Task A_filter_of_groups_gives_the_groups_that_fulfil_it() => AskAsync(async (server, rows) =>
    {
        var groups = rows.GroupBy(row => (Kind: TextAt(row, "kind")!, Status: TextAt(row, "status"))).Select(group => new Group(
            group.Key.Kind, group.Key.Status, group.Count(), group.Max(row => (decimal?)NumberAt(row, "progress")),
                group.Key.Status is null ? 0 : 1)).ToList();
        await OfGroups.SampleAsync(
            async filter =>
            {
                var found =
                    await Feed.WalkAsync(server,
                    Feed.Address("reformTasks",
                    "$apply=groupby((kind,status),aggregate($count as n,progress with max as most,status with countdistinct as statuses))",
                    "$filter=" + filter.Text), 3);
                Assert.Equal(
                    groups.Where(filter.Of).Select(group => $"{group.Kind} {group.Status} {group.Count}").Order(StringComparer.Ordinal),
                    found.Select(group => $"{TextAt(group, "kind")} {TextAt(group, "status")} {NumberAt(group, "n")}")
                        .Order(StringComparer.Ordinal));
            },
            iter: Exhaustive.Share(100),
            threads: 2,
            print: filter => filter.Text);
    });

    [Fact]
    public Task A_filter_gives_the_rows_that_fulfil_it() => AskAsync(async (server, rows) =>
    {
        await Filter.SampleAsync(
            async filter =>
            {
                var found =
                    await Feed.WalkAsync(server, Feed.Address("reformTasks", "$select=id", "$filter=" + filter.Text, "now=" + Now), 1_000);
                Assert.Equal(rows.Where(row => filter.Of(row) == true).Select(row => TextAt(row, "id")),
                    found.Select(row => TextAt(row, "id")));
            },
            iter: Exhaustive.Share(400),
            threads: 2,
            print: filter => filter.Text);
    });

    private async Task AskAsync(Func<RunningServer, List<JsonElement>, Task> ask)
    {
        var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        try
        {
            var rows = await Feed.WalkAsync(server, Feed.Address("reformTasks",
                "$expand=county($select=nameZh),township($select=id,nameZh),plan($select=code,dueOn,version),tasks($select=kind)"), 1_000);
            Assert.Equal(597, rows.Count);
            await ask(server, rows);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static Gen<(string Text, Func<Group, bool> Of)> Number() => Gen.Select(
        Gen.OneOf<string>("n", "most", "statuses"), Gen.OneOf<string>(Comparisons), Gen.OneOf<decimal>(0, 1, 12.5m, 40, 99.9m, 100, 150),
            (alias, name, literal) => (
            FormattableString.Invariant($"{alias} {name} {literal}"),
            (Func<Group, bool>)(group =>
                Holds(name, alias == "n" ? group.Count : alias == "most" ? group.Most : group.Statuses, literal))));

    private static Gen<Value> Folded(Gen<Value> text) => Gen.OneOf(text, Gen.Select(text, Gen.OneOf<string>("tolower", "toupper"), Made));

    private static Value Made(Value text, string function) => new($"{function}({text.Text})", row => text.Of(row) is not string of ? null
        : new string(
            [.. of.Select(letter => function == "tolower" && letter is >= 'A' and <= 'Z' ? (char)(letter + 32)
            : function == "toupper" && letter is >= 'a' and <= 'z' ? (char)(letter - 32) : letter)]));

    private static Condition Compared(Value left, string name, Value right) =>
        new($"{left.Text} {name} {right.Text}", row => Holds(name, left.Of(row), right.Of(row)));

    // A day is its midnight.
    private static Condition Instants(Value day, string name, string literal)
    {
        var instant = literal == "now()"
            ? DateTimeOffset.Parse(Now, CultureInfo.InvariantCulture)
            : DateTimeOffset.Parse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new($"{day.Text} {name} {literal}",
            row => Holds(name, day.Of(row) is DateOnly of ? of.ToDateTime(TimeOnly.MinValue) : null, instant.DateTime));
    }

    private static bool Holds(string name, object? left, object? right) => name switch
    {
        "eq" => Equals(left, right),
        "ne" => !Equals(left, right),
        _ when left is null || right is null => false,
        "gt" => ((IComparable)left).CompareTo(right) > 0,
        "ge" => ((IComparable)left).CompareTo(right) >= 0,
        "lt" => ((IComparable)left).CompareTo(right) < 0,
        _ => ((IComparable)left).CompareTo(right) <= 0,
    };

    private static object Place(string text, string word) =>
        (decimal)(text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var place ? text[..place].EnumerateRunes().Count() : -1);

    private static JsonElement At(JsonElement row, string path) =>
        path.Split('/').Aggregate(row, (at, name) => at.ValueKind == JsonValueKind.Object ? at.GetProperty(name) : at);

    private static string? TextAt(JsonElement row, string path) =>
        At(row, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static object? NumberAt(JsonElement row, string path) =>
        At(row, path) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
