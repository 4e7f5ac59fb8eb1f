using Microsoft.Data.Sqlite;

namespace ReformGraph.Tests.Ledger;

/// <summary>
/// All that a database says, read from its tables and not by way of any index: each value by its type and its bytes.
/// What is not recorded is left
/// out: docs/history.md says the same.
/// </summary>
internal static class Content
{
    /// <summary>The tables that are no part of the record.</summary>
    public static readonly string[] Unrecorded = ["ApiKeys", "IdempotencyKeys", "__EFMigrationsLock", "sqlite_sequence", "sqlite_stat1"];

    private static readonly Dictionary<string, string> UnrecordedColumns = new() { ["__EFMigrationsHistory"] = "ProductVersion" };

    /// <summary>Whether a column is part of the record: not a rollup's own key, nor, except for its order, that of a version.</summary>
    public static bool IsRecorded(string table, string column) =>
        column != "RevisionId" && !(column == "Id" && IsRollup(table)) && UnrecordedColumns.GetValueOrDefault(table) != column;

    /// <summary>The tables of the record.</summary>
    public static IReadOnlyList<string> Tables(SqliteConnection connection) =>
        [.. Forgery.Read(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").Select(row => (string)row[0])
            .Where(table => !Unrecorded.Contains(table))];

    /// <summary>The columns of a table, and whether each can be null and is its key.</summary>
    public static IReadOnlyList<(string Name, bool IsNullable, bool IsKey)> Columns(SqliteConnection connection, string table) =>
        [.. Forgery.Read(connection, $"SELECT name, \"notnull\", pk FROM pragma_table_info({Quoted(table, '\'')})")
            .Select(row => ((string)row[0], (long)row[1] == 0, (long)row[2] > 0))];

    /// <summary>Reads all of a file; null where SQLite cannot.</summary>
    public static string? Of(string path)
    {
        try
        {
            using var connection = Forgery.Open(path);
            return string.Join('\n', Lines(connection));
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    public static string Quoted(string name, char quote = '"') =>
        quote + name.Replace(quote.ToString(), $"{quote}{quote}", StringComparison.Ordinal) + quote;

    private static bool IsRollup(string table) => table.Contains("By", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(SqliteConnection connection)
    {
        foreach (var table in Tables(connection))
        {
            yield return table;
            foreach (var row in Rows(connection, table, [.. Columns(connection, table).Select(column => column.Name)
                .Where(column => column == "RevisionId" || IsRecorded(table, column))]))
            {
                yield return row;
            }
        }

        foreach (var row in Rows(connection, "sqlite_schema", ["type", "name", "tbl_name", "sql"]))
        {
            yield return row;
        }
    }

    private static IEnumerable<string> Rows(SqliteConnection connection, string table, string[] columns) =>
        columns.Length == 0 ? [] : Forgery
        .Read(connection,
            $"SELECT {string.Join(" || ' ' || ", columns.Select(column => $"typeof({Quoted(column)}) || hex({Quoted(column)})"))} FROM " +
            $"{Quoted(table)} NOT INDEXED")
        .Select(row => (string)row[0])
        .Order(StringComparer.Ordinal);
}
