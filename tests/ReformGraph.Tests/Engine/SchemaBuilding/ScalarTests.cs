using System.Globalization;
using System.Text.Json;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.SchemaBuilding.Scalars;
using Xunit;

namespace ReformGraph.Tests.Engine.SchemaBuilding;

public sealed class ScalarTests
{
    private static readonly ISchema Schema = SchemaBuilder.Build(TinyDatabase.CatalogAlone());

    // Each value is a JSON value, and a GraphQL literal too. The second column is the value, written by its own type.
    [Theory]
    [InlineData("Byte", "255", "255")]
    [InlineData("Short", "-32768", "-32768")]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Int", "-0", "0")]
    [InlineData("Long", "9007199254740993", "9007199254740993")]
    [InlineData("Long", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "-1.5e3", "-1500")]
    [InlineData("Float", "1e308", "1E+308")]
    [InlineData("Decimal", "104", "104")]
    [InlineData("Decimal", "23.50000000000000000000000000000000", "23.5")]
    [InlineData("Decimal", "0.0001", "0.0001")]
    [InlineData("Decimal", "1234567e-4", "123.4567")]
    [InlineData("Decimal", "-1.2e3", "-1200")]
    [InlineData("Decimal", "0e999999999999", "0")]
    [InlineData("Decimal", "-922337203685477.5807", "-922337203685477.5807")]
    [InlineData("DateTime", "\"2026-01-02T03:04:05Z\"", "01/02/2026 03:04:05")]
    [InlineData("DateTime", "\"2026-01-02T11:04:05.000+08:00\"", "01/02/2026 03:04:05")]
    [InlineData("LocalDate", "\"2024-02-29\"", "02/29/2024")]
    [InlineData("LocalTime", "\"03:04:05\"", "03:04")]
    [InlineData("TimeSpan", "\"P1DT2H3M4.5S\"", "1.02:03:04.5000000")]
    [InlineData("TimeSpan", "\"PT90M\"", "01:30:00")]
    [InlineData("TimeSpan", "\"-P10675199DT2H48M5.4775808S\"", "-10675199.02:48:05.4775808")]
    [InlineData("UUID", "\"7FFFFFFF-0000-4000-8000-000000000000\"", "7fffffff-0000-4000-8000-000000000000")]
    [InlineData("UUID", "\"7fffffff000040008000000000000000\"", "7fffffff-0000-4000-8000-000000000000")]
    [InlineData("URL", "\"https://example.org/a?b=c%20d#e\"", "https://example.org/a?b=c%20d#e")]
    [InlineData("String", "\"重庆 😀 ' % _\"", "重庆 😀 ' % _")]
    [InlineData("Boolean", "true", "True")]
    [InlineData("ID", "7", "7")]
    [InlineData("ID", "\"7\"", "7")]
    [InlineData("ID", "99999999999999999999", "99999999999999999999")]
    public void A_right_value_is_read_alike_as_literal_and_as_variable(string scalar, string written, string expected)
    {
        var type = (ScalarGraphType)Schema.AllTypes[scalar]!;
        using var json = JsonDocument.Parse(written);
        object?[] values = [type.ParseLiteral(Literal(written)), type.ParseValue(json.RootElement)];
        foreach (var value in values)
        {
            Assert.Equal(expected, value is Uri url ? url.AbsoluteUri : Convert.ToString(value, CultureInfo.InvariantCulture));
            Assert.True(scalar == "ID" ? value is int or string
                : value!.GetType() == ScalarType.BuiltIn.Single(known => known.Name == scalar).ClrType);
        }
    }

