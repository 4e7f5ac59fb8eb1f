using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>
/// A value of a row as a flat view shows it, in SQL: a number for a decimal, a word for an enum. The casts state what a reader of the
/// schema should assume as the column's type.
/// </summary>
internal static class FlatValue
{
    /// <summary>The value of a field; null if it is computed in a way that is not supported here.</summary>
    /// <param name="field">The field.</param>
    /// <param name="row">The alias of its row.</param>
    /// <param name="dialect">The dialect of the database.</param>
    /// <param name="word">Returns what is shown for a value of an enum.</param>
    public static string? ToSql(ScalarField field, string row, StorageDialect dialect, Func<EnumValue, string> word) =>
        field.Property is { } property ? ToSql($"{Quoted(row)}.{Column(property)}", field.Type, dialect, word)
        : field.Type.IsEnum ? Chosen(field, field.Access.Body, row, word) is { } chosen ? AsText(chosen) : null
        : Tested(field.Access.Body, row);

    private static string ToSql(string column, ScalarType type, StorageDialect dialect, Func<EnumValue, string> word)
    {
        if (!type.IsEnum)
        {
            return dialect.Shown(type, column);
        }

        var words = type.EnumValues()
            .Select(value => (Number: Convert.ToInt64(value.Value, CultureInfo.InvariantCulture), Word: Text(word(value))))
            .Select(value => string.Create(CultureInfo.InvariantCulture, $"WHEN {value.Number} THEN {value.Word}"));
        return AsText($"CASE {column} {string.Join(' ', words)} END");
    }

    /// <summary>A choice between values of an enum by columns that are null or not.</summary>
    private static string? Chosen(ScalarField field, Expression computed, string row, Func<EnumValue, string> word) => computed switch
    {
        ConstantExpression { Value: { } value } => Text(word(field.Type.EnumValues().Single(one => one.Value.Equals(value)))),
        ConditionalExpression choice when Tested(choice.Test, row) is { } test
            && Chosen(field, choice.IfTrue, row, word) is { } then && Chosen(field, choice.IfFalse, row, word) is { } otherwise
            => $"CASE WHEN {test} THEN {then} ELSE {otherwise} END",
        _ => null,
    };

    private static string? Tested(Expression computed, string row) =>
        computed is BinaryExpression { NodeType: ExpressionType.Equal or ExpressionType.NotEqual } test
        && test.Right is ConstantExpression { Value: null } && ColumnOf(test.Left) is { } column
            ? $"{Quoted(row)}.{Quoted(column)} IS {(test.NodeType == ExpressionType.Equal ? "" : "NOT ")}NULL"
            : null;

    // In a version, a method call names the column.
    private static string? ColumnOf(Expression value) => value switch
    {
        MemberExpression { Expression: ParameterExpression, Member.Name: var name } => name,
        MethodCallExpression { Method.Name: nameof(EF.Property), Arguments: [_, ConstantExpression { Value: string name }] } => name,
        _ => null,
    };

    private static string AsText(string value) => $"CAST({value} AS TEXT)";
}
