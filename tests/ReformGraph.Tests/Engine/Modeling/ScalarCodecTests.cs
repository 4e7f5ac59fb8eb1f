using System.Linq.Expressions;
using System.Text;
using System.Text.Json;
using GraphQL.Types;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;
using ReformGraph.Tests.Import;
using Xunit;

namespace ReformGraph.Tests.Engine.Modeling;

/// <summary>How a value comes out of the database and into an answer.</summary>
public sealed class ScalarCodecTests
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
        { -new TimeSpan(10_675_198, 23, 59, 59) - new TimeSpan(9_999_999), "\"-P10675198DT23H59M59.9999999S\"" },
        { new Guid("7FFFFFFF-0000-4000-8000-00000000ABCD"), "\"7fffffff-0000-4000-8000-00000000abcd\"" },
        { new Uri("https://example.org/村"), "\"https://example.org/%E6%9D%91\"" },
        { Lending.ReferenceOnly, "\"REFERENCE_ONLY\"" },
    };

    public static TheoryData<string, Type> All
    {
        get
        {
            var enums = Importing.Model.Enums.Concat(TinyDatabase.CatalogAlone().Enums);
            var data = new TheoryData<string, Type>();
            foreach (var scalar in ScalarType.All.Concat(enums).DistinctBy(scalar => scalar.Name))
            {
                data.Add(scalar.Name, scalar.ClrType);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_stored_value_is_written_as_the_table_says(object value, string expected)
    {
        var type = ScalarType.For(value.GetType())!;
        Assert.Equal(expected, Written(type, value));
        Assert.True(type.IsText || Encoding.UTF8.GetByteCount(expected) <= type.Codec.MostBytes);
        Assert.Equal(type.Codec.IsJsonText, expected[0] == '"');
    }

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

    [Theory]
    [MemberData(nameof(All))]
    public void Each_scalar_has_each_part(string name, Type clrType)
    {
        var type = name == "ID" ? ScalarType.Id : ScalarType.For(clrType)!;
        var codec = type.Codec;
        Assert.IsType(clrType, codec.Sample);
        var stored = codec.ToStored(codec.Sample);
        Assert.Equal(codec.Kind, stored switch { long => StoredKind.Integer, double => StoredKind.Real, _ => StoredKind.Text });
        Assert.Equal(stored, StoredValues.ToStored(codec.Sample));
        Assert.IsType(codec.ProviderType, codec.ToProvider(stored));
        Assert.Equal(stored, StoredValues.ToStored(codec.ToProvider(stored)));
        Assert.Equal(codec.KeyType, Plain(KeysetPredicate.Comparable(Expression.Default(clrType)).Type));
        using var json = JsonDocument.Parse(Written(type, codec.Sample));
        Assert.Equal(JsonSerializer.Serialize(codec.ToJson(codec.Sample)), json.RootElement.GetRawText());
        if (!type.IsEnum)
        {
            var read = type.Read(json.RootElement).Value!;
            Assert.Equal(codec.ToJson(codec.Sample), read is string ? read : codec.ToJson(read));
            Assert.EndsWith(".", type.Description, StringComparison.Ordinal);
        }

        Assert.NotEmpty(FilterOperators.InFamily(type.Operators));
        foreach (var result in AggregateFunctions.All.Where(function => function.Function is AggregateFunction.Sum or AggregateFunction.Avg)
            .Select(function => function.ResultOf(type)).OfType<ScalarType>())
        {
            using var sum = new JsonText();
            SumSerializer.Write(sum, result, 1);
            Assert.NotEqual(0, sum.Length);
        }
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Written(ScalarType type, object value)
    {
        using var json = new JsonText();
        type.Codec.Column(json, new OneColumn(StoredValues.ToStored(value)), 0);
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
