using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ReformGraph.Data.Sqlite;

namespace ReformGraph.Data.Versions;

/// <summary>
/// Databases of versions before 0.1.0, whose migrations the release replaced by one: the schema after each of those migrations that kept a
/// history, by which their files are verified, and how the rows of a complete one are moved to the tables of the release.
/// </summary>
internal static partial class Prerelease
{
    private const string Tables = """
        SELECT name FROM copy.sqlite_schema
        WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' AND substr(name, 1, 4) <> '__EF'
        """;

    private static readonly string script = ReadScript();

    /// <summary>All migrations of those versions, in order.</summary>
    public static IReadOnlyList<string> Migrations { get; } = [.. Migration().Matches(script).Select(match => match.Value)];

    /// <summary>What to do about a database that lacks some of them.</summary>
    public static string HowToComplete => "Upgrade it with the last version before 0.1.0 first, as docs/databases.md describes";

    /// <summary>
    /// Creates the tables and indexes that a database had after one of the migrations; only the list of migrations if it did not keep a
    /// history yet.
    /// </summary>
    public static void Make(SqliteConnection connection, string migration) =>
        Execute(connection, script[..script.IndexOf('\n', script.IndexOf($"'{migration}'", StringComparison.Ordinal))]);

    /// <summary>Copies all rows of a complete database to one that has the tables of the release and no rows.</summary>
    /// <param name="present">A connection to the complete one.</param>
    /// <param name="beside">The file of the other database, which nobody has open.</param>
    public static void CopyRows(SqliteConnection present, string beside)
    {
        Execute(present, "ATTACH $path AS copy", ("$path", beside));
        Execute(present, "PRAGMA foreign_keys = OFF; PRAGMA copy.synchronous = OFF");
        Execute(present, "PRAGMA copy.journal_mode = OFF"); // separately: after a statement that returns a row, failures would go unnoticed
        Execute(present, "BEGIN");
        foreach (var table in present.Texts(Tables).ToList())
        {
            var names = present.Texts($"SELECT name FROM pragma_table_info('{table}', 'copy')");
            var columns = string.Join(", ", names.Select(name => $"\"{name}\""));
            Execute(present, $"INSERT INTO copy.\"{table}\" ({columns}) SELECT {columns} FROM main.\"{table}\"");
        }

        Execute(present, "DELETE FROM copy.sqlite_sequence; INSERT INTO copy.sqlite_sequence SELECT * FROM main.sqlite_sequence");
        if (present.HasTable("sqlite_stat1"))
        {
            Execute(present, "ANALYZE copy.sqlite_schema; INSERT INTO copy.sqlite_stat1 SELECT * FROM main.sqlite_stat1");
        }

        Execute(present, "COMMIT");
        Execute(present, "DETACH copy");
    }

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(Prerelease).Assembly.GetManifestResourceStream("Prerelease.sql")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static void Execute(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    [GeneratedRegex(@"(?<=')\d{14}_\w+(?=')")]
    private static partial Regex Migration();
}
