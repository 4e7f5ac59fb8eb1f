using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Ledger;

/// <summary>The log in a database, for checkpoints and proofs: it is read, not recomputed, which the audit does.</summary>
internal static class ChangeLog
{
    /// <summary>Selects the state of the data: the last change, the database, its key, and the number of states.</summary>
    public const string State =
        $"SELECT \"{nameof(DataState.Sequence)}\", \"{nameof(DataState.Database)}\", \"{nameof(DataState.Id)}\", (SELECT COUNT(*) FROM " +
        $"\"{nameof(DataState)}\") FROM \"{nameof(DataState)}\" ORDER BY \"{nameof(DataState.Id)}\"";

    /// <summary>The origin of the log: the database.</summary>
    /// <exception cref="StartupException">The database has none.</exception>
    public static string OriginOf(SqliteConnection connection)
    {
        using var state = new RecordStatement(connection, State);
        return OriginOf(state) ?? throw new StartupException("The database has no log yet.");
    }

    /// <summary>Reads the origin from <see cref="State"/>, at its single row; null if there is not exactly one.</summary>
    public static string? OriginOf(RecordStatement state) =>
        state.Step() && state.Integer(2) == 1 && state.Integer(3) == 1 && state.IsText(1)
        && Guid.TryParseExact(state.Text(1), "D", out var database)
        && !state.Text(1)!.Any(char.IsAsciiLetterLower) // only in EF Core's notation
            ? Checkpoint.OriginOf(database)
            : null;

    /// <summary>The number of changes that the log claims to have.</summary>
    public static long SizeOf(SqliteConnection connection)
    {
        using var state = new RecordStatement(connection, State);
        return state.Step() ? state.Integer(0) : 0;
    }

    /// <summary>The present state of the log.</summary>
    public static Checkpoint Now(SqliteConnection connection, DateTime time)
    {
        var tree = new MerkleTree();
        foreach (var leaf in Leaves(connection, 0, long.MaxValue))
        {
            tree.Append(leaf);
        }

        return new Checkpoint(OriginOf(connection), tree.Size, tree.Root, ToTheSecond(time));
    }

    /// <summary>A time in the format of checkpoints.</summary>
    public static DateTime ToTheSecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The leaves of changes, in order.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="behind">The change after which they begin; 0 for the first.</param>
    /// <param name="last">The last one.</param>
    public static IEnumerable<Digest> Leaves(SqliteConnection connection, long behind, long last)
    {
        using var changes =
            new RecordStatement(connection, "SELECT \"Hash\" FROM \"Changes\" WHERE \"Id\" > ?1 AND \"Id\" <= ?2 ORDER BY \"Id\"");
        changes.Run(behind, last);
        while (changes.Step())
        {
            yield return Digest.Parse(changes.Text(0)) ?? throw new StartupException("The log is damaged: run audit verify to see where.");
        }
    }
}
