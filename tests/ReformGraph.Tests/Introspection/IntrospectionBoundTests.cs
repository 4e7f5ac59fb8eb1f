using System.Text;
using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Engine;
using Xunit;

namespace ReformGraph.Tests.Introspection;

/// <summary>What is asked of the schema about itself is counted before it is written, and kept once it was.</summary>
public sealed class IntrospectionBoundTests
{
    private const string Types = "{ __schema { types { name kind description } } }";

    [Theory]
    [InlineData(Types)]
    [InlineData(
        "{ a: __schema { types { ...T } } b: __type(name: \"Book\") { ...T } } fragment T on __Type { name fields(includeDeprecated: " +
        "true) { name args { name } } }")]
    [InlineData("{ codeLists { code values { value labelZh labelEn description } } }")]
    [InlineData("{ books(first: 1) { nodes { id } } __schema { types { name } } }")]
    [InlineData(
        "query ($all: Boolean = true, $name: String = \"__Directive\") { __type(name: $name) { fields(includeDeprecated: $all) { name " +
        "isDeprecated @skip(if: $all) } } }")]
    public async Task An_answer_at_the_limit_is_given_and_one_byte_more_is_refused_with_its_size(string document)
    {
        using var tiny = new TinyEngine();
        using var answer = JsonDocument.Parse(await tiny.AskAsync(document));
        var bytes = answer.RootElement.GetProperty("data").EnumerateObject().Where(root => root.Name != "books")
            .Sum(root => Encoding.UTF8.GetByteCount(root.Value.GetRawText()));

        Prepare(document, bytes);
        var error = Assert.Single(Assert.Throws<RequestErrorException>(() => Prepare(document, bytes - 1)).Errors);
        Assert.Same(ErrorCodes.LimitExceeded, error.Code);
        Assert.Equal(("Limits:IntrospectionBytes", (long)bytes, bytes - 1),
            (error.Details!["limit"], error.Details["found"], error.Details["allowed"]));
        Assert.Single(error.Locations);
    }

    [Theory]
    [InlineData("__schema", "types { fields { args { type { kind } } } }")]
    [InlineData("codeLists", "values { description }")]
    public void Aliases_multiply_what_is_counted_and_the_count_itself_has_an_end(string root, string inner)
    {
        var (field, below) =
            (inner[..inner.IndexOf('{', StringComparison.Ordinal)].Trim(), inner[inner.IndexOf('{', StringComparison.Ordinal)..]);
        var document =
            $"{{ {string.Join(' ', Enumerable.Range(0, 10).Select(number => $"r{number}: {root} {{ {string.Join(' ', Enumerable.Range(0, 30).Select(alias => $"a{alias}: {field} {below}"))} }}"))} }}";
        var error = Assert.Single(Assert.Throws<RequestErrorException>(() => Prepare(document, 20_000)).Errors);
        Assert.Same(ErrorCodes.LimitExceeded, error.Code);
        Assert.InRange((long)error.Details!["found"], 100_000, 10 * 20 * 20_000 * 2);
    }

    [Theory]
    [InlineData(Types)]
    [InlineData("{ books { nodes { id } } __schema { types { name } } }")]
    public void It_ends_when_its_time_is_over(string document)
    {
        using var tiny = new TinyEngine(options: new EngineOptions { Timeout = TimeSpan.Zero });
        Assert.Same(ErrorCodes.Timeout,
            Assert.Single(Assert.Throws<RequestErrorException>(() => tiny.Engine.Prepare(Request(document))).Errors).Code);
    }

    [Fact]
    public void An_answer_about_the_schema_alone_is_made_once_for_each_document_variables_and_role()
    {
        const string Named = "query ($name: String!) { __type(name: $name) { name } again: __typename }";
        using var tiny = new TinyEngine();
        var answers = new[]
        {
            Request(Types), Request(Types, role: "reader"), Request(Types + " "), Request(Named, new { name = "Book" }),
                Request(Named, new { name = "Shelf" }),
        }.Select(request => tiny.Engine.Prepare(request).Kept).ToList();
        Assert.All(answers, Assert.NotNull);
        Assert.Equal(answers.Count, answers.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.Same(answers[0], tiny.Engine.Prepare(Request(Types)).Kept);
        Assert.Same(answers[3], tiny.Engine.Prepare(Request(Named, new { name = "Book" })).Kept);
        Assert.Equal("""{"data":{"__type":{"name":"Shelf"},"again":"Query"}}""", Encoding.UTF8.GetString(answers[4]!.Json.Span));
    }

    [Fact]
    public void One_that_says_more_than_the_schema_is_not_kept()
    {
        using var tiny = new TinyEngine();
        Assert.Null(tiny.Engine.Prepare(Request("{ books { totalCount } __schema { description } }")).Kept);
        Assert.Null(tiny.Engine.Prepare(Request("{ __typename }")).Kept);
        Assert.Null(tiny.Engine.Prepare(Request(Types) with { IsStamped = true }).Kept);
        Assert.Null(tiny.Engine.Prepare(Request(Types) with { AsOf = new AsOf(1, null) }).Kept);
    }

    [Fact]
    public void What_is_deprecated_is_listed_only_where_it_is_asked_for()
    {
        using var tiny = new TinyEngine();
        const string Fields = "query ($all: Boolean) { __type(name: \"__Directive\") { fields(includeDeprecated: $all) { name } } }";
        Assert.DoesNotContain("onField", Text(null), StringComparison.Ordinal);
        Assert.DoesNotContain("onField", Text(new { all = false }), StringComparison.Ordinal);
        Assert.Contains("onField", Text(new { all = true }), StringComparison.Ordinal);

        string Text(object? variables) => Encoding.UTF8.GetString(tiny.Engine.Prepare(Request(Fields, variables)).Kept!.Json.Span);
    }

    private static void Prepare(string document, int allowed)
    {
        using var tiny = new TinyEngine(options: new EngineOptions { Limits = new DocumentLimits { IntrospectionBytes = allowed } });
        tiny.Engine.Prepare(Request(document));
    }

    private static QueryRequest Request(string document, object? variables = null, string role = "admin") =>
        new(document, null, variables is null ? default : JsonSerializer.SerializeToElement(variables)) { Role = role };
}
