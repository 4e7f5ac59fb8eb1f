using System.Collections.Frozen;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Values;
using static ReformGraph.Engine.Modeling.ScalarFamilies;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The one table of scalars. This is how their values are written as JSON:
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
internal static class BuiltInScalars
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The type of primary keys.</summary>
    public static ScalarType Id { get; } = new("ID", typeof(int), OperatorFamily.Equatable, Number<int>(new(
        TextReaders.Id, "The primary key of an entity: an integer written as a string. In input, a number is accepted too.", null)) with
    {
        Column = (json, row, column) => WriteId(json, row.Integer(column)),
        IsJsonText = true,
        ToJson = value => ((int)value).ToString(Invariant),
        MostBytes = 13,
        Arithmetic = Arithmetic.None,
        HasExtremes = false,
    });

    /// <summary>Every other scalar, in the order of the reference.</summary>
    public static IReadOnlyList<ScalarType> All { get; } =
    [
        new("String", typeof(string), OperatorFamily.Text, FreeText(new(TextReaders.String,
            "A Unicode text. Texts are compared and ordered by code point, case-sensitively, so Chinese is not in pinyin order.", null),
            string.Empty, value => value)),
        new("Boolean", typeof(bool), OperatorFamily.Boolean, Boolean),
        new("Byte", typeof(byte), OperatorFamily.Comparable, Whole<byte>("An integer from 0 to 255.") with
        {
            ProviderType = typeof(short),
            ToProvider = stored => (short)(long)stored,
        }),
        new("Short", typeof(short), OperatorFamily.Comparable, Whole<short>("A 16-bit integer, from -32768 to 32767.")),
        new("Int", typeof(int), OperatorFamily.Comparable, Whole<int>("A 32-bit integer, from -2147483648 to 2147483647.")),
        new("Long", typeof(long), OperatorFamily.Comparable, Whole<long>(
            "A 64-bit integer, from -9223372036854775808 to 9223372036854775807, written as a JSON number with all its digits.") with
        {
            Arithmetic = Arithmetic.Long,
        }),
        new("Float", typeof(double), OperatorFamily.Comparable, Float),
        new("Decimal", typeof(decimal), OperatorFamily.Comparable, Decimal),
        new("DateTime", typeof(DateTime), OperatorFamily.Comparable, Instant),
        new("LocalDate", typeof(DateOnly), OperatorFamily.Comparable, Day),
        new("LocalTime", typeof(TimeOnly), OperatorFamily.Comparable, Time),
        new("TimeSpan", typeof(TimeSpan), OperatorFamily.Comparable, Duration),
        new("UUID", typeof(Guid), OperatorFamily.Comparable, Uuid),
        new("URL", typeof(Uri), OperatorFamily.Equatable, Address),
    ];

    /// <summary>The same by the types of their values.</summary>
    public static FrozenDictionary<Type, ScalarType> ByType { get; } = All.ToFrozenDictionary(scalar => scalar.ClrType);

    private static ScalarCodec Boolean => new()
    {
        Notation = new(TextReaders.Boolean, "true or false; false sorts before true.", null),
        Sample = false,
        Map = AsEfCoreDoes,
        Kind = StoredKind.Integer,
        ToStored = value => (bool)value ? 1L : 0L,
        ProviderType = typeof(bool),
        ToProvider = stored => (long)stored != 0,
        Column = (json, row, column) => json.Boolean(row.Integer(column) != 0),
        IsJsonText = false,
        ToJson = value => value,
        MostBytes = 5,
        ValueCount = 2,
        KeyType = typeof(int),
        Arithmetic = Arithmetic.None,
        HasExtremes = false,
        Calendar = CalendarKind.None,
    };

    private static ScalarCodec Float => Number<double>(new(
        NumberReaders.Float, "A finite number in double precision (IEEE 754).", null)) with
    {
        Kind = StoredKind.Real,
        ToStored = value => value,
        ToProvider = stored => Convert.ToDouble(stored, Invariant),
        Column = (json, row, column) => json.Number(row.Real(column)),
        Arithmetic = Arithmetic.Inexact,
    };

    private static ScalarCodec Decimal => Number<decimal>(new(NumberReaders.Decimal,
        "An exact decimal number with at most 4 decimal places, from -922337203685477.5807 to 922337203685477.5807, written as a " +
        "JSON number without unnecessary zeros.", null)) with
    {
        Map = (property, dialect) => dialect.MapDecimal(property, ModelConventions.DecimalDigits, ModelConventions.DecimalPlaces),
        ToStored = value => ModelConventions.Scaled((decimal)value),
        ToProvider = stored => (long)stored / (decimal)SqlDialect.UnitsOfOne,
        Column = (json, row, column) => WriteDecimal(json, row.Integer(column)),
        ToJson = value => ScalarText.Shortest((decimal)value),
        Arithmetic = Arithmetic.Decimal,
    };

    private static ScalarCodec Instant => Formatted(
        new(TextReaders.DateTime,
            "An instant, written in UTC: 2026-01-02T03:04:05.678Z. In input, an offset is required, and any offset is accepted. The " +
            "fraction has at most 7 digits, of which 6 count: nothing finer than a microsecond is kept.",
            "https://www.graphql-scalars.com/date-time"),
        value => value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", Invariant),
        text => DateTime.Parse(text, Invariant, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        ScalarText.Format,
        mostBytes: 32) with
    {
        Map = Converted(new ValueConverter<DateTime, DateTime>(
            value => ModelConventions.Held(value), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc))),
        Calendar = CalendarKind.Instant,
    };

    private static ScalarCodec Day => Formatted(
        new(TextReaders.LocalDate, "A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31: 2026-01-02.",
            "https://www.graphql-scalars.com/local-date"),
        ScalarText.Format,
        text => DateOnly.Parse(text, Invariant),
        ScalarText.Format,
        mostBytes: 13) with
    {
        Column = (json, row, column) => json.Quoted(row.Text(column)), // as stored
        Calendar = CalendarKind.Day,
    };

    private static ScalarCodec Time => Formatted(
        new(TextReaders.LocalTime,
            "A time of day: 03:04:05 or, with a fraction, 03:04:05.678. The fraction has at most 7 digits, of which 6 count: nothing " +
            "finer than a microsecond is kept.",
            "https://www.graphql-scalars.com/local-time"),
        value => value.ToString(value.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.fffffff", Invariant),
        text => TimeOnly.Parse(text, Invariant),
        ScalarText.Format,
        mostBytes: 24) with
    {
        Map = Converted(new ValueConverter<TimeOnly, TimeOnly>(value => ModelConventions.Held(value), stored => stored)),
    };

    private static ScalarCodec Duration => new()
    {
        Notation = new(TextReaders.Duration,
            "An ISO 8601 duration of days, hours, minutes and seconds: P1DT2H3M4.5S, or with a minus sign in front. Years and months " +
            "have no fixed length and are not accepted.",
            "https://www.graphql-scalars.com/duration"),
        Sample = TimeSpan.Zero,
        Map = Converted(new ValueConverter<TimeSpan, long>(value => value.Ticks, stored => new TimeSpan(stored))),
        Kind = StoredKind.Integer,
        ToStored = value => ((TimeSpan)value).Ticks,
        ProviderType = typeof(long),
        ToProvider = stored => stored,
        Column = (json, row, column) => json.Text(ScalarText.Format(new TimeSpan(row.Integer(column)))),
        IsJsonText = true,
        ToJson = value => ScalarText.Format((TimeSpan)value),
        MostBytes = 31, // "-P10675198DT23H59M59.9999999S"
        ValueCount = null,
        KeyType = typeof(TimeSpan),
        Arithmetic = Arithmetic.Ticks,
        HasExtremes = true,
        Calendar = CalendarKind.None,
    };

    private static ScalarCodec Uuid => Formatted(
        new(TextReaders.Uuid,
            "A universally unique identifier, written in lower case with hyphens. In input, upper case is accepted, and so are missing " +
            "hyphens.",
            "https://www.rfc-editor.org/rfc/rfc9562"),
        value => value.ToString("D").ToUpperInvariant(),
        Guid.Parse,
        ScalarText.Format,
        mostBytes: 38) with
    {
        HasExtremes = false, // an identifier has no least
    };

    private static ScalarCodec Address => FreeText(
        new(TextReaders.Url, "A uniform resource locator, written percent-encoded.", "https://www.rfc-editor.org/rfc/rfc3986"),
        new Uri("about:blank"),
        ScalarText.Format) with
    {
        Map = (property, dialect) =>
        {
            property.SetValueConverter(new ValueConverter<Uri, string>(
                value => ScalarText.Format(value), stored => new Uri(stored, UriKind.RelativeOrAbsolute)));
            dialect.MapText(property);
        },
        HasExtremes = false,
    };

    private static void WriteId(JsonText json, long id)
    {
        json.Raw('"');
        json.Number(id);
        json.Raw('"');
    }

    // Stored in units of 0.0001; written without needless zeros.
    private static void WriteDecimal(JsonText json, long scaled)
    {
        var (whole, rest) = Math.DivRem(scaled, 10_000);
        if (rest < 0 && whole == 0)
        {
            json.Raw('-'); // which a zero does not show
        }

        json.Number(whole);
        if (rest != 0)
        {
            json.Fraction((int)Math.Abs(rest), 1_000);
        }
    }
}
