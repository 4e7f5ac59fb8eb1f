namespace ReformGraph.Ledger;

/// <summary>
/// Compares the rows that the database holds of a change with the root that the change recorded of them. Where they do not give it, the
/// leaves that were kept say which rows are others, provided that they give it themselves.
/// </summary>
internal sealed class RowsAudit(RowLeaves rows, LeafRecord record, IReadOnlyList<VersionedTable> tables, AuditReport report)
{
    private const int NamedRows = 10;

    /// <summary>Checks a change.</summary>
    /// <param name="sequence">The change.</param>
    /// <param name="count">How many rows it says that it recorded.</param>
    /// <param name="root">The root that it says they have.</param>
    public void Check(long sequence, long count, string? root)
    {
        var (found, areKept) = Compare(sequence);
        var isWhole = Gives(found, count, root);
        if (isWhole && areKept)
        {
            return;
        }

        var kept = new MerkleTree();
        foreach (var leaf in record.Of(sequence))
        {
            kept.Append(leaf.Hash);
        }

        if (isWhole)
        {
            report.Add($"change {sequence}, the leaves kept of it", kept.Size == 0 ? Fault.Missing : Fault.Changed, "its rows give its root, and these leaves are not those of its rows");
        }
        else if (Gives(kept, count, root))
        {
            NameRows(sequence);
        }
        else
        {
            var fault = found.Size < count ? Fault.Missing : found.Size > count ? Fault.Added : Fault.Changed;
            report.Add($"change {sequence}", fault, areKept
                ? $"it says that it recorded {count} rows with the root {root}, and its rows and the leaves kept of them are {found.Size} with the root {found.Root}"
                : $"it recorded {count} rows and has {found.Size} that do not give its root, nor do the leaves kept of it{FirstRows(sequence, found.Size)}");
        }
    }

    private static bool Gives(MerkleTree tree, long count, string? root) => tree.Size == count && tree.Root.ToString() == root;

    /// <returns>The tree of the rows that are there, and whether the leaves that were kept are just theirs.</returns>
    private (MerkleTree Found, bool AreKept) Compare(long sequence)
    {
        var found = new MerkleTree();
        using var kept = record.Of(sequence).GetEnumerator();
        var areKept = true;
        foreach (var leaf in rows.Of(sequence))
        {
            found.Append(leaf.Hash);
            areKept = areKept && kept.MoveNext() && kept.Current.IsOf(leaf);
        }

        return (found, areKept && !kept.MoveNext());
    }

    /// <summary>Goes through the rows that are there and the leaves that were kept, both in the order of the tree.</summary>
    private void NameRows(long sequence)
    {
        using var found = rows.Of(sequence).GetEnumerator();
        using var kept = record.Of(sequence).GetEnumerator();
        var (isRow, isLeaf) = (found.MoveNext(), kept.MoveNext());
        while (isRow || isLeaf)
        {
            var order = !isRow ? 1 : !isLeaf ? -1 : OrderOf(found.Current.Table.Entity, found.Current.Id).CompareTo(OrderOf(kept.Current.Entity, kept.Current.Id));
            if (order > 0)
            {
                report.Add($"{kept.Current.Entity} {kept.Current.Id}", Fault.Missing, $"what change {sequence} recorded of it is not there");
            }
            else if (order < 0)
            {
                report.Add($"{found.Current}", Fault.Added, $"change {sequence} recorded nothing of it");
            }
            else if (found.Current.Hash != kept.Current.Hash)
            {
                report.Add($"{found.Current}", Fault.Changed, $"it is not what change {sequence} recorded");
            }

            isRow = order <= 0 ? found.MoveNext() : isRow;
            isLeaf = order >= 0 ? kept.MoveNext() : isLeaf;
        }
    }

    private (int Table, long Id) OrderOf(string? entity, long id) => (tables.TakeWhile(table => table.Entity != entity).Count(), id);

    private string FirstRows(long sequence, long count) =>
        string.Concat(rows.Of(sequence).Take(NamedRows).Select(row => $", {row}")) + (count > NamedRows ? $" and {count - NamedRows} more" : "");
}
