using System.Text;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Compilation;
using SQLitePCL;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// One connection for reading, with its prepared statements. One request at a time uses it, in one read transaction. After any
/// failure it is thrown away: what state it is in is not worth knowing.
/// </summary>
internal sealed class ReadConnection : StatementSource, IDisposable
{
    private static readonly ReadStatement State = new("SELECT \"Database\", \"Sequence\" FROM \"DataState\"", [], 2, null);

    private const int InstructionsBetweenLooks = 1_000;

    private readonly List<Scan> scans = [];
    private readonly SqliteStatement state;
    private readonly int capacity;
    private long bytes;
    private readonly Dictionary<ReadStatement, LinkedListNode<(ReadStatement Key, SqliteStatement Prepared)>> prepared =
        new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<(ReadStatement Key, SqliteStatement Prepared)> byUse = new();
    private string tag = string.Empty;
    private long tagged = -1;

    public ReadConnection(string connectionString, int capacity)
    {
        this.capacity = capacity;
        Database = Open(new SqliteConnectionStringBuilder(connectionString).DataSource);
        state = new SqliteStatement(this, State);

        // Asked by the running statement itself: an interrupt from another thread is lost when it comes just before the statement.
        raw.sqlite3_progress_handler(Database, InstructionsBetweenLooks, _ => Clock is { IsOver: true } ? 1 : 0, null);
    }

    /// <summary>The connection.</summary>
    public sqlite3 Database { get; }

    /// <summary>How long the statements may still run; null before the first beginning.</summary>
    public Deadline? Clock { get; private set; }

    /// <summary>The runs since the beginning that scanned a table.</summary>
    public IReadOnlyList<Scan> Scans => scans;

    /// <summary>The sequence number of the last change that the read transaction shows.</summary>
    public long Sequence => tagged;

    /// <summary>When it was given back to its pool, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether a read transaction has begun and not ended.</summary>
    public bool IsReading { get; private set; }

    /// <summary>Begins the read transaction and names the state of the data that it shows.</summary>
    /// <param name="until">Stops every statement until the next beginning, when it is over.</param>
    public string BeginRead(Deadline until)
    {
        IsReading = true;
        Clock = until;
        scans.Clear();

        // There is no BEGIN: a statement that still has a row to give holds the transaction open.
        if (!state.Step())
        {
            throw new InvalidOperationException("The database has no DataState.");
        }

        var sequence = state.Integer(1);
        if (sequence != tagged)
        {
            tag = $"{Encoding.UTF8.GetString(state.Text(0))}-{sequence}";
            tagged = sequence;
        }

        return tag;
    }

    /// <summary>Ends the read transaction. Of the prepared statements, which are all at rest then, the least used ones give way.</summary>
    public void EndRead()
    {
        state.Reset();
        IsReading = false;
        while (bytes > capacity)
        {
            var oldest = byUse.First!.Value;
            byUse.RemoveFirst();
            prepared.Remove(oldest.Key);
            bytes -= oldest.Prepared.Bytes;
            oldest.Prepared.Dispose();
        }
    }

    /// <summary>The bytes of the statements that are prepared.</summary>
    public long StatementBytes => bytes;

    /// <summary>The prepared form of a statement. It stays until the read transaction ends.</summary>
    public override SqliteStatement Prepare(ReadStatement statement)
    {
        if (prepared.TryGetValue(statement, out var node))
        {
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value.Prepared;
        }

        var made = new SqliteStatement(this, statement);
        bytes += made.Bytes;
        prepared.Add(statement, byUse.AddLast((statement, made)));
        return made;
    }

    /// <summary>Notes a run that scanned a table.</summary>
    public void Note(Scan scan) => scans.Add(scan);

    /// <summary>How many statements the prepared ones have run, each time counted.</summary>
    public int StatementsRun() => state.Runs + byUse.Sum(entry => entry.Prepared.Runs);

    public void Dispose()
    {
        state.Dispose();
        foreach (var (_, statement) in byUse)
        {
            statement.Dispose();
        }

        Database.Dispose();
    }

    private static sqlite3 Open(string file)
    {
        Batteries_V2.Init();

        // Without a lock of its own: one request at a time uses the connection.
        var result = raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(result, database);
            raw.sqlite3_busy_timeout(database, 1_000);

            // The stability of plans keeps a statement from being prepared anew for each value that is bound to it.
            raw.sqlite3_db_config(database, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, "PRAGMA query_only = ON"), database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
