using System.Text.RegularExpressions;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>What the document says of HotChocolate is so of this schema: it has the shapes that HotChocolate prints,
/// and besides them what is listed.</summary>
public sealed partial class HotChocolateTests
{
    private const string Document = "docs/hotchocolate.md";
    private const string Comparable = "eq neq in nin gt ngt gte ngte lt nlt lte nlte";

    // What the names of types end or begin with, and the fields that HotChocolate prints of them.
    private static readonly (string Kind, Regex Names, string Fields)[] Recorded =
    [
        ("StringOperationFilterInput", new("^StringOperationFilterInput$"),
            "and or eq neq contains ncontains in nin startsWith nstartsWith endsWith nendsWith"),
        ("BooleanOperationFilterInput", new("^BooleanOperationFilterInput$"), "eq neq"),
        ("IdOperationFilterInput", new("^IdOperationFilterInput$"), "eq neq in nin"),
        ("Comparable", new("^(Int|Long|Decimal|DateTime|LocalDate)OperationFilterInput$"), Comparable),
        ("OperationFilterInput", new("(?<!^(String|Boolean|Id|Int|Long|Decimal|DateTime|LocalDate))OperationFilterInput$"),
            "eq neq in nin"), // of enums
        ("ListFilterInputTypeOf", new("^ListFilterInputTypeOf"), "all none some any"),
        ("Connection", new("Connection$"), "pageInfo edges nodes totalCount"),
        ("Edge", new("Edge$"), "cursor node"),
        ("PageInfo", new("^PageInfo$"), "hasNextPage hasPreviousPage startCursor endCursor"),
        ("Payload", new("^(Create|Update)\\w+Payload$"), "errors"),
    ];

    private static readonly GraphQLDocument Schema = Parser.Parse<GraphQLDocument>(Repository.Read("schema/schema.graphql"));

    [Fact]
    public void The_schema_has_the_shapes_that_HotChocolate_prints_and_what_the_document_lists()
    {
        var types = Schema.Definitions.OfType<GraphQLTypeDefinition>()
            .Select(type => (Name: type.Name.StringValue, Fields: FieldsOf(type))).ToList();
        var additions = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (kind, names, fields) in Recorded)
        {
            var alike = types.Where(type => names.IsMatch(type.Name)).ToList();
            Assert.NotEmpty(alike);
            Assert.All(alike, type => Assert.Empty(fields.Split(' ').Except(type.Fields)));
            additions.UnionWith(alike.SelectMany(type => type.Fields.Except(fields.Split(' ')).Where(field => !IsResult(type.Name, field)))
                .Select(field => $"{kind}.{field}"));
        }

        additions.UnionWith(Collections().SelectMany(ArgumentsOf).Except("first after last before where order".Split(' '))
            .Select(argument => $"Query.{argument}"));
        Assert.Equal(additions,
            AdditionPattern().Matches(Repository.Read(Document)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_collection_has_the_arguments_that_HotChocolate_prints() =>
        Assert.All(Collections(), field => Assert.Empty("first after last before where order".Split(' ').Except(ArgumentsOf(field))));

    [Fact]
    public void It_has_no_directives_but_those_that_the_document_names() => Assert.Equal(
        ["cost", "listSize", "oneOf", "specifiedBy"],
        Schema.Definitions.OfType<GraphQLDirectiveDefinition>().Select(directive => directive.Name.StringValue)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_row_is_found_by_an_ID_and_has_no_foreign_keys()
    {
        var types = Schema.Definitions.OfType<GraphQLObjectTypeDefinition>()
            .ToDictionary(type => type.Name.StringValue, type => type.Fields!);
        var rows = types["Query"].Where(field => field.Name.StringValue.EndsWith("ByCode", StringComparison.Ordinal))
            .Select(field => types[((GraphQLNamedType)field.Type).Name.StringValue]).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, fields => Assert.Equal("ID",
            ((GraphQLNamedType)((GraphQLNonNullType)fields.Single(field => field.Name.StringValue == "id").Type).Type).Name.StringValue));
        Assert.DoesNotContain(rows.SelectMany(fields => fields),
            field => field.Name.StringValue is not "rowId" && field.Name.StringValue.EndsWith("Id", StringComparison.Ordinal));
    }

    /// <summary>HotChocolate's operators call the methods of <see cref="string"/>, and leave to EF Core what these are in SQL.</summary>
    [Fact]
    public void EF_Core_ignores_the_case_of_ASCII_letters_in_StartsWith_and_EndsWith_on_SQLite_and_not_in_Contains()
    {
        using var context = new DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options);
        var (small, capital) = ("rv", "RV");
        var texts = context.Database.SqlQuery<string>($"SELECT {capital} AS Value");
        Assert.Single(texts.Where(text => text.StartsWith(small)));
        Assert.Single(texts.Where(text => text.EndsWith(small)));
        Assert.Empty(texts.Where(text => text.Contains(small)));
    }

    // The row that a mutation is about is a field of its payload there as well.
    private static bool IsResult(string type, string field) =>
        type.EndsWith($"{char.ToUpperInvariant(field[0])}{field[1..]}Payload", StringComparison.Ordinal);

    private static IEnumerable<GraphQLFieldDefinition> Collections() => Schema.Definitions.OfType<GraphQLObjectTypeDefinition>()
        .Single(type => type.Name.StringValue == "Query").Fields!
        .Where(field => field.Type is GraphQLNamedType type && type.Name.StringValue.EndsWith("Connection", StringComparison.Ordinal));

    private static IEnumerable<string> ArgumentsOf(GraphQLFieldDefinition field) =>
        field.Arguments!.Select(argument => argument.Name.StringValue);

    private static List<string> FieldsOf(GraphQLTypeDefinition type) => type switch
    {
        GraphQLObjectTypeDefinition item => [.. item.Fields!.Select(field => field.Name.StringValue)],
        GraphQLInputObjectTypeDefinition input => [.. input.Fields!.Select(field => field.Name.StringValue)],
        _ => [],
    };

    [GeneratedRegex(@"(?<=^\|[^|]*)`(\w+\.\w+)`", RegexOptions.Multiline)]
    private static partial Regex AdditionPattern();
}
