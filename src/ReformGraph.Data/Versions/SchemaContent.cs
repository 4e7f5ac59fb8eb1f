using Microsoft.Data.Sqlite;
using ReformGraph.Data.Ledger;

namespace ReformGraph.Data.Versions;

/// <summary>
/// The schema of a database: the statements of its tables, indexes, views and triggers by name, and the migrations applied to it. A
/// database that was upgraded step by step has the same schema as one created at once.
/// </summary>
internal sealed class SchemaContent
{
    // The tables that SQLite itself creates for the planner's statistics, in the form in which it creates them.
    private const string IsStatistics =
        "type IS 'table' AND tbl_name IS name AND (name IS 'sqlite_stat1' AND sql IS 'CREATE TABLE sqlite_stat1(tbl,idx,stat)' OR name " +
        "IS 'sqlite_stat4' AND sql IS 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)')";

    private readonly SortedDictionary<string, string> entries = new(StringComparer.Ordinal);

    private SchemaContent()
    {
    }

    /// <summary>Reads it. The planner's statistics are not part of it.</summary>
    public static SchemaContent Read(SqliteConnection connection)
    {
        var content = new SchemaContent();
        using var schema =
            new RecordStatement(connection,
            "SELECT type || ' ' || name, tbl_name || ': ' || coalesce(sql, ''), type, name, tbl_name, sql FROM sqlite_schema WHERE NOT " +
            $"({IsStatistics})");
        content.Add(schema);
        using var hasMigrations = new RecordStatement(connection, "SELECT 1 FROM sqlite_schema WHERE name = '__EFMigrationsHistory'");
        if (hasMigrations.Step())
        {
            using var migrations =
                new RecordStatement(connection, "SELECT 'migration ' || MigrationId, '', MigrationId FROM __EFMigrationsHistory");
            content.Add(migrations);
        }

        return content;
    }

    /// <summary>The statement that created a table; null if there is no such table.</summary>
    public string? TableOf(string name) => entries.GetValueOrDefault($"table {name}");

    /// <summary>Reports the differences from the declared schema.</summary>
    /// <param name="declared">The declared schema.</param>
    /// <param name="report">Receives the findings.</param>
    /// <param name="isEarlier">Whether the schema is that of an earlier version, whose triggers and views are unknown.</param>
    public void Compare(SchemaContent declared, AuditReport report, bool isEarlier)
    {
        foreach (var (name, statement) in declared.entries)
        {
            if (!entries.TryGetValue(name, out var found))
            {
                report.Add($"schema, {name}", Fault.Missing, "this version of the program creates it");
            }
            else if (found != statement)
            {
                report.Add($"schema, {name}", Fault.Changed, IsDerived(name)
                    ? "its statement is not that of this version of the program: somebody changed it, or another version created it; the " +
                    "next " +
                    "start recreates it"
                    : "its statement is not that of this version of the program");
            }
        }

        foreach (var name in entries.Keys.Where(name => !declared.entries.ContainsKey(name) && !(isEarlier && IsDerived(name))))
        {
            report.Add($"schema, {name}", Fault.Added, "this version of the program does not create it");
        }
    }

    private static bool IsDerived(string name) =>
        name.StartsWith("trigger ", StringComparison.Ordinal) || name.StartsWith("view ", StringComparison.Ordinal);

    // A migration has the line endings of the system on which it ran. A duplicate name was forged.
    private void Add(RecordStatement statement)
    {
        while (statement.Step())
        {
            var name = statement.Text(0) ?? "(no name)";
            if (Enumerable.Range(2, statement.ColumnCount - 2).Any(column => !statement.IsNull(column) && !statement.IsText(column)))
            {
                name += " (not text)";
            }

            while (!entries.TryAdd(name, statement.Text(1)?.ReplaceLineEndings("\n") ?? ""))
            {
                name += " again";
            }
        }
    }
}
