using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// Creates proofs from a database, within a transaction of its caller. A proof about a row reads the hashes of all rows of its change and
/// of all changes; the stored leaves spare it the hashing.
/// </summary>
internal sealed class ProofMaker(DbConnection connection, IModel model)
{
    private readonly SqliteConnection connection = (SqliteConnection)connection;
    private readonly IReadOnlyList<VersionedTable> tables = VersionedTable.DeclaredIn(model);

    /// <summary>Proves a version of a row.</summary>
    /// <param name="entity">The name of the entity, for example RiskVillage.</param>
    /// <param name="id">The row's id.</param>
    /// <param name="version">The version; null for what was recorded last, a version or the withdrawal.</param>
    /// <param name="size">The size of the log for which it is proved; null for the present one.</param>
    /// <exception cref="NothingToProveException">There is no such entity, row or version, or the log did not contain it at this
    /// size.</exception>
    public InclusionProof Inclusion(string entity, long id, long? version, long? size)
    {
        var (row, sequence) = RowOf(TableOf(entity), id, version)
            ?? throw new NothingToProveException($"There is no such version of {entity} {id}.");
        return Inclusion(row, sequence, Known(size));
    }

    /// <summary>The id of the row that had a code last.</summary>
    /// <param name="entity">The name of the entity.</param>
    /// <param name="code">The code.</param>
    /// <param name="county">The code of the county within which the code is unique; null if only one county has it.</param>
    /// <exception cref="NothingToProveException">There is no such entity or row, or rows of several counties had the code.</exception>
    public long IdOf(string entity, string code, string? county)
    {
        var table = TableOf(entity);
        using var rows = table.RowsOfCode is { } sql
            ? new RecordStatement(connection, sql) : throw new NothingToProveException($"The rows of {entity} have no codes.");
        var counties = county is null ? null : CodeText.Spellings(county);
        foreach (var spelling in CodeText.Spellings(code))
        {
            rows.Reset();
            rows.Bind(1, spelling);
            var found = new List<(long Id, string? County)>();
            while (rows.Step())
            {
                found.Add((rows.Integer(0), rows.Text(1)));
            }

            found.RemoveAll(row => counties?.Contains(row.County) == false);
            if (found.Select(row => row.County).Distinct().Order(StringComparer.Ordinal).ToList() is [_, _, ..] several)
            {
                throw new NothingToProveException(
                    $"Rows of several counties have this code: {string.Join(", ", several)}. Name the county.");
            }

            if (found is [var (id, _), ..])
            {
                return id;
            }
        }

        throw new NothingToProveException($"There is no {entity} with this code{(county is null ? "" : " in this county")}.");
    }

    /// <summary>Proves that the log at one size begins with the log at another.</summary>
    /// <param name="first">The smaller size.</param>
    /// <param name="second">The larger one; null for the present one.</param>
    /// <exception cref="NothingToProveException">The log does not have that many changes.</exception>
    public ConsistencyProof Consistency(long first, long? second)
    {
        var larger = Known(second);
        return first > larger.Size
            ? throw new NothingToProveException($"The log has {English.Count(larger.Size, "change")}, not {first}.")
            : new(larger.Origin, first, Known(first).Root, larger.Size, larger.Root,
                MerklePath.Consistency(ChangeLog.Leaves(connection, 0, larger.Size), first, larger.Size));
    }

    private VersionedTable TableOf(string entity) => tables.FirstOrDefault(table => table.Entity == entity)
        ?? throw new NothingToProveException(
            $"There is no such entity with versions. Entities with versions: {string.Join(", ", tables.Select(table => table.Entity))}.");

    private InclusionProof Inclusion(RecordedRow row, long sequence, (string Origin, long Size, Digest Root) log)
    {
        if (sequence > log.Size)
        {
            throw new NothingToProveException(
                $"It was recorded by change {sequence}, so the log of {English.Count(log.Size, "change")} does not prove it.");
        }

        var change = HeaderOf(sequence);
        var path = MerklePath.Inclusion(ChangeLog.Leaves(connection, 0, log.Size), sequence - 1, log.Size);
        using var record = new LeafRecord(connection);
        using var rows = new RowLeaves(connection, tables);
        return ByLeaves(record.Read(sequence)) // hashes no row
            ?? ByLeaves(rows.Compute(sequence, change.Format).Select(leaf => new KeptLeaf(leaf.Table.Entity, leaf.Id, leaf.Hash)))
            ?? throw Damaged();

        InclusionProof? ByLeaves(IEnumerable<KeptLeaf> leaves)
        {
            var index = leaves.TakeWhile(leaf => (leaf.Entity, leaf.Id) != (row.Entity, row.Id)).LongCount();
            if (index >= change.RowCount)
            {
                return null;
            }

            var rowPath = MerklePath.Inclusion(leaves.Select(leaf => leaf.Hash), index, change.RowCount);
            var proof = new InclusionProof(log.Origin, log.Size, log.Root, row, index, rowPath, change, path);
            return proof.Holds ? proof : null;
        }
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

        var format = HeaderOf(versions.Integer(from)).Format;
        var values = Enumerable.Range(0, table.Columns.Count).Where(column => !versions.IsNull(VersionedTable.FirstRecorded + column))
            .Select(column => table.ValueOf(versions, column, format) ?? throw Damaged()).ToList();
        return (new RecordedRow(table.Entity, id, versions.Integer(VersionedTable.Version), values), versions.Integer(from));
    }

    private ChangeHeader HeaderOf(long sequence)
    {
        using var changes = new RecordStatement(connection, $"SELECT {ChangeHeader.Columns} FROM \"Changes\" WHERE \"Id\" = ?1");
        changes.Run(sequence);
        return changes.Step() ? ChangeHeader.Create(changes) : throw Damaged();
    }

    private (string Origin, long Size, Digest Root) Known(long? size)
    {
        var tree = new MerkleTree();
        foreach (var leaf in ChangeLog.Leaves(connection, 0, size ?? long.MaxValue))
        {
            tree.Append(leaf);
        }

        return size > tree.Size
            ? throw new NothingToProveException($"The log has {English.Count(tree.Size, "change")}, not {size}.")
            : (ChangeLog.OriginOf(connection), tree.Size, tree.Root);
    }

    private static StartupException Damaged() => new("The database differs from what it recorded: run audit verify to see where.");
}
