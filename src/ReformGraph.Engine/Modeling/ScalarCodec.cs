using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Modeling;

/// <summary>How the values of a scalar are added.</summary>
internal enum Arithmetic
{
    /// <summary>They are not.</summary>
    None,

    /// <summary>As whole numbers of at most 32 bits, of which 64 bits hold the sum of any number of rows.</summary>
    Short,

    /// <summary>As whole numbers of 64 bits.</summary>
    Long,

    /// <summary>In ten-thousandths.</summary>
    Decimal,

    /// <summary>In ticks, as they are stored.</summary>
    Ticks,

    /// <summary>They are numbers, but their sum would depend on the order in which they are added.</summary>
    Inexact,
}

/// <summary>What the values of a scalar are in the calendar.</summary>
internal enum CalendarKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Instants, whose day depends on a time zone.</summary>
    Instant,
}

/// <summary>How clients write a scalar.</summary>
/// <param name="Read">Reads a literal or a value of a variable that is not null.</param>
/// <param name="Description">What it contains and how it is written.</param>
/// <param name="SpecifiedBy">Where its format is specified; null if there is no specification.</param>
internal sealed record ScalarNotation(Func<ScalarInput, ScalarReading> Read, string Description, string? SpecifiedBy);

/// <summary>All that the engine does with the values of one scalar. A scalar without one of these does not compile.</summary>
internal sealed record ScalarCodec
{
    /// <summary>The maximum number of bytes of a number in JSON.</summary>
    public const long BytesOfNumber = 24;

    /// <summary>How clients write it; null for an enum, whose values are names of the schema.</summary>
    public required ScalarNotation? Notation { get; init; }

    /// <summary>A sample value.</summary>
    public required object Sample { get; init; }

    /// <summary>Maps a column beyond what EF Core does by itself.</summary>
    public required Action<IMutableProperty, SqlDialect> Map { get; init; }

    /// <summary>How SQLite stores a value.</summary>
    public required StoredKind Kind { get; init; }

    /// <summary>Input: a value. Output: what SQLite stores, exactly as EF Core's provider would: a long, a double or a text.</summary>
    public required Func<object, object> ToStored { get; init; }

    /// <summary>The type in which PostgreSQL's provider takes a value.</summary>
    public required Type ProviderType { get; init; }

    /// <summary>Input: what SQLite stores. Output: a value of the <see cref="ProviderType"/>.</summary>
    public required Func<object, object> ToProvider { get; init; }

    /// <summary>Writes the value of a column as JSON, straight from the form in which SQLite holds it.</summary>
    public required ColumnSerializer Column { get; init; }

    /// <summary>Whether its JSON is a string.</summary>
    public required bool IsJsonText { get; init; }

    /// <summary>What a JSON writer, or a default value in the schema, takes for a value.</summary>
    public required Func<object, object> ToJson { get; init; }

    /// <summary>The maximum number of bytes in JSON; null for texts of any length.</summary>
    public required long? MostBytes { get; init; }

    /// <summary>The number of its values; null if it is not limited to a few.</summary>
    public required int? ValueCount { get; init; }

    /// <summary>The type in which the keys of an order are compared.</summary>
    public required Type KeyType { get; init; }

    /// <summary>How its values are added.</summary>
    public required Arithmetic Arithmetic { get; init; }

    /// <summary>Whether it has min and max.</summary>
    public required bool HasExtremes { get; init; }

    /// <summary>What its values are in the calendar.</summary>
    public required CalendarKind Calendar { get; init; }
}
