using System.Text;
using CsCheck;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using Xunit;
using static ReformGraph.Tests.Parsing.Reading;

namespace ReformGraph.Tests.Parsing;

public sealed class HostileDocumentTests
{
    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", "...", ":", "!", "$", "@", "=", "|", "&", "on", "query", "mutation", "subscription", "fragment",
            "type", "item", "items", "id", "name",
        "a", "a:", "where:", "ids:", "color:", "pick:", "first:", "RED", "1", "-1", "99999999999999999999", "1e400", "\"text\"",
            "\"\"\"block\"\"\"", "\"\\uD800\"", "null", "true", "$v", "$v: ID",
        "__typename", "__schema", "__type", "fields", "ofType", "@skip(if: true)", "@include(if: $v)", "{id}", "{item{id}}", "...on Item",
            "...a", "fragment a on Item{id}", "#c\n", ",", "\uFEFF", "\0",
    ];

    private static readonly Gen<string> Token = Gen.Int[0, Tokens.Length - 1].Select(index => Tokens[index]);

    public static TheoryData<string, string, string> Documents => new()
    {
        { "typename x 10,000", $"{{{Repeat(10_000, "__typename ")}}}", nameof(DocumentLimits.Tokens) },
        { "typename x 2,000", $"{{{Repeat(2_000, "__typename ")}}}", nameof(DocumentLimits.FieldComparisons) },
        { "a field with arguments x 3,000", $"{{{Repeat(3_000, "items(first: 1){id} ")}}}", nameof(DocumentLimits.Tokens) },
        { "24 doubling fragments", Doubling(24), nameof(DocumentLimits.FragmentVisits) },
        { "30 doubling fragments", Doubling(30), nameof(DocumentLimits.FragmentVisits) },
        { "60 doubling fragments", Doubling(60), nameof(DocumentLimits.FragmentVisits) },
        { "10,000 unknown directives", $"{{__typename {Each(10_000, number => $"@d{number} ")}}}", nameof(DocumentLimits.Tokens) },
        { "100,000 braces", Repeat(100_000, "{"), nameof(DocumentLimits.Nesting) },
        { "100,000 closed braces", $"{Repeat(100_000, "{a")}{Repeat(100_000, "}")}", nameof(DocumentLimits.Nesting) },
        { "100,000 brackets", $"{{items(ids: {Repeat(100_000, "[")}{Repeat(100_000, "]")}){{id}}}}", nameof(DocumentLimits.Nesting) },
        { "100,000 objects", $"{{item(where: {Repeat(100_000, "{and: ")}{Repeat(100_000, "}")}){{id}}}}", nameof(DocumentLimits.Nesting) },
        { "100,000 list types", $"query($v: {Repeat(100_000, "[")}ID{Repeat(100_000, "]")}){{__typename}}",
            nameof(DocumentLimits.Nesting) },
        { "an introspection cycle", $"{{__type(name: \"Item\"){{{Repeat(3, "fields{type{")}name{Repeat(3, "}}")}}}}}",
            nameof(DocumentLimits.IntrospectionLists) },
        { "a deep introspection cycle", $"{{__type(name: \"Item\"){{{Repeat(25, "fields{type{")}name{Repeat(25, "}}")}}}}}",
            nameof(DocumentLimits.IntrospectionDepth) },
        { "an introspection cycle through a fragment",
            "{__schema{types{...f}}} fragment f on __Type{fields{type{...g}}} fragment g on __Type{fields{type{...h}}} fragment h on __Type{interfaces{name}}", nameof(DocumentLimits.IntrospectionLists) },
        { "inline fragments 200 x 100", $"{{{Repeat(200, "... on Query{")}{Repeat(100, "__typename ")}{Repeat(200, "}")}}}",
            nameof(DocumentLimits.Nesting) },
        { "200 inline fragments of 100", $"{{{Repeat(200, $"... on Query{{{Repeat(100, "__typename ")}}}")}}}",
            nameof(DocumentLimits.Tokens) },
        { "a chain of 600 fragments",
            $"{{...f0}}{Each(600, number => $"fragment f{number} on Query{{...f{number + 1}}}")}fragment f600 on Query{{__typename}}",
            nameof(DocumentLimits.Nesting) },
        { "460 fragments side by side",
            $"{{{Each(460, number => $"...f{number} ")}}}{Each(460, number => $"fragment f{number} on Query{{__typename}}")}",
            nameof(DocumentLimits.FieldComparisons) },
        { "many operations over one long list",
            $"fragment f on Query{{items(ids: [{Repeat(1_500, "$v ")}]){{id}}}}{Each(100, number => $"query q{number}($v: ID!){{...f}}")}",
            nameof(DocumentLimits.ExpandedFields) },
        { "half a megabyte of comments", $"{Repeat(250_000, "#\n")}{{__typename}}", nameof(DocumentLimits.Tokens) },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_hostile_document_is_refused_before_validation(string name, string document, string limit)
    {
        var errors = Errors(document);
        Assert.True(errors.All(error => error.Code == ErrorCodes.LimitExceeded), name);
        Assert.Contains($"Limits:{limit}", errors.Select(error => error.Details!["limit"]));
    }

    [Theory]
    [InlineData("{...a} fragment a on Query{...a}", "a > a")]
    [InlineData("{...a} fragment a on Query{item{...b}} fragment b on Item{item{...c}} fragment c on Item{item{...b}}", "b > c > b")]
    [InlineData("{__typename} fragment a on Query{...b} fragment b on Query{...a}", "a > b > a")]
    public void Circular_fragments_are_refused_with_their_circle(string document, string circle) =>
        Assert.Contains(circle, Refused(ErrorCodes.FragmentCircular, document).Message, StringComparison.Ordinal);

    [Fact]
    public void Token_soup_is_refused_or_read_but_nothing_else() =>
        Token.Array[1, 60].Select(tokens => string.Join(' ', tokens)).Sample(IsRefusedOrRead, iter: 20_000);

    [Fact]
    public void Token_soup_within_a_selection_is_refused_or_read_but_nothing_else() =>
        Token.Array[1, 12].Select(tokens => $"query q($v: ID) {{ item {{ id {string.Join(' ', tokens)} }} }}")
            .Sample(IsRefusedOrRead, iter: 20_000);

    [Fact]
    public void Values_of_any_kind_are_refused_or_read_but_nothing_else() =>
        Token.Array[1, 6].Select(
            tokens =>
            $"query q($v: [Filter] = {string.Join(' ', tokens)}) {{ item(where: {{name: {string.Join(' ', tokens)}}}) {{ id }} }}")
            .Sample(IsRefusedOrRead, iter: 20_000);

    [Fact]
    public void Random_bytes_are_refused_or_read_but_nothing_else() =>
        Gen.Byte.Array[0, 200].Select(Encoding.Latin1.GetString).Sample(IsRefusedOrRead, iter: 10_000);

    [Fact]
    public void Random_text_is_refused_or_read_but_nothing_else() => Gen.String.Sample(IsRefusedOrRead, iter: 10_000);

    private static void IsRefusedOrRead(string text)
    {
        try
        {
            Read(text);
        }
        catch (RequestErrorException exception)
        {
            Assert.All(exception.Errors, error => Assert.NotEmpty(error.Message));
        }
    }

    private static string Doubling(int count) =>
        $"{{...f0}}{Each(count, number => $"fragment f{number} on Query{{...f{number + 1} ...f{number + 1}}}")}fragment f{count} on " +
        $"Query{{__typename}}";
}
