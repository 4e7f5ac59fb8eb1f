using ReformGraph.Engine.Dialects;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>
/// All differences between databases in the statements that maintain history, rollups and flat views: the counterpart of
/// <see cref="SqlDialect"/>, with a class for each provider.
/// </summary>
internal abstract class StorageDialect
{
    /// <summary>The query for what was created of this: the name, what <see cref="IsMadeBy"/> compares, and the statement that drops
    /// it.</summary>
    public abstract string Present { get; }

    /// <summary>Whether an existing object is what a statement creates.</summary>
    /// <param name="present">What <see cref="Present"/> returns for it.</param>
    /// <param name="statement">The statement.</param>
    public abstract bool IsMadeBy(string present, string statement);

    /// <summary>A trigger that runs after each row, with its final name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="change">The triggering statement: <c>INSERT</c>, <c>DELETE</c>, <c>UPDATE</c>, or <c>UPDATE OF</c> columns.</param>
    /// <param name="table">The table, quoted.</param>
    /// <param name="body">Statements, each with a semicolon and a space.</param>
    /// <param name="condition">The rows to which it applies; null for all.</param>
    public abstract KeyValuePair<string, string> Trigger(string name, string change, string table, string body, string? condition = null);

    /// <summary>What rejects statements that would bypass the triggers of a table, by name.</summary>
    /// <param name="name">The name, if such a statement is possible.</param>
    /// <param name="table">The table, quoted.</param>
    public abstract IEnumerable<KeyValuePair<string, string>> Guards(string name, string table);

    /// <summary>A view, with its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="statement">The query that defines it.</param>
    public abstract KeyValuePair<string, string> View(string name, string statement);

    /// <summary>What a rollup needs besides its triggers, by name.</summary>
    /// <param name="rollup">The name of its table.</param>
    /// <param name="dimensions">Its dimensions, quoted.</param>
    public abstract IEnumerable<KeyValuePair<string, string>> Indexes(string rollup, IEnumerable<string> dimensions);

    /// <summary>Statements that add a row's numbers to those of its group, which may not exist yet.</summary>
    public abstract string Add(GroupOfRow group);

    /// <summary>Whether two values are equal, treating null as a value.</summary>
    public abstract string IsSame(string left, string right);

    /// <summary>Whether two values differ, treating null as a value.</summary>
    public abstract string Differs(string left, string right);

    /// <summary>1 for a non-null value, otherwise 0.</summary>
    public abstract string One(string value);

    /// <summary>The whole number that is added for a value: for a decimal, its ten-thousandths.</summary>
    public abstract string Whole(Arithmetic arithmetic, string value);

    /// <summary>The first day of the month of a day.</summary>
    public abstract string FirstOfMonth(string day);

    /// <summary>A column that is not an enum, as a flat view shows it.</summary>
    public abstract string Shown(ScalarType type, string column);
}

/// <summary>The group of a rollup to which a row belongs, and what the row adds to its numbers.</summary>
/// <param name="Table">The rollup, quoted.</param>
/// <param name="Dimensions">Each dimension, quoted, and the row's value for it.</param>
/// <param name="Numbers">Each number, quoted, and what the row adds to it.</param>
internal sealed record GroupOfRow(
    string Table, IReadOnlyList<(string Column, string Value)> Dimensions, IReadOnlyList<(string Column, string Value)> Numbers)
{
    /// <summary>All columns.</summary>
    public string Columns => string.Join(", ", Dimensions.Concat(Numbers).Select(each => each.Column));

    /// <summary>Whether a row of the rollup is this group.</summary>
    public string Condition(StorageDialect dialect) =>
        string.Join(" AND ", Dimensions.Select(dimension => dialect.IsSame(dimension.Column, dimension.Value)));

    /// <summary>The statement that adds (<c>+</c>) the row's numbers or subtracts (<c>-</c>) them, if the group exists.</summary>
    public string Change(StorageDialect dialect, string sign) =>
        $"UPDATE {Table} SET {string.Join(", ", Numbers.Select(number => $"{number.Column} = {number.Column} {sign} {number.Value}"))} " +
        $"WHERE {Condition(dialect)}; ";
}
