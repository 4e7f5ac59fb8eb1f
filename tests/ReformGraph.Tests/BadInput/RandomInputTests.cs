using System.Text;
using System.Text.Json;
using CsCheck;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.BadInput;

/// <summary>Whatever a client sends, the answer is one of GraphQL's, and no mistake of it is the server's.</summary>
public sealed class RandomInputTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly string[] Documents =
        [.. GraphQLCase.Folders.Where(folder => folder is not ("Engine" or "Writes"))
            .SelectMany(folder => GraphQLCase.In(folder).Select(name => GraphQLCase.Read(folder, name).Text))];

    internal static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "(", ")", ":", "$", "@", "!", "...", "\"", "\"\"\"", "\\", "\\u0000", "\\uD800", "#", "\n", "\0", "\uFEFF",
            "null", "true", "-1", "0", "1e999", "NaN",
        "99999999999999999999", "0.00001", "圈", "🏡", "%", "_", "'; DROP TABLE Figures; --", " and: [] ", " or: [{}] ", " eq: null ",
            " in: [null] ", " first: 0 ", " last: 1 ", " after: \"\" ",
        "HIGH", "ASC", "query ", "mutation ", "subscription ", "fragment A on Query ", "...A ", "__typename ", "nodes { id } ",
            "totalCount ", "provenBy ", "@skip(if: $a) ", "$where ", "edges { cursor } ",
    ];

    private static readonly Gen<string> Document = Damage.To(Gen.OneOf<string>(Documents), Pieces, 0, 4);

    private static readonly Gen<object?> Value = Gen.Recursive<object?>((depth, inner) => depth > 4 ? Leaf() : Gen.OneOf(
        Leaf(), inner.Array[0, 4].Select(items => (object?)items),
            Gen.Select(Key(), inner).Array[0, 4].Select(pairs => (object?)Members(pairs))));

    internal static readonly Gen<byte[]> Body = Gen.OneOf(
        Gen.Select(Document, Gen.Select(Key(), Value).Array[0, 4])
            .Select((query, variables) => Json(new() { ["query"] = query, ["variables"] = Members(variables) })),
        Document.Select(query => Json(new() { ["query"] = query })),
        Gen.Select(Document, Value, Value).Select(
            (query, operation, variables) => Json(new() { ["query"] = query, ["operationName"] = operation, ["variables"] = variables })),
        Value.Select(value => JsonSerializer.SerializeToUtf8Bytes(value)),
        Gen.Select(Document, Gen.Double[0, 1]).Select((query, at) => Cut(Json(new() { ["query"] = query }), at)),
        Gen.Byte.Array[0, 60]);

    // Each variable that the cases declare, with values that are wrong more often than right.
    internal static readonly Gen<byte[]> Variables =
        from document in Gen.OneOf<string>([.. Documents.Where(document => document.Contains('$', StringComparison.Ordinal))])
        from values in Gen.Select(Key(), Value).Array[1, 6]
        select Json(new() { ["query"] = document, ["variables"] = Members(values) });

    [Fact]
    public async Task No_random_body_and_no_damaged_query_is_the_servers_mistake() =>
        await Body.SampleAsync(AnswersAsync, iter: 800, threads: 2);

    [Fact]
    public async Task No_random_variables_are_the_servers_mistake() => await Variables.SampleAsync(AnswersAsync, iter: 500, threads: 2);

    private async Task AnswersAsync(byte[] body)
    {
        using var response = await server.PostAsync(body, "Accept: application/graphql-response+json");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is 200 or (>= 400 and < 500),
            $"{response.StatusCode}: {text} to {Encoding.UTF8.GetString(body)}");
        Assert.DoesNotContain(" at ReformGraph.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SELECT \\\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        string[] members = [.. json.RootElement.EnumerateObject().Select(member => member.Name)];
        Assert.True(
            response.IsSuccessStatusCode
            ? members is ["data"] or ["data", "errors"] or ["data", "extensions"] or ["data", "errors", "extensions"]
            : members is ["errors"], text);
    }

    private static byte[] Cut(byte[] body, double place) => body[..(int)(place * body.Length)];

    private static byte[] Json(Dictionary<string, object?> request) => JsonSerializer.SerializeToUtf8Bytes(request);

    private static Dictionary<string, object?> Members((string Key, object? Value)[] pairs) =>
        pairs.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static Gen<string> Key() => Gen.OneOf(
        Gen.OneOf<string>(
            "first", "last", "after", "before", "where", "order", "value", "day", "level", "levels", "code", "id", "text", "flag", "if",
                "rows", "and", "or", "eq", "neq", "in", "nin",
            "gt", "nlte", "contains", "nstartsWith", "some", "any", "provenBy", "county", "riskVillages", "query", "variables",
                "operationName", "extensions", "documentId"),
        Gen.String[0, 4]);

    private static Gen<object?> Leaf() => Gen.OneOf(
        Gen.OneOf<object?>(null, true, false, 0, -1, 7, 1001, int.MaxValue, long.MinValue, 1e300, 0.00001m, "", "7", "HIGH", "ASC",
            "2020-12-31", "9999-99-99", "RV-H-001", "%", "_", "圈🏡", "\0", "WyIwZDVmYmNjMiIsN10"),
        Gen.Int.Select(number => (object?)number),
        Gen.Double.Where(double.IsFinite).Select(number => (object?)number),
        Gen.String[0, 6].Select(text => (object?)text));
}
