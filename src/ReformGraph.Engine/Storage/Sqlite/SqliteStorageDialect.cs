using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sqlite;

/// <summary>SQLite. It keeps the text of each statement, and allows one writer at a time.</summary>
internal sealed class SqliteStorageDialect : StorageDialect
{
    /// <summary>What a flat view shows. The casts say what a reader of the schema takes for the column's type.</summary>
    public static ScalarTable<Func<string, string>> Shows { get; } = new("A flat view of SQLite", AsStored,
        new Dictionary<string, Func<string, string>>
        {
            ["ID"] = AsStored,
            ["String"] = AsStored,
            ["Boolean"] = AsStored,
            ["Byte"] = AsStored,
            ["Short"] = AsStored,
            ["Int"] = AsStored,
            ["Long"] = AsStored,
            ["Float"] = AsStored,
            ["Decimal"] = column => $"CAST({column} / 10000.0 AS REAL)",
            ["DateTime"] = column => $"CAST(replace({column}, ' ', 'T') || 'Z' AS TEXT)",
            ["LocalDate"] = AsStored,
            ["LocalTime"] = AsStored,
            ["TimeSpan"] = AsStored,
            ["UUID"] = AsStored,
            ["URL"] = AsStored,
        });

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
    public override string Whole(Arithmetic arithmetic, string value) => value;

    public override string FirstOfMonth(string day) => $"(substr({day}, 1, 7) || '-01')";

    public override string Shown(ScalarType type, string column) => Shows[type](column);

    private static string AsStored(string column) => column;
}
