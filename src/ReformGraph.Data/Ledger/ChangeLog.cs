using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Ledger;

/// <summary>The log as a database holds it, for checkpoints and proofs: it is read and not recomputed, which is the audit's work.</summary>
internal static class ChangeLog
{
    /// <summary>Gives the state of the data: which change was the last, of which database, its key,
    /// and how many states there are.</summary>
    public const string State =
        $"SELECT \"{nameof(DataState.Sequence)}\", \"{nameof(DataState.Database)}\", \"{nameof(DataState.Id)}\", (SELECT COUNT(*) FROM " +
        $"\"{nameof(DataState)}\") FROM \"{nameof(DataState)}\" ORDER BY \"{nameof(DataState.Id)}\"";

    /// <summary>Which log it is: that of the database.</summary>
    /// <exception cref="StartupException">The database has none.</exception>
    public static string OriginOf(SqliteConnection connection)
    {
        using var state = new RecordStatement(connection, State);
        return OriginOf(state) ?? throw new StartupException("The database has no log yet.");
    }

    /// <summary>Reads the origin off <see cref="State"/>, which stands at the one state then; null where there is not just one.</summary>
    public static string? OriginOf(RecordStatement state) =>
        state.Step() && state.Integer(2) == 1 && state.Integer(3) == 1 && state.IsText(1)
        && Guid.TryParseExact(state.Text(1), "D", out var database)
        && !state.Text(1)!.Any(char.IsAsciiLetterLower) // in its one spelling, that of EF Core
            ? Checkpoint.OriginOf(database)
            : null;

    /// <summary>How many changes the log says it has.</summary>
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

    /// <summary>A time as checkpoints have it.</summary>
    public static DateTime ToTheSecond(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The leaves of changes, in order.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="behind">The change behind which they begin; 0 for the first.</param>
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
