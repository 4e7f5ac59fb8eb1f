using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>A connection with its prepared statements and its buffer; one request at a time uses it.</summary>
internal sealed class FloorConnection
{
    private readonly FloorStatement state;

    public FloorConnection(string file)
    {
        // As the product opens it: without a count of the memory, without a lock of its own, only for reading.
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0); // taken before the first connection
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null), database);
        raw.sqlite3_busy_timeout(database, 1_000);
        raw.sqlite3_db_config(database, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, "PRAGMA query_only = ON"), database);
        state = new FloorStatement(database, "SELECT Sequence FROM DataState");
        Answers = [.. Work.All.Select(work => work.Prepare(database))];
    }

    /// <summary>The answer to each work, in the order of <see cref="Work.All"/>.</summary>
    public FloorAnswer[] Answers { get; }

    public FloorJson Json { get; } = new();

    /// <summary>Begins a read transaction, as the product does: a statement that has a row to give holds it open.</summary>
    /// <returns>The state of the data that it shows.</returns>
    public long BeginRead() => state.Step() ? state.Integer(0) : throw new InvalidOperationException("The database has no DataState.");

    public void EndRead() => state.Reset();
}
