using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Ledger;

/// <summary>
/// Makes proofs from a database, within a transaction of its caller. A proof about a row reads all rows of its change, and the hashes of
/// all changes: the first takes as long as making the change's root did.
/// </summary>
internal sealed class ProofMaker(DbConnection connection, IReadOnlyModel model)
{
    private readonly SqliteConnection connection = (SqliteConnection)connection;
    private readonly IReadOnlyList<VersionedTable> tables = VersionedTable.Of(model);

    /// <summary>Proves a version of a row.</summary>
    /// <param name="entity">The name of the entity, for example RiskVillage.</param>
    /// <param name="id">The row's id.</param>
    /// <param name="version">The version; null for the last thing that was recorded, a version or the withdrawal.</param>
    /// <param name="size">The size of the log at which it is proven; null for the present one.</param>
    /// <returns>The proof, or null where there is no such row or version.</returns>
    /// <exception cref="StartupException">There is no such entity, or the log had not come to the version at the size.</exception>
    public InclusionProof? Inclusion(string entity, long id, long? version, long? size)
    {
        var table = tables.FirstOrDefault(table => table.Entity == entity)
            ?? throw new StartupException($"There is no entity {entity} with versions: there are {string.Join(", ", tables.Select(table => table.Entity))}.");
        return RowOf(table, id, version) is var (row, sequence) ? Inclusion(row, sequence, Known(size)) : null;
    }

    /// <summary>Proves that the log at one size begins with the log at another.</summary>
    /// <param name="first">The smaller size.</param>
    /// <param name="second">The larger one; null for the present one.</param>
    /// <exception cref="StartupException">The log has not so many changes.</exception>
    public ConsistencyProof Consistency(long first, long? second)
    {
        var larger = Known(second);
        return first > larger.Size
            ? throw new StartupException($"The log has {larger.Size} changes, and not {first}.")
            : new(larger.Origin, first, Known(first).Root, larger.Size, larger.Root, MerklePath.Consistency(ChangeLog.Leaves(connection, larger.Size), first, larger.Size));
    }

    private InclusionProof Inclusion(RecordedRow row, long sequence, (string Origin, long Size, Digest Root) log)
    {
        if (sequence > log.Size)
        {
            throw new StartupException($"It was recorded by change {sequence}: the log of {log.Size} changes does not prove it.");
        }

        using var changes = new RecordStatement(connection, $"SELECT {ChangeHeader.Columns} FROM \"Changes\" WHERE \"Id\" = ?1");
        changes.Run(sequence);
        var change = changes.Step() ? ChangeHeader.Of(changes) : throw Damaged();
        var (index, path) = PathTo(row, change);
        var proof = new InclusionProof(
            log.Origin, log.Size, log.Root, row, index, path, change, MerklePath.Inclusion(ChangeLog.Leaves(connection, log.Size), sequence - 1, log.Size));
        return proof.Holds ? proof : throw Damaged();
    }

    private (long Index, IReadOnlyList<Digest> Path) PathTo(RecordedRow row, ChangeHeader change)
    {
        using var leaves = new RowLeaves(connection, tables);
        var index = 0L;
        foreach (var leaf in leaves.Of(change.Sequence))
        {
            if (leaf.Id == row.Id && leaf.Table.Entity == row.Entity)
            {
                return (index, MerklePath.Inclusion(leaves.Of(change.Sequence).Select(each => each.Hash), index, change.RowCount));
            }

            index++;
        }

        throw Damaged();
    }

    private (RecordedRow Row, long Sequence)? RowOf(VersionedTable table, long id, long? version)
    {
        using var versions = new RecordStatement(connection, version is null ? table.LastVersionOfRow : table.VersionOfRow);
        versions.Run(version is { } number ? [id, number] : [id]);
        if (!versions.Step())
        {
            return null;
        }

        var from = VersionedTable.FirstRecorded + table.Columns.Count;
        if (version is null && versions.Integer(from + 1) is < Revisions.Open and var withdrawn)
        {
            return (new RecordedRow(table.Entity, id, null, []), withdrawn);
        }

        var values = table.Columns.Index().Where(column => !versions.IsNull(VersionedTable.FirstRecorded + column.Index))
            .Select(column => versions.Value(column.Item, VersionedTable.FirstRecorded + column.Index) ?? throw Damaged()).ToList();
        return (new RecordedRow(table.Entity, id, versions.Integer(VersionedTable.Version), values), versions.Integer(from));
    }

    private (string Origin, long Size, Digest Root) Known(long? size)
    {
        var tree = new MerkleTree();
        foreach (var leaf in ChangeLog.Leaves(connection, size ?? long.MaxValue))
        {
            tree.Append(leaf);
        }

        return size > tree.Size ? throw new StartupException($"The log has {tree.Size} changes, and not {size}.") : (ChangeLog.OriginOf(connection), tree.Size, tree.Root);
    }

    private static StartupException Damaged() => new("The database is not what it recorded: audit verify says where.");
}
