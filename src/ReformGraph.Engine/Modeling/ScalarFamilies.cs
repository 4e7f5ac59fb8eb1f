using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Modeling;

/// <summary>What scalars of one kind have in common.</summary>
internal static class ScalarFamilies
{
    private static readonly ConcurrentDictionary<Type, ScalarCodec> Enums = [];

    /// <summary>Whole numbers. Their arithmetic is that of at most 32 bits; a longer type overrides it.</summary>
    public static ScalarCodec Whole<T>(string description)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Number<T>(new(NumberReaders.Integer<T>, description, null));

    /// <summary>Numbers that are stored as integers, unless the scalar overrides it.</summary>
    public static ScalarCodec Number<T>(ScalarNotation notation)
        where T : struct, INumber<T> => new()
        {
            Notation = notation,
            Sample = default(T),
            Map = AsEfCoreDoes,
            Kind = StoredKind.Integer,
            ToStored = value => long.CreateChecked((T)value),
            ProviderType = typeof(T),
            ToProvider = stored => T.CreateChecked((long)stored),
            Column = (json, row, column) => json.Number(row.Integer(column)),
            IsJsonText = false,
            ToJson = value => value,
            MostBytes = ScalarCodec.BytesOfNumber,
            ValueCount = null,
            KeyType = typeof(T),
            Arithmetic = Arithmetic.Short,
            HasExtremes = true,
            Calendar = CalendarKind.None,
        };

    /// <summary>Values that SQLite holds as a text of a fixed form.</summary>
    /// <param name="notation">How clients write them.</param>
    /// <param name="toStored">The text that SQLite holds.</param>
    /// <param name="read">From that text to the value.</param>
    /// <param name="format">The text that clients see.</param>
    /// <param name="mostBytes">How many bytes that has at most, with its quotes.</param>
    public static ScalarCodec Formatted<T>(ScalarNotation notation, Func<T, string> toStored, Func<string, T> read,
        Func<T, string> format, long mostBytes)
        where T : struct => new()
        {
            Notation = notation,
            Sample = default(T),
            Map = AsEfCoreDoes,
            Kind = StoredKind.Text,
            ToStored = value => toStored((T)value),
            ProviderType = typeof(T),
            ToProvider = stored => read((string)stored),
            Column = (json, row, column) => json.Text(format(read(Encoding.UTF8.GetString(row.Text(column))))),
            IsJsonText = true,
            ToJson = value => format((T)value),
            MostBytes = mostBytes,
            ValueCount = null,
            KeyType = typeof(T),
            Arithmetic = Arithmetic.None,
            HasExtremes = true,
            Calendar = CalendarKind.None,
        };

    /// <summary>Texts of any length. SQLite holds them as clients see them.</summary>
    /// <param name="notation">How clients write them.</param>
    /// <param name="sample">Any of them.</param>
    /// <param name="format">The text of one.</param>
    public static ScalarCodec FreeText<T>(ScalarNotation notation, T sample, Func<T, string> format)
        where T : class => new()
        {
            Notation = notation,
            Sample = sample,
            Map = (property, dialect) => dialect.MapText(property),
            Kind = StoredKind.Text,
            ToStored = value => format((T)value),
            ProviderType = typeof(string),
            ToProvider = stored => stored,
            Column = (json, row, column) => json.Text(row.Text(column)),
            IsJsonText = true,
            ToJson = value => format((T)value),
            MostBytes = null,
            ValueCount = null,
            KeyType = typeof(string),
            Arithmetic = Arithmetic.None,
            HasExtremes = true,
            Calendar = CalendarKind.None,
        };

    /// <summary>The values of an enum, which are small numbers in a database and names for clients.</summary>
    public static ScalarCodec CodeList(Type type) => Enums.GetOrAdd(type, static type =>
    {
        var names = NamesOf(type);
        return new()
        {
            Notation = null,
            Sample = Enum.GetValues(type).GetValue(0)!,
            Map = AsEfCoreDoes,
            Kind = StoredKind.Integer,
            ToStored = value => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ProviderType = typeof(int),
            ToProvider = stored => (int)(long)stored,
            Column = (json, row, column) => json.Raw(names[row.Integer(column)]),
            IsJsonText = true,
            ToJson = value => ScalarText.Format((Enum)value),
            MostBytes = names.Max(name => name.Length),
            ValueCount = Enum.GetValues(type).Length,
            KeyType = typeof(int),
            Arithmetic = Arithmetic.None,
            HasExtremes = true,
            Calendar = CalendarKind.None,
        };
    });

    /// <summary>The names of an enum's values as JSON, by the values.</summary>
    public static byte[][] NamesOf(Type type)
    {
        var values = Enum.GetValues(type).Cast<Enum>().ToDictionary(value => Convert.ToInt32(value, CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(0, values.Keys.Max() + 1)
            .Select(number => values.TryGetValue(number, out var value)
                ? JsonSerializer.SerializeToUtf8Bytes(ScalarText.Format(value)) : [])];
    }

    /// <summary>Maps a column with a value converter.</summary>
    public static Action<IMutableProperty, SqlDialect> Converted(ValueConverter converter) =>
        (property, _) => property.SetValueConverter(converter);

    /// <summary>Leaves a column to EF Core.</summary>
    public static void AsEfCoreDoes(IMutableProperty property, SqlDialect dialect)
    {
        // EF Core's own mapping is the right one.
    }
}
