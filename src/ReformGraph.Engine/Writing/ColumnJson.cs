using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Writes a column as JSON straight from the form in which the database holds it.
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
    private static readonly ConcurrentDictionary<Type, Dictionary<long, JsonEncodedText>> EnumNames = [];

    /// <summary>Writes a column that may be null.</summary>
    public static void Write(Utf8JsonWriter json, ScalarType type, RowSource row, int column)
    {
        if (row.IsNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (StoredKinds.Of(type))
        {
            case StoredKind.Text:
                WriteText(json, type.ClrType, row.Text(column));
                break;
            case StoredKind.Real:
                json.WriteNumberValue(row.Real(column));
                break;
            default:
                WriteInteger(json, type, row.Integer(column));
                break;
        }
    }

    private static void WriteInteger(Utf8JsonWriter json, ScalarType type, long value)
    {
        if (type.IsEnum)
        {
            json.WriteStringValue(EnumNames.GetOrAdd(type.ClrType, NamesOf, type)[value]);
        }
        else if (type.ClrType == typeof(decimal))
        {
            WriteDecimal(json, value);
        }
        else if (type.ClrType == typeof(bool))
        {
            json.WriteBooleanValue(value != 0);
        }
        else if (type == ScalarType.Id)
        {
            Span<byte> digits = stackalloc byte[20];
            value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
            json.WriteStringValue(digits[..length]);
        }
        else if (type.ClrType == typeof(TimeSpan))
        {
            json.WriteStringValue(ScalarText.Of(new TimeSpan(value)));
        }
        else
        {
            json.WriteNumberValue(value);
        }
    }

    private static void WriteText(Utf8JsonWriter json, Type type, ReadOnlySpan<byte> text)
    {
        if (type == typeof(string) || type == typeof(DateOnly) || type == typeof(Uri))
        {
            json.WriteStringValue(text);
        }
        else if (type == typeof(DateTime))
        {
            json.WriteStringValue(ScalarText.Of(DateTime.Parse(Decoded(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)));
        }
        else if (type == typeof(TimeOnly))
        {
            json.WriteStringValue(ScalarText.Of(TimeOnly.Parse(Decoded(text), CultureInfo.InvariantCulture)));
        }
        else
        {
            json.WriteStringValue(ScalarText.Of(Guid.Parse(text)));
        }
    }

    // Stored in units of 0.0001; written without needless zeros.
    private static void WriteDecimal(Utf8JsonWriter json, long scaled)
    {
        if (scaled % 10_000 == 0)
        {
            json.WriteNumberValue(scaled / 10_000);
        }
        else
        {
            json.WriteNumberValue(ScalarText.Shortest(scaled / 10_000m));
        }
    }

    private static string Decoded(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);

    private static Dictionary<long, JsonEncodedText> NamesOf(Type type, ScalarType scalar) => scalar.EnumValues()
        .ToDictionary(value => Convert.ToInt64(value.Value, CultureInfo.InvariantCulture), value => JsonEncodedText.Encode(value.Name));
}
