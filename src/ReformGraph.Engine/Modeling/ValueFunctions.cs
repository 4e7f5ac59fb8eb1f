namespace ReformGraph.Engine.Modeling;

/// <summary>What a condition can make of a value before it looks at it.</summary>
public enum ValueFunction
{
    /// <summary>The letters A to Z as a to z. All others stay as they are, so that every database says the same.</summary>
    Lower,

    /// <summary>The letters a to z as A to Z.</summary>
    Upper,

    /// <summary>An id as text.</summary>
    Text,

    /// <summary>How many code points a text has.</summary>
    Length,

    /// <summary>The place of a part in a text, from 0, in code points; -1 where it is not there.</summary>
    IndexOf,

    /// <summary>The number of the year; of an instant in UTC.</summary>
    Year,

    /// <summary>The number of the month; of an instant in UTC.</summary>
    Month,

    /// <summary>The number of the day in its month; of an instant in UTC.</summary>
    Day,

    /// <summary>The day of an instant in UTC.</summary>
    Date,
}

/// <summary>One row of the table of functions.</summary>
/// <param name="Function">Which it is.</param>
/// <param name="Name">Its name in conditions.</param>
/// <param name="Result">The type of what it makes.</param>
/// <param name="Sources">The types of what it takes.</param>
public sealed record ValueFunctionRow(ValueFunction Function, string Name, ScalarType Result, IReadOnlyList<ScalarType> Sources);

/// <summary>The functions of values. Each makes null of null.</summary>
public static class ValueFunctions
{
    /// <summary>
    /// The field of a filter that holds conditions on what functions make, and on two values of a row. No filter of the schema has it,
    /// as clients of
    /// GraphQL are promised exactly what they would find elsewhere: only requests that say so may send it, in their variables.
    /// </summary>
    public const string Conditions = "#values";

    private static readonly ScalarType Text = TypeOf<string>(), Number = TypeOf<int>(), Day = TypeOf<DateOnly>(), Instant =
        TypeOf<DateTime>();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ValueFunctionRow> All { get; } =
    [
        new(ValueFunction.Lower, "lower", Text, [Text]),
        new(ValueFunction.Upper, "upper", Text, [Text]),
        new(ValueFunction.Text, "text", Text, [ScalarType.Id]),
        new(ValueFunction.Length, "length", Number, [Text]),
        new(ValueFunction.IndexOf, "indexOf", Number, [Text]),
        new(ValueFunction.Year, "year", Number, [Day, Instant]),
        new(ValueFunction.Month, "month", Number, [Day, Instant]),
        new(ValueFunction.Day, "day", Number, [Day, Instant]),
        new(ValueFunction.Date, "date", Day, [Instant]),
    ];

    /// <summary>The types of what functions make.</summary>
    public static IEnumerable<ScalarType> Results => All.Select(row => row.Result).Distinct();

    private static ScalarType TypeOf<T>() => ScalarType.For(typeof(T))!;
}
