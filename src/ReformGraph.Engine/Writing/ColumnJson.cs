using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Writing;

/// <summary>Writes the non-null value of a column.</summary>
internal delegate void ColumnSerializer(JsonText json, RowSource row, int column);

/// <summary>
/// How a column is written as JSON, straight from the form in which the database holds it.
/// <code>
/// String, URL                 text; a URL percent-encoded
/// Boolean                     true, false
/// Byte, Short, Int, Long      number, all digits
/// Float                       number, the shortest that reads back the same
/// Decimal                     number without needless zeros: 104, 23.5
/// ID                          text: "7"
/// UUID                        text, lower case with hyphens
/// DateTime                    text in UTC, zeros of the fraction trimmed: 2026-01-02T03:04:05.678Z
/// LocalDate, LocalTime        text: 2026-01-02, 03:04:05.678
/// TimeSpan                    text, an ISO 8601 duration: PT1H30M
/// enums                       text, the name: IN_PROGRESS
/// </code>
/// </summary>
internal static class ColumnJson
{
    /// <summary>The serializer of a scalar.</summary>
    public static ColumnSerializer SerializerFor(ScalarType type) =>
        type.IsEnum ? NameIn(NamesOf(type))
        : type == ScalarType.Id ? (json, row, column) => WriteId(json, row.Integer(column))
        : Type.GetTypeCode(type.ClrType) switch
        {
            TypeCode.String => (json, row, column) => json.Text(row.Text(column)),
            TypeCode.Double => (json, row, column) => json.Number(row.Real(column)),
            TypeCode.Decimal => (json, row, column) => WriteDecimal(json, row.Integer(column)),
            TypeCode.Boolean => (json, row, column) => json.Boolean(row.Integer(column) != 0),
            TypeCode.DateTime => Parsed(text => ScalarText.Format(
                DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal))),
            TypeCode.Object => OfObject(type.ClrType),
            _ => (json, row, column) => json.Number(row.Integer(column)),
        };

    /// <summary>The names by their values, which are small numbers.</summary>
    public static byte[][] NamesOf(ScalarType type)
    {
        var values = type.EnumValues().ToDictionary(value => Convert.ToInt32(value.Value, CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(0, values.Keys.Max() + 1)
            .Select(number => values.TryGetValue(number, out var value) ? JsonSerializer.SerializeToUtf8Bytes(value.Name) : [])];
    }

    private static ColumnSerializer OfObject(Type type) =>
        type == typeof(TimeSpan) ? (json, row, column) => json.Text(ScalarText.Format(new TimeSpan(row.Integer(column))))
        : type == typeof(TimeOnly) ? Parsed(text => ScalarText.Format(TimeOnly.Parse(text, CultureInfo.InvariantCulture)))
        : type == typeof(Guid) ? Parsed(text => ScalarText.Format(Guid.Parse(text)))
        : type == typeof(DateOnly) ? (json, row, column) => json.Quoted(row.Text(column)) // as stored
        : (json, row, column) => json.Text(row.Text(column));

    private static ColumnSerializer Parsed(Func<string, string> format) =>
        (json, row, column) => json.Text(format(Encoding.UTF8.GetString(row.Text(column))));

    private static ColumnSerializer NameIn(byte[][] names) => (json, row, column) => json.Raw(names[row.Integer(column)]);

    private static void WriteId(JsonText json, long id)
    {
        json.Raw('"');
        json.Number(id);
        json.Raw('"');
    }

    // Stored in units of 0.0001; written without trailing zeros.
    private static void WriteDecimal(JsonText json, long scaled)
    {
        var (whole, rest) = Math.DivRem(scaled, 10_000);
        if (rest < 0 && whole == 0)
        {
            json.Raw('-'); // which a zero integer part does not show
        }

        json.Number(whole);
        if (rest != 0)
        {
            json.Fraction((int)Math.Abs(rest), 1_000);
        }
    }
}
