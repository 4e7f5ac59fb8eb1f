using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Engine;
using Xunit;

namespace ReformGraph.Tests.Parsing;

public sealed class VariablePositionTests
{
    private static readonly DocumentReader Reader = new(SchemaBuilder.Build(TinyDatabase.CatalogAlone()), new DocumentLimits());

    [Theory]
    [InlineData("query ($v: Wear) { books(where: { wear: { in: [GOOD, $v] } }) { totalCount } }", "Wear", "Wear!")]
    [InlineData("query ($v: BookFilterInput) { books(where: { and: [{ id: { eq: 1 } }, $v] }) { totalCount } }", "BookFilterInput",
        "BookFilterInput!")]
    [InlineData("query ($v: BookFilterInput) { books(where: { and: { or: [$v] } }) { totalCount } }", "BookFilterInput",
        "BookFilterInput!")]
    [InlineData("query ($v: BookFilterInput!) { books(where: { and: $v }) { totalCount } }", "BookFilterInput!", "[BookFilterInput!]")]
    [InlineData("query ($v: ID = null) { bookById(id: $v) { id } }", "ID", "ID!")]
    [InlineData("query ($v: String!) { bookById(id: $v) { id } }", "String!", "ID!")]
    [InlineData("query ($v: [ID!]!) { bookById(id: $v) { id } }", "[ID!]!", "ID!")]
    [InlineData("query ($v: [String]) { books(where: { pages: { in: $v } }) { totalCount } }", "[String]", "[Int]")]
    [InlineData("query ($v: [BookSortInput]) { books(order: $v) { totalCount } }", "[BookSortInput]", "[BookSortInput!]")]
    [InlineData("query ($v: String!) { __typename @skip(if: $v) }", "String!", "Boolean!")]
    [InlineData("query ($v: ID) { ...F } fragment F on Query { ...G } fragment G on Query { bookById(id: $v) { id } }", "ID", "ID!")]
    public void A_variable_is_refused_where_its_type_is_not_allowed(string text, string type, string expected)
    {
        var error = Refused(text);
        Assert.Equal($"Variable '$v' of type '{type}' used in position expecting type '{expected}'.", error.Message);
        Assert.Equal(("VARIABLES_IN_ALLOWED_POSITION", "5.8.5"), (error.Details!["rule"], error.Details["section"]));
        Assert.Equal([text.IndexOf("$v", StringComparison.Ordinal) + 1, text.LastIndexOf("$v", StringComparison.Ordinal) + 1],
            error.Locations.Select(location => location.Column));
    }

    [Theory]
    [InlineData("query ($v: ValueGroupBy) { books { groups(by: [{ wear: $v }]) { totalCount } } }")]
    [InlineData("query ($v: Long) { books(asOf: { sequence: $v }) { totalCount } }")]
    [InlineData("query ($v: Long = 1) { books(asOf: { sequence: $v }) { totalCount } }")]
    public void The_one_field_of_an_input_is_no_variable_that_may_be_null(string text)
    {
        var error = Refused(text);
        Assert.StartsWith("Variable '$v' of type '", error.Message, StringComparison.Ordinal);
        Assert.Equal(("ONE_OF_INPUT_VALUES", "3.10"), (error.Details!["rule"], error.Details["section"]));
    }

    [Theory]
    [InlineData("query ($v: Wear!) { books(where: { wear: { in: [GOOD, $v] } }) { totalCount } }")]
    [InlineData("query ($v: Wear = GOOD) { books(where: { wear: { in: [$v], eq: $v } }) { totalCount } }")]
    [InlineData("query ($v: [Wear!]!) { books(where: { wear: { in: $v } }) { totalCount } }")]
    [InlineData("query ($v: ID = 1) { bookById(id: $v) { id } }")]
    [InlineData("query ($v: Long! = 1) { books(asOf: { sequence: $v }) { totalCount } }")]
    [InlineData("query ($v: Boolean) { books { groups(by: [{ wear: {} }]) { nodes { share(cumulative: $v) { count } } } } }")]
    public void A_variable_passes_where_its_type_or_a_default_allows_it(string text) => Reader.Read(text);

    [Fact]
    public void Each_operation_is_judged_by_its_own_variables()
    {
        var errors =
            Errors("query A ($v: ID!) { ...F } query B ($v: Int!) { ...F } query C ($v: ID = 1) { ...F } fragment F on Query { " +
            "bookById(id: $v) { id } }");
        Assert.Equal(["Variable '$v' of type 'Int!' used in position expecting type 'ID!'."], errors.Select(error => error.Message));
    }

    private static IReadOnlyList<RequestError> Errors(string text) => Assert.Throws<RequestErrorException>(() => Reader.Read(text)).Errors;

    private static RequestError Refused(string text)
    {
        var error = Assert.Single(Errors(text));
        Assert.Equal(ErrorCodes.ValidationFailed, error.Code);
        return error;
    }
}
