using System.Globalization;
using System.Xml;

namespace ReformGraph.Engine.Modeling;

/// <summary>How scalars without a JSON type are written as text. Every output uses these.</summary>
public static class ScalarText
{
    /// <summary><c>2026-01-02T03:04:05.678Z</c>. A column has no time zone: a value that is not marked as local is UTC.</summary>
    public static string Format(DateTime value) =>
        (value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture);

    /// <summary><c>2026-01-02</c>.</summary>
    public static string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>03:04:05.678</c>.</summary>
    public static string Format(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary><c>P1DT2H3M4.5S</c>.</summary>
    public static string Format(TimeSpan value) => XmlConvert.ToString(value);

    /// <summary>Lower case with hyphens.</summary>
    public static string Format(Guid value) => value.ToString("D");

    /// <summary>Percent-encoded, so that it is the same address for every reader.</summary>
    public static string Format(Uri value) => value.IsAbsoluteUri ? value.AbsoluteUri : value.OriginalString;

    /// <summary>The name in the schema; every value in the model has one.</summary>
    public static string Format(Enum value) => SchemaNames.UpperSnake(
        Enum.GetName(value.GetType(), value) ?? throw new InvalidOperationException($"{value} is not a value of {value.GetType().Name}."));

    /// <summary>No more decimal places than the value needs. (The divisor is 1 with the maximum number of decimal places.)</summary>
    public static decimal Shortest(decimal value) => value / 1.0000000000000000000000000000m;
}
