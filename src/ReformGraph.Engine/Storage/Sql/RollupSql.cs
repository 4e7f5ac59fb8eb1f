using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.Sql;

/// <summary>
/// The statements of one rollup: the one that fills it from the rows, the triggers that maintain it in the transactions that change them,
/// and the one that compares the two. All are written from the same expressions over one row.
/// </summary>
internal sealed class RollupSql(Rollup rollup, StorageDialect dialect)
{
    private const string LowerHalf = "4294967296";

    private readonly string table = Quoted(rollup.Name);
    private readonly string rows = Quoted(rollup.Rows.GetTableName()!);
    private readonly string names = GroupOf(rollup, dialect, "r").Columns;

    /// <summary>Empties the rollup.</summary>
    public string Clear => $"DELETE FROM {table}";

    /// <summary>Fills the rollup, which is empty.</summary>
    public string Fill => $"INSERT INTO {table} ({names}) {FromRows}";

    /// <summary>The number of its groups.</summary>
    public string Count => $"SELECT COUNT(*) FROM {table}";

    /// <summary>The rows that the rollup has in excess (1) and lacks (-1): its dimensions, its numbers, and which of the two.</summary>
    public string Differences => $"""
        SELECT {names}, SUM("#") FROM (SELECT {names}, 1 AS "#" FROM {table} UNION ALL SELECT *, -1 FROM ({FromRows}) AS "found") AS "both"
        GROUP BY {names} HAVING SUM("#") <> 0
        """;

    /// <summary>The triggers that maintain it, by name. A change that does not affect the group and its numbers runs nothing.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept =>
    [
        .. dialect.Indexes(rollup.Name, Row("r").Dimensions.Select(dimension => dimension.Column)),
        Trigger("insert", "INSERT", Add("NEW")),
        Trigger("delete", "DELETE", Take("OLD")),
        Trigger("update", $"UPDATE OF {string.Join(", ", Sources.Select(Column))}", Add("NEW") + Take("OLD"),
            string.Join(" OR ", Sources.Select(source => dialect.Differs($"OLD.{Column(source)}", $"NEW.{Column(source)}")))),
        .. dialect.Guards($"rollup_{rollup.Name}_truncate", rows),
    ];

    private IEnumerable<IReadOnlyProperty> Sources => rollup.Dimensions.Select(dimension => dimension.Property)
        .Concat(rollup.Columns.Select(column => column.Of).OfType<IReadOnlyProperty>()).Distinct();

    private string FromRows
    {
        get
        {
            var row = Row("r");
            var values = row.Dimensions.Select(dimension => dimension.Value)
                .Concat(row.Numbers.Select(number => $"SUM({number.Value}) AS {number.Column}"));
            var groups = rollup.Dimensions.Select((_, number) => number + 1);
            return $"SELECT {string.Join(", ", values)} FROM {rows} AS r GROUP BY {string.Join(", ", groups)}";
        }
    }

    private KeyValuePair<string, string> Trigger(string name, string change, string body, string? condition = null) =>
        dialect.Trigger($"rollup_{rollup.Name}_{name}", change, rows, body, condition);

    private string Add(string row) => dialect.Add(Row(row));

    private string Take(string row)
    {
        var group = Row(row);
        return $"{group.Change(dialect, "-")}DELETE FROM {table} WHERE {group.Condition(dialect)} AND \"Rows\" = 0; ";
    }

    private GroupOfRow Row(string row) => GroupOf(rollup, dialect, row);

    private static GroupOfRow GroupOf(Rollup rollup, StorageDialect dialect, string row) => new(
        Quoted(rollup.Name),
        [.. rollup.Dimensions.Select(dimension => (Quoted(dimension.Property.Name), Value(dimension, dialect, row)))],
        [.. rollup.Columns.Select(column => (Quoted(column.Name), Value(column, dialect, row)))]);

    private static string Value(RollupDimension dimension, StorageDialect dialect, string row) => dimension.IsMonth
        ? dialect.FirstOfMonth($"{row}.{Column(dimension.Property)}")
        : $"{row}.{Column(dimension.Property)}";

    /// <summary>What a row adds to a number.</summary>
    private static string Value(RollupColumn column, StorageDialect dialect, string row)
    {
        if (column.Of is not { } property)
        {
            return "1";
        }

        var value = $"{row}.{Column(property)}";
        var whole = dialect.Whole(ScalarType.For(property.ClrType)!.Codec.Arithmetic, value);
        return column.Part switch
        {
            RollupPart.Values => dialect.One(value),
            RollupPart.Sum => $"COALESCE({whole}, 0)",
            RollupPart.High => $"COALESCE({whole} / {LowerHalf}, 0)",
            _ => $"COALESCE({whole} % {LowerHalf}, 0)",
        };
    }
}
