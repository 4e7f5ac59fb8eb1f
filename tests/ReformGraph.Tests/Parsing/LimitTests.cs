using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using Xunit;
using static ReformGraph.Tests.Parsing.Reading;

namespace ReformGraph.Tests.Parsing;

public sealed class LimitTests
{
    /// <summary>Each limit: its name, its default, and a document that holds exactly so many.</summary>
    public static TheoryData<string, int, Func<int, string>> Limits => new()
    {
        { nameof(DocumentLimits.Tokens), 5_000, found => $"{{items(ids: [{Repeat(found - 12, "1 ")}]) {{id}}}}" },
        { nameof(DocumentLimits.Nesting), 64, found =>
            $"{{item(where: {Repeat((found - 1) / 2, "{and: [")}{(found % 2 == 0 ? "{}" : "")}{Repeat((found - 1) / 2, "]}")}){{id}}}}" },
        { nameof(DocumentLimits.Nesting), 64,
            found => $"{{...f0}}{Each(found - 2, number => $"fragment f{number} on Query{{...f{number + 1}}}")}fragment f{found - 2} on " +
                $"Query{{__typename}}" },
        { nameof(DocumentLimits.Fields), 2_048,
            found =>
                $"{{{Each(16, set => $"i{set}: item{{{Each(8, inner => $"i{inner}: item{{{Repeat(14, "id ")}}}")}}}")}{Repeat(found - 1_936, "__typename ")}}}" },
        { nameof(DocumentLimits.Directives), 50,
            found => $"{{item{{{Each(found, number => $"a{number % 25}: {(number < 25 ? "id" : "name")} @skip(if: false) ")}}}}}".Replace(
            "a", "b", StringComparison.Ordinal) },
        { nameof(DocumentLimits.DirectivesPerPlace), 4, found => $"{{item{{id {Repeat(found, "@skip(if: false) ")}}}}}" },
        { nameof(DocumentLimits.FragmentVisits), 1_000,
            found => $"{{{Each(19, number => $"i{number}: item{{{Repeat(25, "...f ")}}}")} " +
                $"item{{{Repeat((found - 950) / 2, "...f ")}{Repeat(found % 2, "...g ")}}}}} fragment f on Item{{...g}} fragment g " +
                $"on Item{{id}}" },
        { nameof(DocumentLimits.DataDepth), 15, found => $"{{{Repeat(found - 1, "item{")}id{Repeat(found - 1, "}")}}}" },
        { nameof(DocumentLimits.DataDepth), 15,
            found => $"{{{Repeat(10, "item{")}...f{Repeat(10, "}")}}} fragment f on " +
                $"Item{{{Repeat(found - 11, "item{")}id{Repeat(found - 11, "}")}}}" },
        { nameof(DocumentLimits.IntrospectionDepth), 24,
            found => $"{{__type(name: \"Item\"){{{Repeat(found - 2, "ofType{")}name{Repeat(found - 2, "}")}}}}}" },
        { nameof(DocumentLimits.IntrospectionDepth), 24, found =>
            $"{{__type(name: \"Item\"){{...f}}}} fragment f on __Type{{{Repeat(found - 2, "ofType{")}name{Repeat(found - 2, "}")}}}" },
        { nameof(DocumentLimits.IntrospectionLists), 2,
            found => $"{{__type(name: \"Item\"){{{Repeat(found, "fields{type{")}name{Repeat(found, "}}")}}}}}" },
        { nameof(DocumentLimits.RootFields), 20,
            found => $"{{a: __typename ...f}} fragment f on " +
                $"Query{{{Each(found - 1, number => $"i{number}: {(number % 2 == 0 ? "item" : "items")}{{id}} ")}}}" },
        { nameof(DocumentLimits.Aliases), 30,
            found => $"{{item{{a: id ...f}} item{{b: id}}}} fragment f on Item{{{Each(found - 2, number => $"i{number}: id ")}}}" },
        { nameof(DocumentLimits.Errors), 20, found => $"{{item{{{Each(found, number => $"x{number} ")}}}}}" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void At_its_limit_a_document_passes_and_one_over_it_is_refused(string limit, int allowed, Func<int, string> document)
    {
        if (limit == nameof(DocumentLimits.Errors))
        {
            Assert.Equal(allowed, Errors(document(allowed)).Count);
            Assert.Equal(allowed, Errors(document(allowed + 1)).Count);
            return;
        }

        Assert.DoesNotContain(ErrorsOf(document(allowed)), error => error.Code == ErrorCodes.LimitExceeded);
        RefusedFor(limit, allowed + 1, allowed, document(allowed + 1));
    }

    [Fact]
    public void Fields_and_values_count_wherever_a_fragment_puts_them() =>
        RefusedFor(nameof(DocumentLimits.ExpandedFields), 1 + (3 * (3 + 3)), 18,
            "{item{...f ...f ...f}} fragment f on Item{id items(ids: [1, 2]){id}}", new DocumentLimits { ExpandedFields = 18 });

    [Theory]
    [InlineData("{item{id id id id id}}", 10)]
    [InlineData("{item{id items{id}} item{...f ...f}} fragment f on Item{id items{id}}", 10)]
    public void Comparisons_count_pairs_of_fields_with_fragments_followed(string text, int comparisons)
    {
        Read(text, new DocumentLimits { FieldComparisons = comparisons });
        RefusedFor(nameof(DocumentLimits.FieldComparisons), comparisons, comparisons - 1, text,
            new DocumentLimits { FieldComparisons = comparisons - 1 });
    }

    [Fact]
    public void A_refusal_says_where_the_limit_was_passed()
    {
        var error =
            Refused(ErrorCodes.LimitExceeded, "{\n  item {\n    a: id\n    b: id\n    c: id\n  }\n}", new DocumentLimits { Aliases = 2 });
        Assert.Equal([new ErrorLocation(5, 5)], error.Locations);
        Assert.Equal("Too many aliases of 'id': 3 found, 2 allowed by Limits:Aliases.", error.Message);
    }

    [Fact]
    public void Every_limit_that_is_exceeded_is_named()
    {
        var errors = Errors("{item{id @skip(if: true) @skip(if: true)}}",
            new DocumentLimits { Directives = 1, DirectivesPerPlace = 1, Fields = 1 });
        Assert.Equal(["Limits:Fields", "Limits:Directives", "Limits:DirectivesPerPlace"], errors.Select(error => error.Details!["limit"]));
    }

    [Fact]
    public void A_fragment_that_nothing_spreads_is_counted_too() =>
        RefusedFor(nameof(DocumentLimits.DataDepth), 3, 2, "{__typename} fragment f on Item{item{item{id}}}",
            new DocumentLimits { DataDepth = 2 });

    [Fact]
    public void The_deepest_nesting_that_is_allowed_fits_the_smallest_stack_of_a_pool_thread()
    {
        var fields = $"{{{Repeat(7, "item{")}{Repeat(56, "... on Item{")}id{Repeat(63, "}")}}}";
        var values = $"{{item(where: {Repeat(31, "{and: [")}{Repeat(31, "]}")}){{id}}}}";
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => (Read(fields), Read(values))), 1536 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    private static IReadOnlyList<RequestError> ErrorsOf(string text) =>
        (Record.Exception(() => Read(text)) as RequestErrorException)?.Errors ?? [];

    private static void RefusedFor(string limit, int found, int allowed, string text, DocumentLimits? limits = null)
    {
        var details = Refused(ErrorCodes.LimitExceeded, text, limits).Details!;
        Assert.Equal($"Limits:{limit}", details["limit"]);
        Assert.Equal((long)found, details["found"]);
        Assert.Equal(allowed, details["allowed"]);
    }
}
