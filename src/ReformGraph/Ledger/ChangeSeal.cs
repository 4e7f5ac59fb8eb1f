using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Ledger;

/// <summary>
/// Binds a change to what it recorded, and makes it a leaf of the log. One belongs to a connection and keeps its statements: let go
/// of it before the connection.
/// </summary>
internal sealed class ChangeSeal(DbConnection connection, IReadOnlyModel model) : IDisposable
{
    private readonly RowLeaves rows = new((SqliteConnection)connection, VersionedTable.Of(model));

    /// <summary>Sets the hash of a change that has all its rows, and its time. It is not yet written itself.</summary>
    public void Seal(Change change)
    {
        (change.RowCount, change.RowsRoot) = RowsOf(change.Sequence);
        Close(change);
    }

    /// <summary>The number and the root of the rows of a change, once all are written.</summary>
    public (int Count, string Root) RowsOf(long sequence)
    {
        var tree = new MerkleTree();
        foreach (var leaf in rows.Of(sequence))
        {
            tree.Append(leaf.Hash);
        }

        return (checked((int)tree.Size), tree.Root.ToString());
    }

    /// <summary>Sets the hash of a change that has the number and the root of its rows, and its time.</summary>
    public static void Close(Change change) => change.Hash = ChangeHeader.Of(change).Leaf.ToString();

    public void Dispose() => rows.Dispose();
}
