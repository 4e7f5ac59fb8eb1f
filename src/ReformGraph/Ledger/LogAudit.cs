using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Ledger;

/// <summary>
/// Recomputes the log: that the changes are numbered and timed as they followed one another, that each has recorded the rows that
/// are there, and that its hash is its own; then the tree over them, at the size of the checkpoint as well.
/// </summary>
internal sealed class LogAudit
{
    private const int Id = ChangeHeader.ColumnCount, Hash = Id + 1;
    private const int NamedRows = 10;

    private readonly RowLeaves rows;
    private readonly Checkpoint? known;
    private readonly AuditReport report;
    private readonly CanonicalForm record = new();
    private readonly MerkleTree tree = new();
    private Digest? rootThen;
    private long last;
    private string lastTime = "";

    private LogAudit(RowLeaves rows, Checkpoint? known, AuditReport report) => (this.rows, this.known, this.report) = (rows, known, report);

    public static void Run(SqliteConnection connection, IReadOnlyList<VersionedTable> tables, Checkpoint? known, AuditReport report)
    {
        using var rows = new RowLeaves(connection, tables);
        using var changes = new RecordStatement(connection, $"SELECT {ChangeHeader.Columns}, \"Id\", \"Hash\" FROM \"Changes\" ORDER BY \"Id\"");
        var audit = new LogAudit(rows, known, report);
        audit.RootAtCheckpoint();
        while (changes.Step())
        {
            audit.Check(changes);
        }

        (report.Changes, report.Root) = (audit.tree.Size, audit.tree.Root);
        audit.CheckState(connection);
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
            report.Add(place, Fault.Reordered, $"it stands behind change {last}");
        }
        else if (sequence > last + 1)
        {
            report.Add(last + 2 == sequence ? $"change {last + 1}" : $"changes {last + 1} to {sequence - 1}", Fault.Missing, $"behind change {last} comes change {sequence}");
        }

        last = Math.Max(last, sequence);
        CheckTime(change, place);
        CheckRows(change, sequence, place);
        var leaf = ChangeHeader.LeafOf(change, record);
        if (change.Text(Hash) != leaf.ToString())
        {
            report.Add(place, Fault.Changed, "its hash is not that of what it says");
        }

        tree.Append(leaf);
        RootAtCheckpoint();
    }

    // As texts: the form of the database sorts by time.
    private void CheckTime(RecordStatement change, string place)
    {
        var time = change.Text(1) ?? "";
        if (string.CompareOrdinal(time, lastTime) <= 0)
        {
            report.Add(place, Fault.Reordered, $"it was recorded at {time}, and the change before it at {lastTime}");
        }

        lastTime = time;
    }

    private void CheckRows(RecordStatement change, long sequence, string place)
    {
        var found = new MerkleTree();
        var named = new List<string>();
        foreach (var leaf in rows.Of(sequence))
        {
            found.Append(leaf.Hash);
            if (named.Count < NamedRows)
            {
                named.Add(leaf.ToString());
            }
        }

        var recorded = change.Integer(8);
        if (found.Size != recorded || change.Text(9) != found.Root.ToString())
        {
            var fault = found.Size < recorded ? Fault.Missing : found.Size > recorded ? Fault.Added : Fault.Changed;
            var rest = found.Size - named.Count;
            report.Add(place, fault, $"it recorded {recorded} rows and has {found.Size} that do not give its root: {string.Join(", ", named)}{(rest > 0 ? $" and {rest} more" : "")}");
        }
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
        using var state = new RecordStatement(connection, $"SELECT \"{nameof(DataState.Sequence)}\", \"{nameof(DataState.Database)}\", \"Id\" FROM \"{nameof(DataState)}\" ORDER BY \"Id\"");
        var origin = ChangeLog.OriginOf(state, out var isOne);
        if (!isOne)
        {
            report.Add(nameof(DataState), Fault.Damaged, "it has not the one row that says which state the data are in");
        }
        else if (state.Integer(0) != last || !state.IsInteger(0))
        {
            report.Add(nameof(DataState), state.Integer(0) > last ? Fault.Truncated : Fault.Changed, $"it says that the last change is {state.Text(0)}, and the log ends with {last}");
        }

        if (known is null)
        {
            return;
        }

        if (origin != known.Origin)
        {
            report.Add("the log", Fault.Changed, $"it is {origin}, and the checkpoint is of {known.Origin}");
        }

        if (known.Size > tree.Size)
        {
            report.Add("the log", Fault.Truncated, $"it has {tree.Size} changes, and had {known.Size} at the checkpoint");
        }
        else if (rootThen != known.Root)
        {
            report.Add("the log", Fault.Changed, $"its first {known.Size} changes have the root {rootThen}, and at the checkpoint it was {known.Root}: it was rewritten");
        }
    }
}
