using Microsoft.Data.Sqlite;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// Recomputes the log: whether numbers and times of the changes are in order, whether each recorded the rows that exist, and whether its
/// hash is that of its content; then the tree over them, also at the size of the checkpoint.
/// </summary>
internal sealed class LogAudit
{
    private const int Id = ChangeHeader.ColumnCount, Hash = Id + 1;

    private readonly RowsAudit rows;
    private readonly Checkpoint? known;
    private readonly AuditReport report;
    private readonly CanonicalSerializer record = new();
    private readonly MerkleTree tree = new();
    private Digest? rootThen;
    private long last;
    private string lastTime = "";

    private LogAudit(RowsAudit rows, Checkpoint? known, AuditReport report) => (this.rows, this.known, this.report) = (rows, known, report);

    public static void Run(SqliteConnection connection, IReadOnlyList<VersionedTable> tables, Checkpoint? known, AuditReport report)
    {
        using var rows = new RowLeaves(connection, tables);
        using var record = new LeafRecord(connection);
        using var changes =
            new RecordStatement(connection, $"SELECT {ChangeHeader.Columns}, \"Id\", \"Hash\" FROM \"Changes\" ORDER BY \"Id\"");
        var audit = new LogAudit(new(connection, rows, record, tables, report), known, report);
        audit.RootAtCheckpoint();
        while (changes.Step())
        {
            audit.Check(changes);
        }

        (report.Changes, report.Root) = (audit.tree.Size, audit.tree.Root);
        audit.CheckState(connection);
        using var strange = new RecordStatement(connection,
            $"SELECT \"ChangeId\" FROM \"{KeptLeaves.Table}\" WHERE \"ChangeId\" NOT IN (SELECT \"Id\" FROM \"Changes\") ORDER BY 1");
        while (strange.Step())
        {
            report.Add($"change {strange.Text(0)}, its stored leaves", Fault.Added, "there is no such change");
        }
    }

    private void Check(RecordStatement change)
    {
        var sequence = change.Integer(0);
        var place = $"change {sequence}";
        if (sequence != change.Integer(Id))
        {
            report.Add(place, Fault.Changed, $"its id is {change.Text(Id)}");
        }

        if (sequence <= last)
        {
            report.Add(place, Fault.Reordered, $"it follows change {last}");
        }
        else if (sequence > last + 1)
        {
            report.Add(last + 2 == sequence ? $"change {last + 1}" : $"changes {last + 1} to {sequence - 1}", Fault.Missing,
                $"change {sequence} follows change {last}");
        }

        last = Math.Max(last, sequence);
        CheckTime(change, place);
        rows.Check(sequence, ChangeHeader.FormatOf(change), change.Integer(8), change.Text(9));
        var leaf = ChangeHeader.LeafOf(change, record);
        if (!change.IsText(Hash) || change.Text(Hash) != leaf.ToString())
        {
            report.Add(place, Fault.Changed, "its hash is not the hash of its content");
        }

        tree.Append(leaf);
        RootAtCheckpoint();
    }

    // Compared as texts, because the format in the database sorts by time.
    private void CheckTime(RecordStatement change, string place)
    {
        var time = change.Text(1) ?? "";
        if (string.CompareOrdinal(time, lastTime) <= 0)
        {
            report.Add(place, Fault.Reordered, $"it was recorded at {time}, but the change before it at {lastTime}");
        }

        lastTime = time;
    }

    private void RootAtCheckpoint()
    {
        if (tree.Size == known?.Size)
        {
            rootThen = tree.Root;
        }
    }

    private void CheckState(SqliteConnection connection)
    {
        using var state = new RecordStatement(connection, ChangeLog.State);
        var origin = ChangeLog.OriginOf(state);
        if (origin is null)
        {
            report.Add(nameof(DataState), Fault.Damaged,
                "it does not have exactly one row, which states the last change and the origin of the log");
        }
        else if (state.Integer(0) != last || !state.IsInteger(0))
        {
            report.Add(nameof(DataState), state.Integer(0) > last ? Fault.Truncated : Fault.Changed,
                $"it states that the last change is {state.Text(0)}, but the log ends with {last}");
        }

        if (known is null)
        {
            return;
        }

        if (origin != known.Origin)
        {
            report.Add("the log", Fault.Changed, $"it is {origin}, but the checkpoint is of {known.Origin}");
        }

        if (known.Size > tree.Size)
        {
            report.Add("the log", Fault.Truncated, $"it has {English.Count(tree.Size, "change")}, but had {known.Size} at the checkpoint");
        }
        else if (rootThen != known.Root)
        {
            report.Add("the log", Fault.Changed,
                $"its first {known.Size} changes have the root {rootThen}, but had {known.Root} at the checkpoint: the log was rewritten");
        }
    }
}
