using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>Reads the text of a cell as people and spreadsheets write it.</summary>
internal delegate (object? Value, CellProblem? Problem) CellReader(ImportField field, string text, NumberNotation numbers);

/// <summary>A scalar in the cells of tables.</summary>
internal sealed record CellScalar
{
    /// <summary>What a cell may hold, in English.</summary>
    public required Func<ScalarType, string> Expected { get; init; }

    /// <summary>The same in Chinese.</summary>
    public required Func<ScalarType, string> ExpectedZh { get; init; }

    /// <summary>The value of a text in the form of GraphQL answers; null where it is none.</summary>
    public required Func<ScalarType, string, object?> Parse { get; init; }

    /// <summary>The text of a value, which <see cref="Parse"/> reads.</summary>
    public required Func<object, string> Format { get; init; }

    /// <summary>Reads what people and spreadsheets write: all that <see cref="Parse"/> takes, and more.</summary>
    public required CellReader Read { get; init; }

    /// <summary>From a number to the value; null where it has too many places. An OverflowException says that it is out of range.
    /// Null where the scalar is no number.</summary>
    public required Func<decimal, object?>? Convert { get; init; }

    /// <summary>Whether it is a number that may have decimal places.</summary>
    public bool IsFraction { get; init; }

    /// <summary>Whether its texts are taken as they are, with their spaces.</summary>
    public bool IsText { get; init; }
}
