using System.Globalization;
using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// Translates the functions in a condition to those that the engine computes for a row. Functions of literals are evaluated here, and so
/// are functions of a code list: its values are known, and are strings to a client.
/// </summary>
internal static class FeedFunctions
{
    /// <summary>The supported functions, by their names in OData; in addition, <c>now</c>.</summary>
    public static IReadOnlyDictionary<string, ValueFunction> Served { get; } = new Dictionary<string, ValueFunction>
    {
        ["tolower"] = ValueFunction.Lower,
        ["toupper"] = ValueFunction.Upper,
        ["length"] = ValueFunction.Length,
        ["indexof"] = ValueFunction.IndexOf,
        ["year"] = ValueFunction.Year,
        ["month"] = ValueFunction.Month,
        ["day"] = ValueFunction.Day,
        ["date"] = ValueFunction.Date,
    };

    private static readonly ScalarType Text = ScalarType.For(typeof(string))!;

    /// <summary>The result of a function of a value.</summary>
    /// <param name="called">The function call.</param>
    /// <param name="value">Its first argument.</param>
    /// <param name="part">Its second argument, a string; null if it has one argument.</param>
    /// <param name="option">The option that contains it.</param>
    /// <exception cref="RequestErrorException">It is not supported for such a value.</exception>
    public static FeedValue Apply(SingleValueFunctionCallNode called, FeedValue value, string? part, string option)
    {
        var function = Served[called.Name];
        return value switch
        {
            LiteralValue { Literal.Value: null } => value,
            LiteralValue { Literal: var literal } =>
                new LiteralValue(new ConstantNode(Applied(function, literal.Value, part), $"{called.Name}({literal.LiteralText})")),
            RowValue row => Apply(function, AsText(row, function), part)
                ?? throw FeedErrors.NotSupported(option, $"{value.Name} is a {value.Type.Name}, which does not support {called.Name}."),
            _ => throw FeedErrors.NotSupported(option, $"{called.Name} is not supported for {value.Name}."),
        };
    }

    /// <summary>A value as a client sees it; ids are strings.</summary>
    public static RowValue AsText(RowValue value) => value.Type == ScalarType.Id ? Apply(ValueFunction.Text, value, null)! : value;

    /// <summary>The result of a function of a non-null value.</summary>
    public static object Applied(ValueFunction function, object value, string? part) => (function, value) switch
    {
        (ValueFunction.Lower, string text) =>
            string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? (char)(letter | ' ') : letter)),
        (ValueFunction.Upper, string text) =>
            string.Concat(text.Select(letter => char.IsAsciiLetterLower(letter) ? (char)(letter & ~' ') : letter)),
        (ValueFunction.Length, string text) => text.EnumerateRunes().Count(),
        (ValueFunction.IndexOf, string text) =>
            text.IndexOf(part!, StringComparison.Ordinal) is >= 0 and var place ? text[..place].EnumerateRunes().Count() : -1,
        (ValueFunction.Date, _) => DayOf(value),
        (ValueFunction.Year, _) => DayOf(value).Year,
        (ValueFunction.Month, _) => DayOf(value).Month,
        (ValueFunction.Day, _) => DayOf(value).Day,
        _ => throw new InvalidOperationException($"There is no {function} of a {value.GetType().Name}."),
    };

    private static FunctionValue? Apply(ValueFunction function, RowValue value, string? part)
    {
        var row = ValueFunctions.All.Single(row => row.Function == function);
        return row.Sources.Contains(value.Type) || (value.Type.IsEnum && row.Sources.Contains(Text))
            ? new FunctionValue(value, row, part) : null;
    }

    private static RowValue AsText(RowValue value, ValueFunction function) =>
        ValueFunctions.All.Single(row => row.Function == function).Sources.Contains(Text) ? AsText(value) : value;

    private static DateOnly DayOf(object value) => value switch
    {
        DateTimeOffset instant => DateOnly.FromDateTime(instant.UtcDateTime),
        DateOnly day => day,
        _ => DateOnly.ParseExact($"{value}", Literals.DayForm, CultureInfo.InvariantCulture), // the parser's own date type
    };
}
