namespace ReformGraph.Engine.Modeling;

/// <summary>The functions that a condition can apply to a value.</summary>
public enum ValueFunction
{
    /// <summary>The letters A to Z in lower case. All others stay as they are, so that every database gives the same result.</summary>
    Lower,

    /// <summary>The letters a to z in upper case.</summary>
    Upper,

    /// <summary>An id as text.</summary>
    Text,

    /// <summary>The number of code points in a text.</summary>
    Length,

    /// <summary>The position of a part in a text, starting at 0, in code points; -1 if it does not occur.</summary>
    IndexOf,

    /// <summary>The number of the year; for an instant, in UTC.</summary>
    Year,

    /// <summary>The number of the month; for an instant, in UTC.</summary>
    Month,

    /// <summary>The number of the day in its month; for an instant, in UTC.</summary>
    Day,

    /// <summary>The date of an instant in UTC.</summary>
    Date,
}

/// <summary>One row of the table of functions.</summary>
/// <param name="Function">The function.</param>
/// <param name="Name">Its name in conditions.</param>
/// <param name="Result">The type of its result.</param>
/// <param name="Sources">The types of values to which it can be applied.</param>
public sealed record ValueFunctionRow(ValueFunction Function, string Name, ScalarType Result, IReadOnlyList<ScalarType> Sources);

/// <summary>The functions of values. Each returns null for null.</summary>
public static class ValueFunctions
{
    /// <summary>
    /// The field of a filter for conditions on the results of functions and on two values of a row. No filter of the schema has it, because
    /// clients of GraphQL are promised exactly what they would find elsewhere: only requests that are allowed to may send it, in their
    /// variables.
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

    /// <summary>The types of the results of functions.</summary>
    public static IEnumerable<ScalarType> Results => All.Select(row => row.Result).Distinct();

    private static ScalarType TypeOf<T>() => ScalarType.For(typeof(T))!;
}
