using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Settings;
using ReformGraph.Tests.Engine;
using Xunit;

namespace ReformGraph.Tests.Parsing;

public sealed class LiteralRuleTests
{
    private static readonly DocumentReader Reader = new(SchemaBuilder.Build(TinyDatabase.CatalogAlone()), new DocumentLimits());

    [Theory]
    [InlineData("{ books(first: 2147483648) { totalCount } }", 16,
        "Argument 'first' contains an invalid Int: it must be between -2147483648 and 2147483647.")]
    [InlineData("{ books(where: { wear: { in: [GOOD, OLD] } }) { totalCount } }", 37,
        "Argument 'where' contains an invalid Wear, OLD at wear.in: it must be one of NEW, GOOD, DAMAGED.")]
    [InlineData("{ books(where: { and: [{ price: { lt: 0.12345 } }] }) { totalCount } }", 39,
        "Argument 'where' contains an invalid Decimal: it may have at most 4 decimal places.")]
    [InlineData("{ books { nodes { loans(where: { id: { eq: 1.5 } }) { totalCount } } } }", 44,
        "Argument 'where' contains an invalid ID: it must be a string or an integer.")]
    [InlineData("{ books(where: { id: { is: 1 } }) { totalCount } }", 24,
        "Argument 'where' has a field 'is', which IdOperationFilterInput does not have; IdOperationFilterInput has eq, neq, in, nin.")]
    [InlineData("{ books(where: { id: 1 }) { totalCount } }", 22,
        "Argument 'where' contains an invalid IdOperationFilterInput: it must be an object in braces, with the fields eq, neq, in, nin.")]
    [InlineData("{ bookById(id: null) { id } }", 16, "Argument 'id' contains null where ID! is required.")]
    [InlineData("{ __typename @skip(if: 1) }", 24, "Argument 'if' contains an invalid Boolean: it must be true or false.")]
    [InlineData("query ($n: Int = \"x\") { books(first: $n) { totalCount } }", 18,
        "The default of '$n' contains an invalid Int: it must be an integer.")]
    [InlineData("{ books { groups(by: [{ wear: {} }], fillGaps: {}) { totalCount } } }", 48,
        "Argument 'fillGaps' lacks fields that FillGapsInput requires: from (LocalDate!), to (LocalDate!).")]
    [InlineData("{ books(where: { id: { eq: 1 }, id: { eq: 2 } }) { totalCount } }", 18, "Argument 'where' gives the field 'id' twice.")]
    [InlineData("{ books { groups(by: { wear: {}, pages: {} }) { totalCount } } }", 22,
        "Argument 'by' contains an invalid BookGroupBy: exactly one field must be given, and it must not be null.")]
    [InlineData("{ books { groups(by: [{ wear: null }]) { totalCount } } }", 23,
        "Argument 'by' contains an invalid BookGroupBy: exactly one field must be given, and it must not be null.")]
    [InlineData("query ($by: [BookGroupBy!]! = { }) { books { groups(by: $by) { totalCount } } }", 31,
        "The default of '$by' contains an invalid BookGroupBy: exactly one field must be given, and it must not be null.")]
    public void A_wrong_literal_is_rejected_with_its_place_and_the_reason(string text, int column, string message)
    {
        var error = Assert.Single(Assert.Throws<RequestErrorException>(() => Reader.Read(text)).Errors);
        Assert.Equal((ErrorCodes.ValidationFailed, message), (error.Code, error.Message));
        Assert.Equal(new ErrorLocation(1, column), error.Locations[0]);
    }

    [Theory]
    [InlineData(
        "query ($w: BookFilterInput!, $i: ID) { books(where: { and: [$w, { id: { in: [$i, 1, \"x\", null] } }] }) { totalCount } }")]
    [InlineData("query ($n: Int = 5) { books(first: $n, where: { and: { wear: { in: GOOD } } }) { totalCount } }")]
    public void A_right_literal_passes_whatever_its_variables_will_be(string text) => Reader.Read(text);
}
