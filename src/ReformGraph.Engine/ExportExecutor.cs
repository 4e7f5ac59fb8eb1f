using System.IO.Pipelines;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>
/// Runs an export in parts. Each part is a separate read, which is complete before the client receives the part, so a slow client neither
/// holds a connection nor blocks SQLite. All parts show the same state of the data, the one that the first part found: they read the
/// present as long as it is that state, and then the past as of it.
/// </summary>
internal sealed class ExportExecutor(ReadOnlyDatabase database, ChangeClock changeClock, Lazy<string> schemaHash,
    RowBufferTotal gathered) : IDisposable
{
    private const int RowsGrow = 8;
    private const int MostRows = 64_000;
    private const int UsualBytes = 2 * 1024 * 1024; // the larger a part, the fewer times an order without an index is sorted
    private const int MostBytes = 2 * UsualBytes;

    private readonly MemoryStream buffer = new();
    private readonly ExportRow row = new();
    private readonly JsonText cursor = new();

    // What the first part found.
    private ResponseHead? head;
    private long sequence;

    // How many more rows may be written.
    private long left;

    public async Task RunAsync(PreparedRows export, ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation)
    {
        writer.Begin(export.Columns, buffer);
        left = export.Query.First ?? long.MaxValue;
        var (part, asOf, rows) = (export.First, export.Query.AsOf, export.Query.FirstRows);
        for (var started = false; ; part = export.From(cursor.Written, asOf))
        {
            var outcome = await ReadAsync(export, part, rows, writer, cancellation);
            if (outcome == Outcome.Moved)
            {
                asOf = new AsOf(sequence, null);
                continue;
            }

            if (outcome == Outcome.Last)
            {
                await writer.FinishAsync(head!.Stamp);
            }

            writer.Flush();
            rows = RowsBehind(rows);
            if (!started)
            {
                started = true;
                start(head! with { Length = outcome == Outcome.Last ? buffer.Length : null });
            }

            await SendAsync(output, cancellation);
            if (outcome == Outcome.Last || isHeadOnly)
            {
                return;
            }

            asOf = asOf is null ? null : new AsOf(sequence, null); // the change that the instant stands for
        }
    }

    public void Dispose()
    {
        buffer.Dispose();
        row.Dispose();
        cursor.Dispose();
    }

    // SQLite sorts all rows of a part before it returns the first: rows that do not fit in the part would be sorted in vain.
    private int RowsBehind(int rows) =>
        (int)Math.Clamp((long)rows * UsualBytes / Math.Max(buffer.Length, 1), 1, Math.Min(rows * RowsGrow, MostRows));

    private async ValueTask SendAsync(PipeWriter output, CancellationToken cancellation)
    {
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
        buffer.SetLength(0);
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task<Outcome> ReadAsync(PreparedRows export, PreparedQuery part, int rows, ExportWriter writer,
        CancellationToken cancellation)
    {
        var instants = new ResponseInstants(part, changeClock);
        await instants.AwaitAsync(cancellation);
        using var stage = EngineTelemetry.Stage("execute");
        using var transaction = await database.BeginAsync(
            cancellation, part.Document, count: part.Request.Count, sender: part.Request.Actor);
        instants.Resolve(transaction, schemaHash);
        var outcome = part.Request.AsOf is null && head is not null && transaction.Sequence != sequence ? Outcome.Moved : Begin();
        transaction.Complete();
        return outcome;

        Outcome Begin()
        {
            if (head is null)
            {
                sequence = instants.OfRequest ?? transaction.Sequence;
                head = new ResponseHead(transaction.StateTag, null) { AsOf = sequence, Stamp = instants.Stamp, Token = instants.Token };
            }

            return Read(export, part, rows, transaction, writer);
        }
    }

    private Outcome Read(PreparedRows export, PreparedQuery part, int rows, ReadTransaction transaction, ExportWriter writer)
    {
        using var run = new QueryExecutor(part.Compiled, part.Values, transaction, gathered);
        var list = run.Roots[0]!;
        part.Values[list.Plan.Page.Take.Number] = Math.Min(rows + 1L, left); // one extra row shows whether there are more
        var statement = run.Stream(list);
        try
        {
            row.TurnTo(export.CellsOf(part, head!.Token!), statement);
            while (left > 0 && statement.Step())
            {
                writer.Write(row);
                left--;
                if (--rows == 0 || buffer.Length > MostBytes)
                {
                    cursor.Clear();
                    CursorSerializer.Write(cursor, statement, list.Plan);
                    return left > 0 && statement.Step() ? Outcome.More : Outcome.Last;
                }
            }

            return Outcome.Last;
        }
        finally
        {
            statement.Reset();
        }
    }

    private enum Outcome
    {
        /// <summary>There are more rows after the cursor.</summary>
        More,

        /// <summary>All rows have been written.</summary>
        Last,

        /// <summary>Nothing was read: the present is no longer the state of the first part.</summary>
        Moved,
    }
}
