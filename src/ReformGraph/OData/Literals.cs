using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>From a literal of an address to the JSON that the engine reads as a value of a field.</summary>
internal static class Literals
{
    /// <exception cref="RequestRefusedException">The field has no such values.</exception>
    public static JsonNode? Of(ConstantNode literal, ScalarField field, string option) =>
        literal.Value is null ? null : Of(literal.Value, field.Type) ?? throw FeedRefusal.Malformed(option, Unfit(literal, field));

    private static JsonNode? Of(object value, ScalarType type) => value switch
    {
        string text when type.IsEnum => type.EnumValues().Any(known => known.Name == text) ? text : null,
        string text => text,
        bool flag => flag,
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        TimeSpan duration => XmlConvert.ToString(duration),
        Guid id => id.ToString("D"),
        double or float when type.ClrType == typeof(double) => Convert.ToDouble(value, CultureInfo.InvariantCulture) is var real && double.IsFinite(real) ? real : null,
        IConvertible number => Number(number, type.ClrType),
        _ when type.ClrType == typeof(DateTime) => $"{value}T00:00:00Z", // a day of UTC
        _ => value.ToString(), // a day or a time of day
    };

    private static JsonNode? Number(IConvertible value, Type type)
    {
        try
        {
            var number = value.ToDecimal(CultureInfo.InvariantCulture);
            return type == typeof(double) ? number
                : type == typeof(decimal) ? number == decimal.Round(number, 4) && Math.Abs(number) <= long.MaxValue / 10_000m ? number : null
                : number == decimal.Truncate(number) ? JsonValue.Create(Convert.ToInt64(Convert.ChangeType(number, type, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Unfit(ConstantNode literal, ScalarField field) => field.Type.IsEnum
        ? $"{literal.LiteralText} is no value of {field.Name}; it has {string.Join(", ", field.Type.EnumValues().Select(value => $"'{value.Name}'"))}."
        : $"{literal.LiteralText} is no value of {field.Name}, which is a {field.Type.Name}.";
}
