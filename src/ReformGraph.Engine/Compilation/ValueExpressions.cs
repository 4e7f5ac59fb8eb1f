using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>The expressions of functions of values.</summary>
internal static class ValueExpressions
{
    /// <summary>A value where a filter finds it: in a row, or computed from a value of the row.</summary>
    public static Expression Translate(FieldPath path, RowValues row) =>
        path is FunctionPath function ? Made(function, Nullable(Translate(function.Source, row))) : row.Resolve(path);

    private static Expression Made(FunctionPath function, Expression value) => function.Function.Function switch
    {
        ValueFunction.Lower => OfText(nameof(TextFunctions.Lower), value),
        ValueFunction.Upper => OfText(nameof(TextFunctions.Upper), value),
        ValueFunction.Text => OfText(nameof(TextFunctions.OfId), value),
        ValueFunction.Length => OfText(nameof(TextFunctions.Length), value),
        ValueFunction.IndexOf => Expression.Subtract(
            OfText(nameof(TextFunctions.Position), value, QueryExpressions.Translate(function.Part!)), Expression.Constant(1)),
        ValueFunction.Year => OfDay(nameof(DateFunctions.NumberOfYear), value),
        ValueFunction.Month => OfDay(nameof(DateFunctions.NumberOfMonth), value),
        ValueFunction.Day => OfDay(nameof(DateFunctions.NumberOfDay), value),
        _ => Day(value),
    };

    private static MethodCallExpression OfText(string function, params Expression[] arguments) =>
        Expression.Call(typeof(TextFunctions), function, null, arguments);

    private static MethodCallExpression OfDay(string function, Expression value) =>
        Expression.Call(typeof(DateFunctions), function, null, Day(value));

    private static Expression Day(Expression value) => value.Type == typeof(DateTime?)
        ? Expression.Call(typeof(DateFunctions), nameof(DateFunctions.LocalDay), null, value, Expression.Constant(0))
        : value;
}
