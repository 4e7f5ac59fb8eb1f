using System.Globalization;
using System.Text.Json;
using CsCheck;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>A filter in OData and the same in GraphQL give the same rows in the same order, over all pages.</summary>
public sealed class RandomFilterTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly (string OData, string GraphQL)[] Comparisons =
        [("eq", "eq"), ("ne", "neq"), ("gt", "gt"), ("ge", "gte"), ("lt", "lt"), ("le", "lte")];
    private static readonly Dictionary<string, string> Opposites =
        new() { ["eq"] = "neq", ["neq"] = "eq", ["gt"] = "ngt", ["gte"] = "ngte", ["lt"] = "nlt", ["lte"] = "nlte", ["in"] = "nin" };

    // Each with what it says in either language, and what its negation says in GraphQL.
    private sealed record Condition(string OData, string GraphQL, string Negated);

    private static readonly Gen<Condition> Leaf = Gen.OneOf(
        from path in Gen.OneOf<string>("value", "lower", "upper", "restates/value")
        from comparison in Gen.OneOf<(string, string)>(Comparisons)
        from value in Gen.OneOf<string>("0", "13", "47", "118", "462", "109.25", "230900")
        select Compared(path, comparison, value, value),
        from path in Gen.OneOf<string>("year", "firstMonth", "version", "locator/paragraph")
        from comparison in Gen.OneOf<(string, string)>(Comparisons)
        from value in Gen.Int[0, 12]
        select Compared(path, comparison, $"{value}", $"{value}"),
        from pair in Gen.OneOf<(string, string)>(("role", "LEVEL"), ("role", "TARGET"), ("theme", "RISK_VILLAGES"), ("unit", "PERCENT"),
            ("precision", "EXACT"), ("origin", "STATED"), ("scope", "COUNTY"))
        from comparison in Gen.OneOf<(string, string)>(Comparisons[..2])
        select Compared(pair.Item1, comparison, $"'{pair.Item2}'", pair.Item2),
        from path in Gen.OneOf<string>("code", "wording", "remark", "township/code", "village/nameZh", "indicator/code")
        from text in Gen.OneOf<string>("high-risk-villages", "13个", "以上", "villages", "个", "木", "''", "a%_b")
        from comparison in Gen.OneOf<(string, string)>(
            [.. Comparisons[..2], ("contains", "contains"), ("startswith", "startsWith"), ("endswith", "endsWith")])
        select Text(path, comparison, text.Replace("''", "'", StringComparison.Ordinal)),
        from path in Gen.OneOf<string>("period", "remark", "township/code", "value", "derivation")
        from comparison in Gen.OneOf<(string, string)>(Comparisons[..2])
        select Compared(path, comparison, "null", "null"),
        from units in Gen.OneOf<string>("NUMBER", "PERCENT", "YUAN", "PERSON").Array[1, 3]
        select new Condition($"unit in ({string.Join(',', units.Select(unit => $"'{unit}'"))})",
            $"{{ unit: {{ in: [{string.Join(' ', units)}] }} }}", $"{{ unit: {{ nin: [{string.Join(' ', units)}] }} }}"),
        from level in Gen.OneOf<string>("HIGH", "LOW")
        from all in Gen.Bool
        select all
            ? new Condition($"riskVillages/all(x: x/level eq '{level}')", $"{{ riskVillages: {{ all: {{ level: {{ eq: {level} }} }} }} }}",
                $"{{ riskVillages: {{ some: {{ level: {{ neq: {level} }} }} }} }}")
            : new Condition($"riskVillages/any(x: x/level eq '{level}')", $"{{ riskVillages: {{ some: {{ level: {{ eq: {level} }} }} }} }}",
                $"{{ riskVillages: {{ none: {{ level: {{ eq: {level} }} }} }} }}"));

    private static readonly Gen<Condition> Filter = Gen.Recursive<Condition>((depth, inner) => depth > 3 ? Leaf : Gen.OneOf(
        Leaf,
        inner.Select(one => new Condition($"not ({one.OData})", one.Negated, one.GraphQL)),
        Gen.Select(inner, inner, Gen.Bool).Select((left, right, isAnd) => new Condition(
            $"({left.OData} {(isAnd ? "and" : "or")} {right.OData})",
            $"{{ {(isAnd ? "and" : "or")}: [{left.GraphQL} {right.GraphQL}] }}",
            $"{{ {(isAnd ? "or" : "and")}: [{left.Negated} {right.Negated}] }}"))));

    private static readonly Gen<(string, bool)[]> Order =
        Gen.Select(Gen.OneOf<string>("value", "unit", "code", "township/code", "year", "indicator/code"), Gen.Bool).Array[0, 3];

    [Fact]
    public async Task A_walk_with_a_filter_gives_the_rows_of_the_same_question_in_GraphQL() =>
        await Gen.Select(Filter, Order, Gen.Int[3, 40]).SampleAsync(async (filter, order, size) =>
    {
        order = [.. order.DistinctBy(key => key.Item1)];
        var walked =
            await Feed.WalkAsync(server,
            Feed.Address("figures", ["$select=code", "$filter=" + filter.OData, .. order.Length == 0 ? (string[])[]
            : ["$orderby=" + string.Join(',', order.Select(key => key.Item1 + (key.Item2 ? " desc" : "")))]]), size);
        var document =
            $"{{ figures(first: 1000, where: {filter.GraphQL}, order: " +
            $"[{string.Join(' ', order.Select(key => Nested(key.Item1, key.Item2 ? "DESC" : "ASC")))}]) {{ nodes {{ code }} }} }}";
        using var response = await server.PostAsync(JsonSerializer.Serialize(new { query = document }));
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(answer.TryGetProperty("data", out var data), $"{document}\n{answer}");
        Assert.Equal(data.GetProperty("figures").GetProperty("nodes").EnumerateArray().Select(row => row.GetProperty("code").GetString()),
            walked.Select(row => row.GetProperty("code").GetString()));
    }, iter: 150, threads: 2);

    private static Condition Compared(string path, (string OData, string GraphQL) comparison, string odata, string graphQL) => new(
        odata == "null" || comparison.OData == "ne" || graphQL.Length % 2 == 0
            ? $"{path} {comparison.OData} {odata}" : $"({path}) {comparison.OData} ({odata})",
        Nested(path, $"{{ {comparison.GraphQL}: {graphQL} }}"),
        Nested(path, $"{{ {Opposites[comparison.GraphQL]}: {graphQL} }}"));

    // OData: a text function of null is null, and so is its negation.
    private static Condition Text(string path, (string OData, string GraphQL) operation, string text)
    {
        var (odata, graphQL) = ($"'{text.Replace("'", "''", StringComparison.Ordinal)}'", JsonSerializer.Serialize(text));
        return operation.OData is "eq" or "ne"
            ? Compared(path, operation, odata, graphQL)
            : new($"{operation.OData}({path},{odata})", Nested(path, $"{{ {operation.GraphQL}: {graphQL} }}"),
                Nested(path, string.Create(CultureInfo.InvariantCulture, $"{{ n{operation.GraphQL}: {graphQL} neq: null }}")));
    }

    private static string Nested(string path, string value) =>
        path.Split('/').Reverse().Aggregate(value, (inner, name) => $"{{ {name}: {inner} }}");
}
