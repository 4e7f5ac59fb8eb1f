using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace ReformGraph.Data.Ledger;

/// <summary>A stored leaf of a change.</summary>
/// <param name="Entity">The entity of the row; null if what is stored is not a leaf.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Hash">The leaf.</param>
internal readonly record struct KeptLeaf(string? Entity, long Id, Digest Hash)
{
    /// <summary>Whether it is the stored form of a leaf.</summary>
    public bool IsOf(RowLeaf leaf) => Entity == leaf.Table.Entity && Id == leaf.Id && Hash == leaf.Hash;
}

/// <summary>Stores the leaves of changes in the table of <see cref="KeptLeaves"/>, and reads them, in parts.</summary>
internal sealed class LeafRecord(SqliteConnection connection) : IDisposable
{
    private const int IdLength = sizeof(int), LeafLength = IdLength + Digest.Length;
    private const int LeavesOfPart = 1_024;

    private readonly RecordStatement insert =
        new(connection, $"INSERT INTO \"{KeptLeaves.Table}\" (\"ChangeId\", \"First\", \"Entity\", \"Leaves\") VALUES (?1, ?2, ?3, ?4)");
    private readonly RecordStatement select = new(connection,
        $"SELECT \"First\", \"Entity\", \"Leaves\" FROM \"{KeptLeaves.Table}\" WHERE \"ChangeId\" = ?1 ORDER BY \"First\"");
    private readonly byte[] part = new byte[LeavesOfPart * LeafLength];
    private VersionedTable? table;
    private long sequence;
    private int first;
    private int length;

    /// <summary>Begins a change.</summary>
    public void Begin(long change) => (sequence, table, first, length) = (change, null, 0, 0);

    /// <summary>Stores the next leaf of the change.</summary>
    public void Add(RowLeaf leaf)
    {
        if (length == part.Length || leaf.Table != table)
        {
            End();
            table = leaf.Table;
        }

        BinaryPrimitives.WriteInt32BigEndian(part.AsSpan(length), checked((int)leaf.Id));
        leaf.Hash.CopyTo(part.AsSpan(length + IdLength));
        length += LeafLength;
    }

    /// <summary>Stores the remaining leaves of the change.</summary>
    public void End()
    {
        if (length == 0)
        {
            return;
        }

        insert.Run(sequence, first);
        insert.Bind(3, table!.Entity);
        insert.Bind(4, part.AsSpan(0, length));
        insert.Step();
        insert.Reset();
        (first, length) = (first + (length / LeafLength), 0);
    }

    /// <summary>The stored leaves of a change, in order; one without an entity stands for invalid data.</summary>
    public IEnumerable<KeptLeaf> Read(long change)
    {
        select.Run(change);
        try
        {
            for (var next = 0; select.Step();)
            {
                var (entity, leaves) = (select.IsText(1) ? select.Text(1) : null, select.Bytes(2));
                if (!select.IsInteger(0) || select.Integer(0) != next || leaves.Length == 0 || leaves.Length % LeafLength != 0)
                {
                    yield return default;
                }

                for (var at = 0; at + LeafLength <= leaves.Length; at += LeafLength, next++)
                {
                    yield return new(entity, BinaryPrimitives.ReadInt32BigEndian(leaves.AsSpan(at)),
                        Digest.From(leaves.AsSpan(at + IdLength, Digest.Length)));
                }
            }
        }
        finally
        {
            select.Reset();
        }
    }

    public void Dispose()
    {
        insert.Dispose();
        select.Dispose();
    }
}
