using Microsoft.Data.Sqlite;
using ReformGraph.Data.Ledger;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// Compares the rows that the database has for a change with the root that the change recorded. If they do not match it, the stored leaves
/// show which rows differ, provided that the leaves themselves match the root.
/// </summary>
internal sealed class RowsAudit(SqliteConnection connection, RowLeaves rows, LeafRecord record, IReadOnlyList<VersionedTable> tables,
    AuditReport report)
{
    private const int NamedRows = 10;

    /// <summary>Checks a change.</summary>
    /// <param name="sequence">The change.</param>
    /// <param name="format">How it is hashed.</param>
    /// <param name="count">The number of rows that it states it recorded.</param>
    /// <param name="root">The root that it states for them.</param>
    public void Check(long sequence, RecordFormat format, long count, string? root)
    {
        var (found, areKept) = Compare(sequence, format);
        var isWhole = Gives(found, count, root);
        if (isWhole && areKept)
        {
            return;
        }

        var kept = new MerkleTree();
        foreach (var leaf in record.Read(sequence))
        {
            kept.Append(leaf.Hash);
        }

        if (isWhole)
        {
            report.Add($"change {sequence}, its stored leaves", kept.Size == 0 ? Fault.Missing : Fault.Changed,
                "the change's rows match its root, but these leaves are not those of the rows");
        }
        else if (Gives(kept, count, root))
        {
            NameRows(sequence, format);
        }
        else
        {
            var fault = found.Size < count ? Fault.Missing : found.Size > count ? Fault.Added : Fault.Changed;
            report.Add($"change {sequence}", fault, areKept
                ? $"it states that it recorded {English.Count(count, "row")} with the root {root}, but its rows and their stored " +
                $"leaves are {found.Size} with the root {found.Root}"
                : $"it recorded {English.Count(count, "row")} but has {found.Size}, and neither these nor the stored leaves match its " +
                $"root{FirstRows(sequence, format, found.Size)}");
        }
    }

    private static bool Gives(MerkleTree tree, long count, string? root) => tree.Size == count && tree.Root.ToString() == root;

    /// <returns>The tree of the existing rows, and whether the stored leaves are exactly theirs.</returns>
    private (MerkleTree Found, bool AreKept) Compare(long sequence, RecordFormat format)
    {
        var found = new MerkleTree();
        using var kept = record.Read(sequence).GetEnumerator();
        var areKept = true;
        foreach (var leaf in rows.Compute(sequence, format))
        {
            found.Append(leaf.Hash);
            areKept = areKept && kept.MoveNext() && kept.Current.IsOf(leaf);
        }

        return (found, areKept && !kept.MoveNext());
    }

    /// <summary>Merges the existing rows and the stored leaves, both in the order of the tree.</summary>
    private void NameRows(long sequence, RecordFormat format)
    {
        using var found = rows.Compute(sequence, format).GetEnumerator();
        using var kept = record.Read(sequence).GetEnumerator();
        var (isRow, isLeaf) = (found.MoveNext(), kept.MoveNext());
        while (isRow || isLeaf)
        {
            var order = !isRow
                ? 1 : !isLeaf
                ? -1 : OrderOf(found.Current.Table.Entity, found.Current.Id).CompareTo(OrderOf(kept.Current.Entity, kept.Current.Id));
            if (order > 0)
            {
                report.Add(RowOf(kept.Current), Fault.Missing, $"change {sequence} recorded it, but the record is gone");
            }
            else if (order < 0)
            {
                ReportAdded(found.Current, sequence);
            }
            else if (found.Current.Hash != kept.Current.Hash)
            {
                var columns = ColumnsOf(found.Current, sequence, format, kept.Current.Hash);
                report.Add(RowOf(found.Current), Fault.Changed,
                    $"it differs from what change {sequence} " +
                    $"recorded{(columns.Any(column => column.IsRecordedKnown) ? "" : ", of which only the hash is left; now")}", columns);
            }

            isRow = order <= 0 ? found.MoveNext() : isRow;
            isLeaf = order >= 0 ? kept.MoveNext() : isLeaf;
        }
    }

    private AuditedRow RowOf(KeptLeaf leaf) =>
        new(leaf.Entity ?? "(not a row)", leaf.Id,
        tables.FirstOrDefault(table => table.Entity == leaf.Entity) is { } table ? CodeOf(table, leaf.Id) : null);

    private AuditedRow RowOf(RowLeaf leaf) => new(leaf.Table.Entity, leaf.Id, CodeOf(leaf.Table, leaf.Id), leaf.Version);

    private string? CodeOf(VersionedTable table, long id)
    {
        using var code = table.CodeOfRow is { } sql ? new RecordStatement(connection, sql) : null;
        code?.Run(id);
        return code?.Step() == true ? code.Text(0) : null;
    }

    private void ReportAdded(RowLeaf leaf, long sequence)
    {
        using var version = new RecordStatement(connection, leaf.Table.VersionOfRowAt);
        using var before = new RecordStatement(connection, leaf.Table.VersionOfRowAt);
        version.Run(leaf.Id, sequence);
        before.Run(leaf.Id, sequence - 1);
        var what = leaf.Version is null ? "its withdrawal" : "it";
        var (isThere, hasBefore) = (leaf.Version is not null && version.Step(), before.Step());
        report.Add(
            RowOf(leaf),
            Fault.Added,
            $"{what} exists as of change {sequence}, which did not record " +
            $"it{(isThere && hasBefore ? "; compared with the version before" : "")}",
            isThere ? leaf.Table.Differences(hasBefore ? before : null, version) : []);
    }

    /// <summary>The content of a version. What was recorded is known if the present row still has it: then its hash is the stored
    /// leaf.</summary>
    private IReadOnlyList<AuditedColumn> ColumnsOf(RowLeaf leaf, long sequence, RecordFormat format, Digest recorded)
    {
        using var version = new RecordStatement(connection, leaf.Table.VersionOfRowAt);
        version.Run(leaf.Id, sequence);
        if (leaf.Version is null || !version.Step())
        {
            return [];
        }

        using var present = new RecordStatement(connection, leaf.Table.PresentRow);
        present.Run(leaf.Id);
        if (!present.Step())
        {
            return leaf.Table.Differences(null, version);
        }

        var record = new CanonicalSerializer();
        leaf.Table.WriteVersion(record, present, format);
        return leaf.Table.Differences(record.Leaf == recorded ? present : null, version);
    }

    private (int Table, long Id) OrderOf(string? entity, long id) => (tables.TakeWhile(table => table.Entity != entity).Count(), id);

    private string FirstRows(long sequence, RecordFormat format, long count) =>
        count == 0 ? "" : ": " + string.Join(", ", rows.Compute(sequence, format).Take(NamedRows))
        + (count > NamedRows ? $" and {count - NamedRows} more" : "");
}
