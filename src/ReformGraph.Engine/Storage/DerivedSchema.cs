using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sqlite;

namespace ReformGraph.Engine.Storage;

/// <summary>
/// What of a database file follows from its tables: the triggers that keep rollups and revisions, so that no writer can forget them,
/// the view of
/// the rows that changes concern, and the flat views. Migrations make the tables; one may rebuild a table,
/// with which SQLite drops its triggers:
/// so all this is dropped before and made again behind.
/// </summary>
public static class DerivedSchema
{
    /// <summary>Makes a database: the tables of a model, what follows from them, and the state before the first change.</summary>
    /// <param name="context">A context of a database that has no tables yet. Those that migrations make are completed by
    /// <see cref="Make"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task CreateAsync(DbContext context, CancellationToken cancellation = default)
    {
        var creator = context.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
        {
            await creator.CreateAsync(cancellation);
        }

        await creator.CreateTablesAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            Make(context.Database.GetDbConnection(), context.Model);
            await context.Database.ExecuteSqlAsync(
                $"INSERT INTO DataState (Id, Sequence, Database) VALUES (1, 0, {Guid.NewGuid().ToString("D").ToUpperInvariant()})",
                cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Fills all rollups from the rows, and makes triggers and views.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="model">What is declared.</param>
    public static void Make(DbConnection connection, IModel model)
    {
        using var transaction = connection.BeginTransaction();
        Drop(connection);
        foreach (var rollup in Rollup.DeclaredIn(model).Select(rollup => new RollupSql(rollup)))
        {
            Execute(connection, rollup.Clear);
            Execute(connection, rollup.Fill);
        }

        foreach (var (_, statement) in StatementsFor(model))
        {
            Execute(connection, statement);
        }

        transaction.Commit();
    }

    /// <summary>Drops triggers and views, those that are no longer declared among them.</summary>
    public static void Drop(DbConnection connection)
    {
        foreach (var (name, statement) in Present(connection))
        {
            Execute(connection, $"DROP {(statement.StartsWith("CREATE VIEW", StringComparison.Ordinal) ? "VIEW" : "TRIGGER")} \"{name}\"");
        }
    }

    /// <summary>Whether triggers and views are those that this build would make.</summary>
    public static bool IsCurrent(DbConnection connection, IModel model)
    {
        var found = Present(connection);
        var made = StatementsFor(model).ToList();
        return found.Count == made.Count && made.TrueForAll(one => found.GetValueOrDefault(one.Key) == one.Value);
    }

    /// <summary>All that is made, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> StatementsFor(IModel model) =>
        [.. AnswersRestOn(model).Select(made => made.Statement), .. FlatViews.StatementsFor(model)];

    /// <summary>What a database lacks, so that answers would be wrong, and what is to be done; null where it has all of it.</summary>
    internal static string? FaultOf(DbConnection connection, IModel model)
    {
        var found = Present(connection);
        return AnswersRestOn(model)
            .FirstOrDefault(made => found.GetValueOrDefault(made.Statement.Key) != made.Statement.Value).What is { } missing
                ? $"does not keep {missing}: call {nameof(DerivedSchema)}.{nameof(Make)} once its tables are made or changed"
            : Revisions.DeclaredIn(model)
            .FirstOrDefault(revisions => IsTrue(connection, new HistorySql(revisions).IsUnrecorded)) is { } unrecorded
                ? $"has rows of {unrecorded.Rows.ClrType.Name} from before it kept their history: record them by {nameof(ChangeRecording)}.{nameof(ChangeRecording.RecordPresentRowsAsync)}"
            : IsTrue(connection, $"SELECT NOT EXISTS (SELECT 1 FROM \"{nameof(DataState)}\")")
                ? $"has no {nameof(DataState)}: make it by {nameof(DerivedSchema)}.{nameof(CreateAsync)}, or record a first change"
            : null;
    }

    private static bool IsTrue(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar() is 1L;
    }

    private static IEnumerable<(string What, KeyValuePair<string, string> Statement)> AnswersRestOn(IModel model) =>
    [
        .. Rollup.DeclaredIn(model).SelectMany(
            rollup => new RollupSql(rollup).Triggers,
            (rollup, trigger) =>
                ($"the rollup of {rollup.Rows.ClrType.Name} by {string.Join(", ", rollup.Dimensions.Select(dimension => dimension.Name))}", trigger)),
        .. Revisions.DeclaredIn(model).SelectMany(
            revisions => new HistorySql(revisions).Triggers,
                (revisions, trigger) => ($"the history of {revisions.Rows.ClrType.Name}", trigger)),
        ("the rows that changes concern", new(ModelConventions.ChangedRows, HistorySql.ChangedRows(model))),
    ];

    private static Dictionary<string, string> Present(DbConnection connection)
    {
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')";
        using var reader = query.ExecuteReader();
        var present = new Dictionary<string, string>();
        while (reader.Read())
        {
            present.Add(reader.GetString(0), reader.GetString(1));
        }

        return present;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
