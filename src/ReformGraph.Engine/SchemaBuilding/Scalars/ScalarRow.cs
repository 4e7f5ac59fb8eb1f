using System.Globalization;
using GraphQLParser.AST;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding.Scalars;

/// <summary>One scalar as clients see it.</summary>
/// <param name="Type">The engine's scalar.</param>
/// <param name="Reader">Reads a non-null value.</param>
/// <param name="SpecifiedBy">The address of its specification; null for GraphQL's own scalars and those without one.</param>
/// <param name="Description">Its values, and how they are written.</param>
internal sealed record ScalarRow(ScalarType Type, Func<ScalarInput, ScalarReading> Reader, string? SpecifiedBy, string Description)
{
    /// <summary>Every scalar except the enums.</summary>
    public static IReadOnlyList<ScalarRow> All { get; } =
    [
        new(ScalarType.Id, TextReaders.Id, null,
            "The primary key of an entity: an integer written as a string. In input, a number is accepted too."),
        Row("String", TextReaders.String, null,
            "A Unicode text. Texts are compared and ordered by code point, case-sensitively, so Chinese is not in pinyin order."),
        Row("Boolean", TextReaders.Boolean, null, "true or false; false is the lesser."),
        Row("Byte", NumberReaders.Integer<byte>, null, "An integer from 0 to 255."),
        Row("Short", NumberReaders.Integer<short>, null, "A 16-bit integer, from -32768 to 32767."),
        Row("Int", NumberReaders.Integer<int>, null, "A 32-bit integer, from -2147483648 to 2147483647."),
        Row("Long", NumberReaders.Integer<long>, null,
            "A 64-bit integer, from -9223372036854775808 to 9223372036854775807, written as a JSON number with all its digits."),
        Row("Float", NumberReaders.Float, null, "A finite number in double precision (IEEE 754)."),
        Row("Decimal", NumberReaders.Decimal, null,
            "An exact decimal number with at most 4 decimal places, from -922337203685477.5807 to 922337203685477.5807, written as a " +
            "JSON number without unnecessary zeros."),
        Row("DateTime", TextReaders.DateTime, "https://www.graphql-scalars.com/date-time",
            "An instant, written in UTC: 2026-01-02T03:04:05.678Z. In input, an offset is required, and any offset is accepted. The " +
            "fraction has at most 7 digits, of which 6 count: nothing finer than a microsecond is kept."),
        Row("LocalDate", TextReaders.LocalDate, "https://www.graphql-scalars.com/local-date",
            "A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31: 2026-01-02."),
        Row("LocalTime", TextReaders.LocalTime, "https://www.graphql-scalars.com/local-time",
            "A time of day: 03:04:05 or, with a fraction, 03:04:05.678. The fraction has at most 7 digits, of which 6 count: nothing " +
            "finer than a microsecond is kept."),
        Row("TimeSpan", TextReaders.Duration, "https://www.graphql-scalars.com/duration",
            "An ISO 8601 duration of days, hours, minutes and seconds: P1DT2H3M4.5S, or with a minus sign in front. Years and months " +
            "have no fixed length and are not accepted."),
        Row("UUID", TextReaders.Uuid, "https://www.rfc-editor.org/rfc/rfc9562",
            "A universally unique identifier, written in lower case with hyphens. In input, upper case is accepted, and so are missing " +
            "hyphens."),
        Row("URL", TextReaders.Url, "https://www.rfc-editor.org/rfc/rfc3986", "A uniform resource locator, written percent-encoded."),
    ];

    /// <summary>Reads a literal.</summary>
    public ScalarReading Read(GraphQLValue value) => value is GraphQLNullValue ? default : Reader(ScalarInput.Read(value));

    /// <summary>Reads a value of a variable.</summary>
    public ScalarReading Read(object? value) => value is null ? default : Reader(ScalarInput.Read(value));

    /// <summary>The form for a JSON writer or a default value in the schema.</summary>
    public object? Serialize(object? value) => value switch
    {
        int id when Type == ScalarType.Id => id.ToString(CultureInfo.InvariantCulture),
        decimal number => ScalarText.Shortest(number),
        DateTime instant => ScalarText.Format(instant),
        DateOnly date => ScalarText.Format(date),
        TimeOnly time => ScalarText.Format(time),
        TimeSpan duration => ScalarText.Format(duration),
        Guid identifier => ScalarText.Format(identifier),
        Uri address => ScalarText.Format(address),
        _ => value,
    };

    private static ScalarRow Row(string name, Func<ScalarInput, ScalarReading> reader, string? specifiedBy, string description) =>
        new(ScalarType.BuiltIn.Single(type => type.Name == name), reader, specifiedBy, description);
}
