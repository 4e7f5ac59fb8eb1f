using System.Text;
using System.Text.Json;
using GraphQL.Types;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Writing;
using Xunit;

namespace ReformGraph.Tests.Engine.Writing;

/// <summary>How a value comes out of the database and into an answer.</summary>
public sealed class ColumnJsonTests
{
    public static TheoryData<object, string> Values => new()
    {
        { "重庆", "\"重庆\"" },
        { true, "true" },
        { byte.MaxValue, "255" },
        { short.MinValue, "-32768" },
        { int.MinValue, "-2147483648" },
        { long.MaxValue, "9223372036854775807" },
        { 0.1, "0.1" },
        { 104.0000m, "104" },
        { 23.50m, "23.5" },
        { 0.0001m, "0.0001" },
        { -922_337_203_685_477.5807m, "-922337203685477.5807" },
        { new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), "\"2026-01-02T03:04:05.678Z\"" },
        { new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Unspecified), "\"2026-01-02T03:04:05Z\"" },
        { new DateOnly(2026, 1, 2), "\"2026-01-02\"" },
        { new DateOnly(1, 1, 1), "\"0001-01-01\"" },
        { new TimeOnly(3, 4, 5, 678), "\"03:04:05.678\"" },
        { new TimeOnly(3, 4), "\"03:04:00\"" },
        { TimeSpan.FromMinutes(90), "\"PT1H30M\"" },
        { TimeSpan.Zero, "\"PT0S\"" },
        { TimeSpan.MinValue, "\"-P10675199DT2H48M5.4775808S\"" },
        { new Guid("7FFFFFFF-0000-4000-8000-00000000ABCD"), "\"7fffffff-0000-4000-8000-00000000abcd\"" },
        { new Uri("https://example.org/村"), "\"https://example.org/%E6%9D%91\"" },
        { Lending.ReferenceOnly, "\"REFERENCE_ONLY\"" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_stored_value_is_written_as_the_table_says(object value, string expected) =>
        Assert.Equal(expected, Written(ScalarType.For(value.GetType())!, value));

    [Fact]
    public void An_id_is_written_as_text() => Assert.Equal("\"7\"", Written(ScalarType.Id, 7));

    [Fact]
    public void What_is_written_is_read_back_as_the_same_value()
    {
        var schema = SchemaBuilder.Build(TinyDatabase.CatalogAlone());
        foreach (var loan in TinyRows.Generate(seed: 3, books: 60).Loans)
        {
            foreach (var property in typeof(Loan).GetProperties().Where(property => !property.GetMethod!.IsStatic))
            {
                if (property.GetValue(loan) is { } value && ScalarType.For(value.GetType()) is { } type)
                {
                    using var json = JsonDocument.Parse(Written(type, value));
                    Assert.Equal(value, ((ScalarGraphType)schema.AllTypes[type.Name]!).ParseValue(json.RootElement));
                }
            }
        }
    }

    private static string Written(ScalarType type, object value)
    {
        using var json = new JsonText();
        ColumnJson.SerializerFor(type)(json, new OneColumn(StoredValues.ToStored(value)), 0);
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>A row of one column, as the database would hold it.</summary>
    private sealed class OneColumn(object stored) : RowSource
    {
        public override bool IsNull(int column) => false;

        public override long Integer(int column) => (long)stored;

        public override double Real(int column) => (double)stored;

        public override ReadOnlySpan<byte> Text(int column) => Encoding.UTF8.GetBytes((string)stored);
    }
}
