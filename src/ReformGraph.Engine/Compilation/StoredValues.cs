using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// How values are bound to a SQLite statement: as a <see cref="long"/>, a <see cref="double"/> or a text, exactly as EF Core's
/// provider and <see cref="ModelConventions"/> store them; a list as a JSON array of them.
/// </summary>
internal static class StoredValues
{
    public static object ToStored(object value) => value switch
    {
        long or double or string => value,
        bool truth => truth ? 1L : 0L,
        byte or short or int or Enum => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        decimal number => ModelConventions.Scaled(number),
        TimeSpan duration => duration.Ticks,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time =>
            time.ToString(time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        Guid identifier => identifier.ToString("D").ToUpperInvariant(),
        Uri address => ScalarText.Format(address),
        object[] list => Json(list.Select(ToStored)),
        DateTime[] => value, // of a timeline: no statement uses it
        _ => throw new InvalidOperationException($"A {value.GetType().Name} cannot be bound."),
    };

    /// <summary>A list of keys.</summary>
    public static string ToStored(IEnumerable<long> keys) => $"[{string.Join(',', keys)}]";

    private static string Json(IEnumerable<object> values)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                switch (value)
                {
                    case long integer:
                        json.WriteNumberValue(integer);
                        break;
                    case double real:
                        json.WriteNumberValue(real);
                        break;
                    default:
                        json.WriteStringValue((string)value);
                        break;
                }
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
