using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using Xunit;
using static ReformGraph.Tests.Parsing.Reading;

namespace ReformGraph.Tests.Parsing;

public sealed class SchemaValidationTests
{
    [Theory]
    [InlineData("{item{nothing}}", "FIELDS_ON_CORRECT_TYPE", "5.3.1")]
    [InlineData("{item}", "SCALAR_LEAFS", "5.3.3")]
    [InlineData("{item{id: name id}}", "OVERLAPPING_FIELDS_CAN_BE_MERGED", "5.3.2")]
    [InlineData("{item(size: 1){id}}", "KNOWN_ARGUMENT_NAMES", "5.4.1")]
    [InlineData("{items(first: \"1\"){id}}", "ARGUMENTS_OF_CORRECT_TYPE", "5.6.1")]
    [InlineData("{item(color: BLUE){id}}", "ARGUMENTS_OF_CORRECT_TYPE", "5.6.1")]
    [InlineData("{item(where: {nam: \"x\"}){id}}", "ARGUMENTS_OF_CORRECT_TYPE", "5.6.1")]
    [InlineData("{item(pick: {}){id}}", "ONE_OF_INPUT_VALUES", "3.10")]
    [InlineData("{item(pick: {id: 1, name: \"x\"}){id}}", "ONE_OF_INPUT_VALUES", "3.10")]
    [InlineData("query($n: Int = \"x\"){items(first: $n){id}}", "DEFAULT_VALUES_OF_CORRECT_TYPE", "5.6.1")]
    [InlineData("query($n: String){items(first: $n){id}}", "VARIABLES_IN_ALLOWED_POSITION", "5.8.5")]
    [InlineData("{items(first: $n){id}}", "NO_UNDEFINED_VARIABLES", "5.8.3")]
    [InlineData("query a{item{id}} query b{item{nothing}}", "FIELDS_ON_CORRECT_TYPE", "5.3.1")]
    [InlineData("query a{item{id}} query a{item{id}}", "UNIQUE_OPERATION_NAMES", "5.2.1.1")]
    [InlineData("{item @nothing {id}}", "KNOWN_DIRECTIVES", "5.7.1")]
    [InlineData("{...nothing}", "KNOWN_FRAGMENT_NAMES", "5.5.2.1")]
    public void A_broken_rule_is_named_with_its_section(string document, string rule, string section)
    {
        var error = Refused(ErrorCodes.ValidationFailed, document);
        Assert.Equal((rule, section), (error.Details!["rule"], error.Details["section"]));
    }

    [Theory]
    [InlineData("query($n: Int!, $w: Filter, $c: [Color!]){items(first: $n){id} item(where: $w){item(where: {colors: $c}){id}}}")]
    [InlineData("{item(color: RED, where: {colors: GREEN, name: null}, pick: {id: 1}){id}}")]
    [InlineData("query($n: Int = 3, $w: Filter = {and: [{name: \"x\"}]}){items(first: $n){id} item(where: $w){id}}")]
    public void Variables_need_no_values_and_fitting_literals_pass(string document) => Read(document);

    [Fact]
    public void Validation_stops_at_the_allowed_number_of_errors()
    {
        var document = $"{{item{{{Each(30, number => $"x{number} ")}}}}}";
        Assert.Equal(20, Errors(document).Count);
        Assert.Equal(3, Errors(document, new DocumentLimits { Errors = 3 }).Count);
    }

    [Fact]
    public void Thousands_of_errors_far_into_a_document_come_back_as_twenty() =>
        Assert.Equal(20, Errors($"#{Repeat(100_000, "x")}\n{{items(ids: [{Each(2_000, number => $"$v{number} ")}]){{id}}}}").Count);

    [Fact]
    public void Places_are_those_in_a_document_of_several_lines()
    {
        var error = Refused(ErrorCodes.ValidationFailed, "query(\n  $n: String\n) {\r\n  items(first: $n){id}\n}");
        Assert.Equal([new ErrorLocation(2, 3), new ErrorLocation(4, 16)], error.Locations);
    }

    [Fact]
    public void The_introspection_of_graphql_js_passes()
    {
        var types = $"kind name {Repeat(9, "ofType { kind name ")}{Repeat(9, "} ")}";
        Read(
            $$"""
            query IntrospectionQuery {
              __schema {
                description
                queryType { name kind }
                mutationType { name kind }
                subscriptionType { name kind }
                types { ...FullType }
                directives { name description isRepeatable locations args { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind
              name
              description
              fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
              inputFields { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
            fragment TypeRef on __Type { {{types}} }
            """);
    }
}
