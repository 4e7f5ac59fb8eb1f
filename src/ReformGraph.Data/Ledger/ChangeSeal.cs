using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// Binds a change to what it recorded, and makes it a leaf of the log. A seal belongs to a connection and keeps its prepared statements:
/// dispose it before the connection.
/// </summary>
internal sealed class ChangeSeal(DbConnection connection, IModel model) : IDisposable
{
    private readonly SqliteConnection connection = (SqliteConnection)connection;
    private readonly RowLeaves rows = new((SqliteConnection)connection, VersionedTable.DeclaredIn(model));
    private readonly LeafRecord record = new((SqliteConnection)connection);

    /// <summary>Sets the hash of a change that has all its rows, and its time. The change itself is not written yet.</summary>
    public void Seal(Change change)
    {
        (change.RowCount, change.RowsRoot) = RowsOf(change.Sequence, ChangeHeader.FormatOf(change));
        Close(change);
    }

    /// <summary>The number and the root of the rows of a change, after all are written; stores their leaves.</summary>
    /// <param name="sequence">The change.</param>
    /// <param name="format">How it is hashed; new changes are hashed by the declared types.</param>
    public (int Count, string Root) RowsOf(long sequence, RecordFormat format = RecordFormat.Declared)
    {
        var tree = new MerkleTree();
        record.Begin(sequence);
        foreach (var leaf in rows.Compute(sequence, format))
        {
            tree.Append(leaf.Hash);
            record.Add(leaf);
        }

        record.End();
        return (checked((int)tree.Size), tree.Root.ToString());
    }

    /// <summary>Sets the hash of a change that has the number and the root of its rows, and its time.</summary>
    public static void Close(Change change) => change.Hash = ChangeHeader.Create(change).Leaf.ToString();

    /// <summary>
    /// Stores the leaves of changes for which an earlier version stored none. If the rows of a change no longer match its root, none are
    /// stored: leaves of replaced rows would identify nothing.
    /// </summary>
    public void KeepMissing()
    {
        using var remove = new RecordStatement(connection, $"DELETE FROM \"{KeptLeaves.Table}\" WHERE \"ChangeId\" = ?1");
        foreach (var (sequence, format, recorded) in WithoutLeaves())
        {
            if (RowsOf(sequence, format) != recorded)
            {
                remove.Run(sequence);
                remove.Step();
            }
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        record.Dispose();
    }

    private List<(long Sequence, RecordFormat Format, (int, string?) Recorded)> WithoutLeaves()
    {
        using var changes =
            new RecordStatement(connection,
            "SELECT \"Id\", \"RowCount\", \"RowsRoot\", \"Salt\" FROM \"Changes\" WHERE \"Id\" NOT IN (SELECT \"ChangeId\" FROM " +
            $"\"{KeptLeaves.Table}\") ORDER BY \"Id\"");
        var found = new List<(long, RecordFormat, (int, string?))>();
        while (changes.Step())
        {
            found.Add((changes.Integer(0), changes.IsNull(3) ? RecordFormat.Stored : RecordFormat.Declared,
                ((int)changes.Integer(1), changes.Text(2))));
        }

        return found;
    }
}
