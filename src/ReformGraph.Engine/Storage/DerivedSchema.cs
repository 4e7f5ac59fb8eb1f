using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;

namespace ReformGraph.Engine.Storage;

/// <summary>
/// What is derived from the tables of a database: the triggers that maintain rollups and revisions, so that no writer can forget them, the
/// view of the rows that changes affect, and the flat views. Migrations create the tables; a migration may rebuild a table, and SQLite then
/// drops its triggers: so all this is dropped before a migration and created again after it. The model's provider determines the database.
/// </summary>
public static class DerivedSchema
{
    /// <summary>Creates a database: the tables of a model, what is derived from them, and the state before the first change.</summary>
    /// <param name="context">A context of a database without tables. After migrations, call <see cref="Make"/> instead.</param>
    /// <param name="cancellation">Cancels it.</param>
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
                $"""INSERT INTO "DataState" ("Id", "Sequence", "Database") VALUES (1, 0, {Guid.NewGuid()})""", cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Fills all rollups from the rows, and creates triggers and views.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="model">The model.</param>
    public static void Make(DbConnection connection, IModel model)
    {
        var dialect = StorageDialects.For(model);
        using var transaction = connection.BeginTransaction();
        Drop(connection, model);
        foreach (var (_, statement) in StatementsFor(model))
        {
            Execute(connection, statement);
        }

        // After the triggers exist, no row can be missed.
        foreach (var rollup in Rollup.DeclaredIn(model).Select(rollup => new RollupSql(rollup, dialect)))
        {
            Execute(connection, rollup.Clear);
            Execute(connection, rollup.Fill);
        }

        transaction.Commit();
    }

    /// <summary>Drops triggers and views, including those that are no longer declared.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="model">The model.</param>
    public static void Drop(DbConnection connection, IModel model)
    {
        foreach (var (_, drop) in Present(connection, StorageDialects.For(model)).Values)
        {
            Execute(connection, drop);
        }
    }

    /// <summary>Whether triggers and views are those that this build would create.</summary>
    public static bool IsCurrent(DbConnection connection, IModel model)
    {
        var dialect = StorageDialects.For(model);
        var found = Present(connection, dialect);
        var made = StatementsFor(model).ToList();
        return found.Count == made.Count && made.TrueForAll(one => IsThere(one, found, dialect));
    }

    /// <summary>Everything that is created, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> StatementsFor(IModel model) =>
        [.. AnswersRestOn(model).Select(made => made.Statement), .. FlatViews.StatementsFor(model, StorageDialects.For(model))];

    /// <summary>What a database lacks to give correct responses, and what to do about it; null if it has everything.</summary>
    internal static string? FaultOf(DbConnection connection, IModel model)
    {
        var dialect = StorageDialects.For(model);
        var found = Present(connection, dialect);
        if (AnswersRestOn(model).FirstOrDefault(made => !IsThere(made.Statement, found, dialect)).What is { } missing)
        {
            return $"does not keep {missing}: call {nameof(DerivedSchema)}.{nameof(Make)} after its tables are created or changed";
        }

        var unrecorded = Revisions.DeclaredIn(model)
            .FirstOrDefault(revisions => IsTrue(connection, new HistorySql(revisions, dialect).IsUnrecorded));
        return unrecorded is not null
                ? $"has rows of {unrecorded.Rows.ClrType.Name} from before their history was kept: " +
                    $"record them with {nameof(ChangeRecording)}.{nameof(ChangeRecording.RecordPresentRowsAsync)}"
            : IsTrue(connection, $"SELECT NOT EXISTS (SELECT 1 FROM \"{nameof(DataState)}\")")
                ? $"has no {nameof(DataState)}: create it with {nameof(DerivedSchema)}.{nameof(CreateAsync)}, or record a first change"
            : null;
    }

    private static bool IsTrue(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar() is 1L or true;
    }

    private static IEnumerable<(string What, KeyValuePair<string, string> Statement)> AnswersRestOn(IModel model)
    {
        var dialect = StorageDialects.For(model);
        foreach (var rollup in Rollup.DeclaredIn(model))
        {
            var dimensions = string.Join(", ", rollup.Dimensions.Select(dimension => dimension.Name));
            foreach (var statement in new RollupSql(rollup, dialect).Kept)
            {
                yield return ($"the rollup of {rollup.Rows.ClrType.Name} by {dimensions}", statement);
            }
        }

        foreach (var revisions in Revisions.DeclaredIn(model))
        {
            foreach (var trigger in new HistorySql(revisions, dialect).Triggers)
            {
                yield return ($"the history of {revisions.Rows.ClrType.Name}", trigger);
            }
        }

        yield return ("the rows that changes concern", HistorySql.ChangedRows(model, dialect));
    }

    private static bool IsThere(
        KeyValuePair<string, string> made, Dictionary<string, (string Made, string Drop)> found, StorageDialect dialect) =>
        found.TryGetValue(made.Key, out var present) && dialect.IsMadeBy(present.Made, made.Value);

    private static Dictionary<string, (string Made, string Drop)> Present(DbConnection connection, StorageDialect dialect)
    {
        using var query = connection.CreateCommand();
        query.CommandText = dialect.Present;
        using var reader = query.ExecuteReader();
        var present = new Dictionary<string, (string, string)>();
        while (reader.Read())
        {
            present.Add(reader.GetString(0), (reader.GetString(1), reader.GetString(2)));
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
