using System.Security.Cryptography;
using System.Text;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;
using static ReformGraph.Engine.Storage.Sql.SqlNames;

namespace ReformGraph.Engine.Storage.PostgreSql;

/// <summary>
/// PostgreSQL, version 15 or later. It does not keep the text of statements, and a schema may contain objects created by others: so a
/// comment on each trigger, view and index names its creator and the hash of its statement. Writers run concurrently.
/// </summary>
internal sealed class PostgreSqlStorageDialect : StorageDialect
{
    private const string Maker = "ReformGraph.Engine";
    private const int LongestName = 63; // bytes; a longer one would be truncated

    private PostgreSqlStorageDialect()
    {
    }

    public static PostgreSqlStorageDialect Instance { get; } = new();

    // A disabled trigger does not count as present; it is dropped with its function. What was created last is dropped first, because views
    // depend on other views.
    public override string Present => $"""
        SELECT name, made, dropped FROM (
          SELECT oid, tgname::text AS name, CASE WHEN tgenabled = 'D' THEN 'disabled' ELSE obj_description(oid, 'pg_trigger') END AS made,
            format('DROP FUNCTION %s CASCADE', tgfoid::regprocedure) AS dropped
          FROM pg_trigger
          WHERE obj_description(oid, 'pg_trigger') LIKE '{Maker} %'
            AND tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace)
          UNION ALL
          SELECT oid, relname::text, obj_description(oid, 'pg_class'),
            format('DROP %s %s', CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'INDEX' END, oid::regclass)
          FROM pg_class
          WHERE obj_description(oid, 'pg_class') LIKE '{Maker} %' AND relkind IN ('v', 'i')
            AND relnamespace = current_schema()::regnamespace) AS present
        ORDER BY oid DESC
        """;

    public override bool IsMadeBy(string present, string statement) => statement.EndsWith($" IS '{present}'", StringComparison.Ordinal);

    public override KeyValuePair<string, string> Trigger(string name, string change, string table, string body, string? condition = null)
    {
        var when = condition is null ? string.Empty : $" WHEN ({condition})";
        return TriggerOf(name, table, $"{body}RETURN NULL; ", $"AFTER {change} ON {table} FOR EACH ROW{when}");
    }

    public override IEnumerable<KeyValuePair<string, string>> Guards(string name, string table)
    {
        const string Refuse = "RAISE EXCEPTION 'TRUNCATE would remove rows of % without a trace: use DELETE', TG_TABLE_NAME; ";
        return [TriggerOf(name, table, Refuse, $"BEFORE TRUNCATE ON {table}")];
    }

    public override KeyValuePair<string, string> View(string name, string statement) => Marked(name, $"VIEW {Quoted(name)}", statement);

    // It makes two writers that add the first row of a group at the same time notice each other.
    public override IEnumerable<KeyValuePair<string, string>> Indexes(string rollup, IEnumerable<string> dimensions)
    {
        var name = Shortened($"rollup_{rollup}_group");
        return
        [
            Marked(name, $"INDEX {Quoted(name)}",
                $"CREATE UNIQUE INDEX {Quoted(name)} ON {Quoted(rollup)} ({string.Join(", ", dimensions)}) NULLS NOT DISTINCT"),
        ];
    }

    public override string Add(GroupOfRow group)
    {
        var values = group.Dimensions.Concat(group.Numbers).Select(each => each.Value);
        var sums = group.Numbers.Select(number => $"{number.Column} = {group.Table}.{number.Column} + EXCLUDED.{number.Column}");
        return $"INSERT INTO {group.Table} ({group.Columns}) VALUES ({string.Join(", ", values)}) " +
            $"ON CONFLICT ({string.Join(", ", group.Dimensions.Select(dimension => dimension.Column))}) " +
            $"DO UPDATE SET {string.Join(", ", sums)}; ";
    }

    public override string IsSame(string left, string right) => $"{left} IS NOT DISTINCT FROM {right}";

    public override string Differs(string left, string right) => $"{left} IS DISTINCT FROM {right}";

    public override string One(string value) => $"CAST({value} IS NOT NULL AS integer)";

    public override string Whole(Arithmetic arithmetic, string value) =>
        arithmetic is Arithmetic.Decimal ? $"CAST({value} * {Dialects.SqlDialect.UnitsOfOne} AS bigint)" : value;

    // As a time without zone: a plain date would be interpreted in the connection's time zone.
    public override string FirstOfMonth(string day) => $"CAST(date_trunc('month', CAST({day} AS timestamp)) AS date)";

    public override string Shown(ScalarType type, string column) => column;

    // The function may be left over from a table that was dropped.
    private static KeyValuePair<string, string> TriggerOf(string name, string table, string body, string runs)
    {
        name = Shortened(name);
        return Marked(name, $"TRIGGER {Quoted(name)} ON {table}", $"""
            CREATE OR REPLACE FUNCTION {Quoted(name)}() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN {body}END $body$;
            CREATE TRIGGER {Quoted(name)} {runs} EXECUTE FUNCTION {Quoted(name)}()
            """);
    }

    private static KeyValuePair<string, string> Marked(string name, string marked, string statement)
    {
        statement = statement.ReplaceLineEndings("\n");
        return new(name, $"{statement};\nCOMMENT ON {marked} IS '{Maker} {Hash(statement)}'");
    }

    private static string Shortened(string name) =>
        Encoding.UTF8.GetByteCount(name) <= LongestName ? name : $"{name[..7]}{Hash(name)[..32]}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