    [Theory]
    [InlineData("Byte", "256", "between 0 and 255")]
    [InlineData("Byte", "-1", "between 0 and 255")]
    [InlineData("Short", "32768", "between -32768 and 32767")]
    [InlineData("Int", "2147483648", "between -2147483648 and 2147483647")]
    [InlineData("Int", "1.0", "an integer")]
    [InlineData("Int", "1e3", "an integer")]
    [InlineData("Int", "\"1\"", "an integer")]
    [InlineData("Int", "true", "an integer")]
    [InlineData("Long", "9223372036854775808", "between -9223372036854775808")]
    [InlineData("Float", "1e309", "between -1.7976931348623157E+308")]
    [InlineData("Float", "\"NaN\"", "a number")]
    [InlineData("Decimal", "0.00001", "at most 4 decimal places")]
    [InlineData("Decimal", "1.00000000000000000000000000000000001", "at most 4 decimal places")]
    [InlineData("Decimal", "1e-999999999999", "at most 4 decimal places")]
    [InlineData("Decimal", "922337203685477.5808", "between -922337203685477.5807 and 922337203685477.5807")]
    [InlineData("Decimal", "1e999999999999", "between")]
    [InlineData("Decimal", "\"1\"", "a number")]
    [InlineData("DateTime", "\"2026-01-02T03:04:05\"", "offset")]
    [InlineData("DateTime", "\"2026-01-02\"", "offset")]
    [InlineData("DateTime", "\"2026-02-30T00:00:00Z\"", "offset")]
    [InlineData("DateTime", "\"0001-01-01T00:00:00+08:00\"", "offset")]
    [InlineData("DateTime", "\"2026-01-02T03:04:60Z\"", "offset")]
    [InlineData("LocalDate", "\"2026-02-29\"", "calendar date")]
    [InlineData("LocalDate", "\"0000-01-01\"", "calendar date")]
    [InlineData("LocalDate", "\"2026-1-2\"", "calendar date")]
    [InlineData("LocalDate", "20260102", "calendar date")]
    [InlineData("LocalTime", "\"24:00:00\"", "time of day")]
    [InlineData("LocalTime", "\"3:04:05\"", "time of day")]
    [InlineData("TimeSpan", "\"P1M\"", "ISO 8601 duration")]
    [InlineData("TimeSpan", "\"P\"", "ISO 8601 duration")]
    [InlineData("TimeSpan", "\"PT\"", "ISO 8601 duration")]
    [InlineData("TimeSpan", "\"P1DT\"", "ISO 8601 duration")]
    [InlineData("TimeSpan", "\"01:30:00\"", "ISO 8601 duration")]
    [InlineData("TimeSpan", "\"P99999999D\"", "shorter")]
    [InlineData("TimeSpan", "\"P10675199DT2H48M5.4775808S\"", "shorter")]
    [InlineData("UUID", "\"{7fffffff-0000-4000-8000-000000000000}\"", "hexadecimal")]
    [InlineData("URL", "\"https://exa mple.org\"", "well-formed")]
    [InlineData("String", "1", "a string")]
    [InlineData("String", "\"a\\u0000b\"", "U+0000")]
    [InlineData("String", "\"\\ud83d\"", "half of a surrogate pair", "it must be a string")]
    [InlineData("Boolean", "1", "true or false")]
    [InlineData("Boolean", "\"true\"", "true or false")]
    [InlineData("ID", "1.5", "a string or an integer")]
    [InlineData("Wear", "\"WORN\"", "one of NEW, GOOD, DAMAGED")]
    [InlineData("Int", "[1]", "an integer")]
    public void A_wrong_value_is_refused_with_its_reason(string scalar, string written, string reason,
        string? reasonOfVariable = null)
    {
        var type = (ScalarGraphType)Schema.AllTypes[scalar]!;
        using var json = JsonDocument.Parse(written);
        var (literal, variable) = (Literal(written), (object)json.RootElement);
        Assert.False(type.CanParseLiteral(literal));
        Assert.False(type.CanParseValue(variable));
        Assert.Contains(reason, ScalarErrors.Explain(type, literal), StringComparison.Ordinal);
        Assert.Contains(reasonOfVariable ?? reason, ScalarErrors.Read(type, variable).Refusal, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => type.ParseLiteral(literal));
        Assert.ThrowsAny<Exception>(() => type.ParseValue(variable));
    }

    [Fact]
    public void An_instant_is_read_as_utc_to_the_microsecond()
    {
        var value = Read("DateTime", "2026-01-02T03:04:05.6780019Z");
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 678, 1, DateTimeKind.Utc), value);
        Assert.Equal(DateTimeKind.Utc, ((DateTime)value!).Kind);
        Assert.Equal(new TimeOnly(23, 59, 59, 999, 999), Read("LocalTime", "23:59:59.9999999"));
    }

    [Fact]
    public void Numbers_that_a_json_reader_made_are_read_too()
    {
        Assert.Equal(5L, Read("Long", 5));
        Assert.Equal(2.5, Read("Float", 2.5m));
        Assert.Equal(2.5m, Read("Decimal", 2.5));
        Assert.Null(ScalarErrors.Read((ScalarGraphType)Schema.AllTypes["Decimal"]!, 1e14).Refusal);
        Assert.NotNull(ScalarErrors.Read((ScalarGraphType)Schema.AllTypes["Float"]!, double.NaN).Refusal);
        Assert.NotNull(ScalarErrors.Read((ScalarGraphType)Schema.AllTypes["Decimal"]!, double.PositiveInfinity).Refusal);
    }

    [Fact]
    public void Enums_are_read_by_name()
    {
        Assert.Equal(Wear.Good, Read("Wear", "GOOD"));
        Assert.Equal(Wear.Good, ((ScalarGraphType)Schema.AllTypes["Wear"]!).ParseLiteral(Literal("GOOD")));
        Assert.Equal(SortDirection.Desc, Read("SortEnumType", "DESC"));
    }

    private static object? Read(string scalar, object value) => ((ScalarGraphType)Schema.AllTypes[scalar]!).ParseValue(value);

    private static GraphQLValue Literal(string text) => Parser.Parse<GraphQLValue>(text);
}
