using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>The relation of a literal to the values of a type.</summary>
internal enum Fit
{
    /// <summary>It is one of them.</summary>
    Exact,

    /// <summary>It lies between two of them.</summary>
    Between,

    /// <summary>It lies below all of them.</summary>
    Below,

    /// <summary>It lies above all of them.</summary>
    Above,

    /// <summary>It is not comparable with them.</summary>
    Nowhere,
}

/// <summary>A literal as the engine reads it.</summary>
/// <param name="Fit">Its relation to the values of the type with which it is compared.</param>
/// <param name="Value">The value that it is, or the greatest value below it; null if there is none.</param>
internal sealed record Operand(Fit Fit, JsonNode? Value);

/// <summary>Converts a literal in an address to the JSON that the engine reads as a value of a type.</summary>
internal static class Literals
{
    /// <summary>The format of a date.</summary>
    public const string DayForm = "yyyy-MM-dd";

    /// <summary>The operand of a condition for a non-null literal.</summary>
    /// <exception cref="RequestErrorException">Such a literal cannot be compared with values of the type.</exception>
    public static Operand Convert(ConstantNode literal, FeedValue compared, string option) =>
        Convert(literal.Value, compared.Type) ?? throw FeedErrors.Malformed(option, Unfit(literal, compared));

    private static Operand? Convert(object value, ScalarType type) => value switch
    {
        string text when type.IsEnum => type.EnumValues().Any(known => known.Name == text) ? Exact(text) : null,
        string text => Exact(text),
        bool flag => Exact(flag),
        DateTimeOffset instant when type.ClrType == typeof(DateOnly) => Day(instant),
        DateTimeOffset instant => Exact(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)),
        TimeSpan duration => Exact(XmlConvert.ToString(duration)),
        Guid id => Exact(id.ToString("D")),
        IConvertible number => Number(number, type),
        DateOnly day => OfDay(day.ToString(DayForm, CultureInfo.InvariantCulture), type),
        _ => OfDay($"{value}", type), // a time of day too
    };

    // Compared with instants, a date is its midnight in UTC.
    private static Operand OfDay(string text, ScalarType type) => Exact(type.ClrType == typeof(DateTime) ? $"{text}T00:00:00Z" : text);

    // Clients write a date as its midnight. Any other instant lies between its date, as written, and the next.
    private static Operand Day(DateTimeOffset instant) =>
        new(instant.TimeOfDay == TimeSpan.Zero ? Fit.Exact : Fit.Between, instant.ToString(DayForm, CultureInfo.InvariantCulture));

    private static Operand? Number(IConvertible value, ScalarType type)
    {
        var (isReal, range) = (type.ClrType == typeof(double), EdmTypes.Scalars[type].Range);
        if (value is double or float && value.ToDouble(CultureInfo.InvariantCulture) is var real
            && (isReal || !double.IsFinite(real) || Math.Abs(real) >= (double)decimal.MaxValue))
        {
            return double.IsNaN(real) ? new Operand(Fit.Nowhere, null)
                : isReal && double.IsFinite(real) ? Exact(real)
                : range is null ? null
                : new Operand(real < 0 ? Fit.Below : Fit.Above, null);
        }

        var number = value.ToDecimal(CultureInfo.InvariantCulture);
        if (isReal)
        {
            return Exact(number);
        }

        if (range is not var (least, greatest, places))
        {
            return null;
        }

        if (number < least || number > greatest)
        {
            return new Operand(number < least ? Fit.Below : Fit.Above, null);
        }

        var floor = decimal.Round(number, places, MidpointRounding.ToNegativeInfinity);
        return new Operand(floor == number ? Fit.Exact : Fit.Between,
            places == 0 ? JsonValue.Create(decimal.ToInt64(floor)) : JsonValue.Create(floor));
    }

    private static Operand Exact(JsonNode value) => new(Fit.Exact, value);

    private static string Unfit(ConstantNode literal, FeedValue compared) => compared.Type.IsEnum
        ? $"{literal.LiteralText} is not a value of {compared.Name}, which has " +
            $"{string.Join(", ", compared.Type.EnumValues().Select(value => $"'{value.Name}'"))}."
        : $"{literal.LiteralText} is not a value of {compared.Name}, which is a {compared.Type.Name}.";
}
