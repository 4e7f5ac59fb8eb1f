using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sqlite.SqlNames;

namespace ReformGraph.Engine.Storage.Sqlite;

/// <summary>
/// The statements of one rollup on SQLite: what fills it from the rows, the triggers that keep it in the transactions that change
/// them, and what compares the two. All are written from the same expressions over one row.
/// </summary>
internal sealed class RollupSql(Rollup rollup)
{
    private const string LowerHalf = "4294967296";

    private readonly string table = Quoted(rollup.Name);
    private readonly string rows = Quoted(rollup.Rows.GetTableName()!);
    private readonly string names = string.Join(", ", rollup.Dimensions.Select(dimension => Quoted(dimension.Property.Name)).Concat(rollup.Columns.Select(column => Quoted(column.Name))));

    /// <summary>Empties the rollup.</summary>
    public string Clear => $"DELETE FROM {table}";

    /// <summary>Fills the rollup, which is empty.</summary>
    public string Fill => $"INSERT INTO {table} ({names}) {FromRows}";

    /// <summary>How many groups it has.</summary>
    public string Count => $"SELECT COUNT(*) FROM {table}";

    /// <summary>The rows that the rollup has too many (1) and lacks (-1): its dimensions, its numbers, and which of them.</summary>
    public string Differences =>
        $"SELECT {names}, SUM(\"#\") FROM (SELECT {names}, 1 AS \"#\" FROM {table} UNION ALL SELECT *, -1 FROM ({FromRows})) GROUP BY {names} HAVING SUM(\"#\") <> 0";

    /// <summary>The triggers by name. A change that leaves the group and its numbers as they are runs nothing.</summary>
    public IEnumerable<KeyValuePair<string, string>> Triggers =>
    [
        Trigger("insert", "INSERT", Add("NEW")),
        Trigger("delete", "DELETE", Take("OLD")),
        Trigger("update", $"UPDATE OF {string.Join(", ", Sources.Select(Column))}", Add("NEW") + Take("OLD"), $" WHEN {string.Join(" OR ", Sources.Select(source => $"OLD.{Column(source)} IS NOT NEW.{Column(source)}"))}"),
    ];

    private IEnumerable<IReadOnlyProperty> Sources =>
        rollup.Dimensions.Select(dimension => dimension.Property).Concat(rollup.Columns.Select(column => column.Of).OfType<IReadOnlyProperty>()).Distinct();

    private string FromRows =>
        $"SELECT {List(dimension => Value(dimension, "r"), column => $"SUM({Value(column, "r")}) AS {Quoted(column.Name)}")} FROM {rows} AS r GROUP BY {string.Join(", ", rollup.Dimensions.Select((_, number) => number + 1))}";

    private KeyValuePair<string, string> Trigger(string name, string change, string body, string condition = "")
    {
        name = $"rollup_{rollup.Name}_{name}";
        return new(name, $"CREATE TRIGGER {Quoted(name)} AFTER {change} ON {rows}{condition} BEGIN {body}END");
    }

    private string Add(string row) =>
        $"INSERT INTO {table} ({names}) SELECT {List(dimension => Value(dimension, row), _ => "0")} WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {IsOf(row)}); {Change("+", row)}";

    private string Take(string row) => $"{Change("-", row)}DELETE FROM {table} WHERE {IsOf(row)} AND \"Rows\" = 0; ";

    private string Change(string sign, string row) =>
        $"UPDATE {table} SET {string.Join(", ", rollup.Columns.Select(column => $"{Quoted(column.Name)} = {Quoted(column.Name)} {sign} {Value(column, row)}"))} WHERE {IsOf(row)}; ";

    private string IsOf(string row) => string.Join(" AND ", rollup.Dimensions.Select(dimension => $"{Quoted(dimension.Property.Name)} IS {Value(dimension, row)}"));

    private string List(Func<RollupDimension, string> dimension, Func<RollupColumn, string> column) =>
        string.Join(", ", rollup.Dimensions.Select(dimension).Concat(rollup.Columns.Select(column)));

    private static string Value(RollupDimension dimension, string row) => dimension.IsMonth
        ? $"(substr({row}.{Column(dimension.Property)}, 1, 7) || '-01')"
        : $"{row}.{Column(dimension.Property)}";

    /// <summary>What a row adds to a number.</summary>
    private static string Value(RollupColumn column, string row) => column.Part switch
    {
        RollupPart.Rows => "1",
        RollupPart.Values => $"({row}.{Column(column.Of!)} IS NOT NULL)",
        RollupPart.Sum => $"COALESCE({row}.{Column(column.Of!)}, 0)",
        RollupPart.High => $"COALESCE({row}.{Column(column.Of!)} / {LowerHalf}, 0)",
        _ => $"COALESCE({row}.{Column(column.Of!)} % {LowerHalf}, 0)",
    };
}
