using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sqlite;

/// <summary>SQLite. It keeps the text of each statement, and allows one writer at a time.</summary>
internal sealed class SqliteStorageDialect : StorageDialect
{
    private SqliteStorageDialect()
    {
    }

    public static SqliteStorageDialect Instance { get; } = new();

    public override string Present =>
        """SELECT name, sql, 'DROP ' || upper(type) || ' "' || name || '"' FROM sqlite_master WHERE type IN ('trigger', 'view')""";

    public override bool IsMadeBy(string present, string statement) => present == statement;

    public override KeyValuePair<string, string> Trigger(string name, string change, string table, string body, string? condition = null) =>
        new(
            name,
            $"CREATE TRIGGER {Quoted(name)} AFTER {change} ON {table}{(condition is null ? "" : $" WHEN {condition}")} BEGIN {body}END");

    // A DELETE of all rows also runs the triggers.
    public override IEnumerable<KeyValuePair<string, string>> Guards(string name, string table) => [];

    public override KeyValuePair<string, string> View(string name, string statement) => new(name, statement);

    // A unique index would treat two nulls as different.
    public override IEnumerable<KeyValuePair<string, string>> Indexes(string rollup, IEnumerable<string> dimensions) => [];

    public override string Add(GroupOfRow group)
    {
        var none = group.Dimensions.Select(dimension => dimension.Value).Concat(group.Numbers.Select(_ => "0"));
        return $"INSERT INTO {group.Table} ({group.Columns}) SELECT {string.Join(", ", none)} " +
            $"WHERE NOT EXISTS (SELECT 1 FROM {group.Table} WHERE {group.Condition(this)}); {group.Change(this, "+")}";
    }

    public override string IsSame(string left, string right) => $"{left} IS {right}";

    public override string Differs(string left, string right) => $"{left} IS NOT {right}";

    public override string One(string value) => $"({value} IS NOT NULL)";

    // This is how a decimal is stored.
    public override string Whole(Type type, string value) => value;

    public override string FirstOfMonth(string day) => $"(substr({day}, 1, 7) || '-01')";

    // The casts state what a reader of the schema should assume as the column's type.
    public override string Shown(ScalarType type, string column) =>
        type.ClrType == typeof(decimal) ? $"CAST({column} / 10000.0 AS REAL)"
        : type.ClrType == typeof(DateTime) ? $"CAST(replace({column}, ' ', 'T') || 'Z' AS TEXT)"
        : column;
}
