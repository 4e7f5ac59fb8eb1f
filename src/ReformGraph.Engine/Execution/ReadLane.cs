using System.Text;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Compilation;
using SQLitePCL;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// One connection for reading, with its prepared statements. One request at a time uses it, in one read transaction. After any
/// failure it is thrown away: what state it is in is not worth knowing.
/// </summary>
internal sealed class ReadLane : IDisposable
{
    private static readonly ReadStatement Begin = new("BEGIN", [], 0);
    private static readonly ReadStatement End = new("COMMIT", [], 0);
    private static readonly ReadStatement State = new("SELECT \"Database\", \"Sequence\" FROM \"DataState\"", [], 2);

    private const int InstructionsBetweenLooks = 1_000;

    private readonly SqliteConnection connection;
    private readonly int capacity;
    private readonly Dictionary<ReadStatement, LinkedListNode<(ReadStatement Key, SqliteStatement Prepared)>> prepared = new(ReferenceEqualityComparer.Instance);
    private readonly LinkedList<(ReadStatement Key, SqliteStatement Prepared)> byUse = new();
    private CancellationToken cancellation;

    public ReadLane(string connectionString, int capacity)
    {
        this.capacity = capacity;
        connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only = ON";
        command.ExecuteNonQuery();

        // Asked by the running statement itself: an interrupt from another thread is lost when it comes just before the statement.
        raw.sqlite3_progress_handler(Handle, InstructionsBetweenLooks, _ => cancellation.IsCancellationRequested ? 1 : 0, null);
    }

    private sqlite3 Handle => connection.Handle!;

    /// <summary>Begins the read transaction and names the state of the data that it shows.</summary>
    /// <param name="stop">Stops every statement until the next beginning; it then fails as interrupted.</param>
    public string BeginRead(CancellationToken stop)
    {
        cancellation = stop;
        Run(Begin);
        var state = Prepare(State);
        try
        {
            return state.Step()
                ? $"{Encoding.UTF8.GetString(state.Text(0))}-{state.Integer(1)}"
                : throw new InvalidOperationException("The database has no DataState.");
        }
        finally
        {
            state.Reset();
        }
    }

    /// <summary>Ends the read transaction.</summary>
    public void EndRead() => Run(End);

    /// <summary>The prepared form of a statement. The least used ones give way.</summary>
    public SqliteStatement Prepare(ReadStatement statement)
    {
        if (prepared.TryGetValue(statement, out var node))
        {
            byUse.Remove(node);
            byUse.AddLast(node);
            return node.Value.Prepared;
        }

        if (prepared.Count >= capacity)
        {
            var oldest = byUse.First!.Value;
            byUse.RemoveFirst();
            prepared.Remove(oldest.Key);
            oldest.Prepared.Dispose();
        }

        var made = new SqliteStatement(Handle, statement);
        prepared.Add(statement, byUse.AddLast((statement, made)));
        return made;
    }

    /// <summary>How many statements the prepared ones have run, each time counted.</summary>
    public int StatementsRun() => byUse.Sum(entry => entry.Prepared.Runs);

    public void Dispose()
    {
        foreach (var (_, statement) in byUse)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private void Run(ReadStatement statement)
    {
        var prepared = Prepare(statement);
        prepared.Step();
        prepared.Reset();
    }
}
