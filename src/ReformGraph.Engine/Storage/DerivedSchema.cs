using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;

namespace ReformGraph.Engine.Storage;

/// <summary>
/// What of a database follows from its tables: the triggers that keep rollups and revisions, so that no writer can forget them, the view of
/// the rows that changes concern, and the flat views. Migrations make the tables; one may rebuild a table, with which SQLite drops its
/// triggers: so all this is dropped before and made again after it. The provider of the model says for which database.
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
                $"""INSERT INTO "DataState" ("Id", "Sequence", "Database") VALUES (1, 0, {Guid.NewGuid()})""", cancellation);
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
        var dialect = StorageDialects.For(model);
        using var transaction = connection.BeginTransaction();
        Drop(connection, model);
        foreach (var (_, statement) in StatementsFor(model))
        {
            Execute(connection, statement);
        }

        // Once the triggers are there, nobody writes rows that would be missed.
        foreach (var rollup in Rollup.DeclaredIn(model).Select(rollup => new RollupSql(rollup, dialect)))
        {
            Execute(connection, rollup.Clear);
            Execute(connection, rollup.Fill);
        }

        transaction.Commit();
    }

    /// <summary>Drops triggers and views, those that are no longer declared among them.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="model">What is declared.</param>
    public static void Drop(DbConnection connection, IModel model)
    {
        foreach (var (_, drop) in Present(connection, StorageDialects.For(model)).Values)
        {
            Execute(connection, drop);
        }
    }

    /// <summary>Whether triggers and views are those that this build would make.</summary>
    public static bool IsCurrent(DbConnection connection, IModel model)
    {
        var dialect = StorageDialects.For(model);
        var found = Present(connection, dialect);
        var made = StatementsFor(model).ToList();
        return found.Count == made.Count && made.TrueForAll(one => IsThere(one, found, dialect));
    }

    /// <summary>All that is made, by name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> StatementsFor(IModel model) =>
        [.. AnswersRestOn(model).Select(made => made.Statement), .. FlatViews.StatementsFor(model, StorageDialects.For(model))];

    /// <summary>What a database lacks, so that answers would be wrong, and what is to be done; null where it has all of it.</summary>
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
