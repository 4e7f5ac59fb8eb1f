using System.Text;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Telemetry;
using SQLitePCL;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// One connection for reading, with its prepared statements. One request at a time uses it, in one read transaction. After any failure it
/// is closed, because its state is unknown.
/// </summary>
internal sealed class ReadConnection : StatementSource, IDisposable
{
    private static readonly ReadStatement State = new("SELECT \"Database\", \"Sequence\" FROM \"DataState\"", [], 2, null);

    // After a backup was restored, other changes get the numbers of those that it lacked, at other times.
    private static readonly ReadStatement LastChange =
        new("SELECT \"RecordedAt\" FROM \"Changes\" ORDER BY \"Sequence\" DESC LIMIT 1", [], 1, null);

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

    /// <param name="connectionString">The database.</param>
    /// <param name="capacity">How many bytes of prepared statements it keeps.</param>
    /// <param name="metrics">Records its statements; null if nobody wants to know.</param>
    public ReadConnection(string connectionString, int capacity, EngineMetrics? metrics = null)
    {
        this.capacity = capacity;
        Metrics = metrics;
        Database = Open(new SqliteConnectionStringBuilder(connectionString).DataSource);
        state = new SqliteStatement(this, State);

        // The running statement itself asks: an interrupt from another thread is lost if it comes just before the statement.
        raw.sqlite3_progress_handler(Database, InstructionsBetweenLooks, _ => Clock is { IsOver: true } ? 1 : 0, null);
    }

    /// <summary>The connection.</summary>
    public sqlite3 Database { get; }

    /// <summary>Records its statements; null if nobody wants to know.</summary>
    public EngineMetrics? Metrics { get; }

    /// <summary>How long the statements may still run; null before the first transaction.</summary>
    public Deadline? Clock { get; private set; }

    /// <summary>The statements of this transaction that scanned a table.</summary>
    public IReadOnlyList<Scan> Scans => scans;

    /// <summary>The number of rows that the statements of this transaction have returned.</summary>
    public long RowsRead { get; private set; }

    /// <summary>The number of those rows that have sensitive values.</summary>
    public long SensitiveRowsRead { get; private set; }

    /// <summary>The sequence number of the last change that the read transaction shows.</summary>
    public long Sequence => tagged;

    /// <summary>Who reads by it; null for the program itself.</summary>
    public string? Sender { get; set; }

    /// <summary>When it was returned to its pool, in milliseconds of <see cref="Environment.TickCount64"/>.</summary>
    public long IdleSince { get; set; }

    /// <summary>Whether a read transaction is in progress.</summary>
    public bool IsReading { get; private set; }

    /// <summary>Begins the read transaction and returns the tag of the state of the data that it shows.</summary>
    /// <param name="until">Stops every statement of the transaction when the time is up.</param>
    public string BeginRead(Deadline until)
    {
        IsReading = true;
        Clock = until;

        // There is no BEGIN: a statement with a pending row keeps the transaction open.
        if (!state.Step())
        {
            throw new InvalidOperationException("The database has no DataState.");
        }

        var sequence = state.Integer(1);
        if (sequence != tagged)
        {
            using var last = new SqliteStatement(this, LastChange);
            tag = $"{Encoding.UTF8.GetString(state.Text(0))}-{sequence}-{(last.Step() ? Encoding.UTF8.GetString(last.Text(0)) : "")}";
            tagged = sequence;
        }

        scans.Clear();
        RowsRead = 0;
        SensitiveRowsRead = 0;
        return tag;
    }

    /// <summary>Ends the read transaction. All prepared statements are then reset, and the least used ones are dropped.</summary>
    public void EndRead()
    {
        var rows = RowsRead;
        state.Reset();
        RowsRead = rows; // without the row of the state
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

    /// <summary>The number of bytes of the prepared statements.</summary>
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

    /// <summary>Records the rows that a run has returned.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="areSensitive">Whether they have sensitive values.</param>
    public void NoteRows(int rows, bool areSensitive)
    {
        RowsRead += rows;
        SensitiveRowsRead += areSensitive ? rows : 0;
    }

    /// <summary>Records a run that scanned a table.</summary>
    public void Note(Scan scan) => scans.Add(scan);

    /// <summary>How many times prepared statements have been run, in total.</summary>
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

        // Needs no lock: one request at a time uses the connection.
        var result = raw.sqlite3_open_v2(file, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            SqliteException.ThrowExceptionForRC(result, database);
            raw.sqlite3_busy_timeout(database, 1_000);

            // With stable query plans, a statement is not prepared again for each value that is bound to it.
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
