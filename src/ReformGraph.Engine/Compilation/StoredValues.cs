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
        object[] list => Json(list.Select(ToStored)),
        Enum => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        DateTime[] => value, // of a timeline: no statement uses it
        _ => ScalarType.Require(value.GetType()).Codec.ToStored(value),
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
