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

    /// <summary>
    /// Sets the count and the root of the change's rows, and its hash. All its rows are written, it has its time, and it is
    /// not yet written itself, all in one transaction.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="touched">The entities that it can have rows of, where that is known: a few look-ups less.</param>
    public void Seal(Change change, IReadOnlySet<Type>? touched = null)
    {
        var tree = new MerkleTree();
        foreach (var leaf in rows.Of(change.Sequence, touched))
        {
            tree.Append(leaf.Hash);
        }

        change.RowCount = checked((int)tree.Size);
        change.RowsRoot = tree.Root.ToString();
        change.Hash = ChangeHeader.Of(change).Leaf.ToString();
    }

    public void Dispose() => rows.Dispose();
}
