using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// An earlier version of the program, represented by the schema that it created, so that its databases are verified by the tables and
/// columns that it knew. For as long as a connection is open, temporary views and tables hide what it did not know: a column without values
/// and a table without rows change no hash.
/// </summary>
internal sealed class EarlierVersion
{
    private readonly SchemaContent then;
    private readonly SchemaContent now;
    private readonly List<string> additions;

    private EarlierVersion(string path, string migration, SchemaContent then, SchemaContent now, List<string> additions) =>
        (Migration, HowToUpgrade, this.then, this.now, this.additions) = (migration, HowTo(path, migration), then, now, additions);

    /// <summary>The last migration of the database.</summary>
    public string Migration { get; }

    /// <summary>What to do about the database.</summary>
    public string HowToUpgrade { get; }

    /// <summary>The schema, except triggers and views.</summary>
    public SchemaContent Schema => then;

    /// <summary>The version that created a database; null if it is this one.</summary>
    /// <exception cref="StartupException">A newer version created it, or one that did not record changes.</exception>
    public static async Task<EarlierVersion?> OfAsync(string path, MigrationSet migrations, CancellationToken cancellation)
    {
        if (MigrationOf(path, migrations) is not { } migration)
        {
            return null;
        }

        var (then, before) = await DeclaredSchema.ReadAsync(migration, migrations,
            connection => (SchemaContent.Read(connection), Columns(connection)), cancellation);
        var (now, present) = await DeclaredSchema.ReadAsync(null, migrations,
            connection => (SchemaContent.Read(connection), Columns(connection)), cancellation);
        return before.ContainsKey("Changes")
            ? new(path, migration, then, now,
                [.. present.Select(table => Addition(table.Key, table.Value, before.GetValueOrDefault(table.Key))).OfType<string>()])
            : throw new StartupException(
                $"The database {path} is from a version that did not record changes (its last migration is {migration}), so it cannot be " +
                $"verified. {HowTo(path, migration)}; its history begins then.");
    }

    /// <summary>Adds to a connection what the version did not know, including the leaves of the changes, if it did not store
    /// them.</summary>
    public void Complete(SqliteConnection connection, DbContext context)
    {
        foreach (var addition in additions)
        {
            using var command = connection.CreateCommand();
            command.CommandText = addition;
            command.ExecuteNonQuery();
        }

        if (then.TableOf(KeptLeaves.Table) is null)
        {
            using var seal = new ChangeSeal(connection, context.Model);
            seal.KeepMissing();
        }
    }

    /// <summary>Whether it had the same rollup as this version.</summary>
    public bool Has(string rollup) => then.TableOf(rollup) == now.TableOf(rollup);

    private static string HowTo(string path, string migration) => Prerelease.Migrations.SkipLast(1).Contains(migration)
        ? Prerelease.HowToComplete
        : $"The next start of the server upgrades it (--database {path})";

    // The audit reports a file that is damaged or not a database.
    private static string? MigrationOf(string path, MigrationSet migrations)
    {
        try
        {
            using var connection = SqliteFile.Connect(path, SqliteOpenMode.ReadOnly);
            return new FileInfo(path).Length > 0 ? migrations.EarlierVersionOf(connection, path) : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static Dictionary<string, List<string>> Columns(SqliteConnection connection)
    {
        var columns = new Dictionary<string, List<string>>();
        using var query =
            new RecordStatement(connection,
            "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table' ORDER BY t.name, " +
            "c.cid");
        while (query.Step())
        {
            var table = query.Text(0)!;
            (columns.TryGetValue(table, out var known) ? known : columns[table] = []).Add(query.Text(1)!);
        }

        return columns;
    }

    private static string? Addition(string table, List<string> now, List<string>? then) =>
        then is null ? $"CREATE TEMP TABLE \"{table}\" ({string.Join(", ", now.Select(column => $"\"{column}\""))})"
        : now.Except(then).ToList() is { Count: > 0 } added
        ? $"CREATE TEMP VIEW \"{table}\" AS SELECT *{string.Concat(added.Select(column => $", NULL AS \"{column}\""))} FROM " +
            $"main.\"{table}\""
        : null;
}
