using Microsoft.Data.Sqlite;

namespace ReformGraph.Data.Ledger;

/// <summary>A leaf of a change's own tree.</summary>
/// <param name="Table">The table of the row.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Version">The recorded version; null if the row was withdrawn.</param>
/// <param name="Hash">The leaf.</param>
internal readonly record struct RowLeaf(VersionedTable Table, long Id, long? Version, Digest Hash)
{
    public override string ToString() => $"{Table.Entity} {Id} {(Version is { } version ? $"version {version}" : "withdrawn")}";
}

/// <summary>
/// Reads what changes recorded, as the leaves of their trees: ordered by the names of the entities, then by id. The statements stay
/// prepared, so that a small change costs one index lookup per table. One row is held at a time.
/// </summary>
internal sealed class RowLeaves(SqliteConnection connection, IReadOnlyList<VersionedTable> tables) : IDisposable
{
    private readonly CanonicalSerializer record = new();
    private readonly Dictionary<VersionedTable, (RecordStatement Versions, RecordStatement Withdrawals)> statements = [];

    /// <summary>The leaves of a change. An enumeration must end before the next begins.</summary>
    /// <param name="sequence">The change.</param>
    /// <param name="format">How it is hashed.</param>
    public IEnumerable<RowLeaf> Compute(long sequence, RecordFormat format) => tables.SelectMany(table => Compute(table, sequence, format));

    public void Dispose()
    {
        foreach (var (versions, withdrawals) in statements.Values)
        {
            versions.Dispose();
            withdrawals.Dispose();
        }
    }

    private IEnumerable<RowLeaf> Compute(VersionedTable table, long sequence, RecordFormat format)
    {
        if (!statements.TryGetValue(table, out var prepared))
        {
            prepared = (new(connection, table.VersionsOfChange), new(connection, table.WithdrawalsOfChange));
            statements.Add(table, prepared);
        }

        var (versions, withdrawals) = prepared;
        versions.Run(sequence);
        withdrawals.Run(sequence);
        try
        {
            var (isVersion, isWithdrawal) = (versions.Step(), withdrawals.Step());
            while (isVersion || isWithdrawal)
            {
                if (isVersion && !(isWithdrawal && withdrawals.Integer(VersionedTable.Id) < versions.Integer(VersionedTable.Id)))
                {
                    table.WriteVersion(record, versions, format);
                    yield return new(table, versions.Integer(VersionedTable.Id), versions.Integer(VersionedTable.Version), record.Leaf);
                    isVersion = versions.Step();
                }
                else
                {
                    table.WriteWithdrawal(record, withdrawals, format);
                    yield return new(table, withdrawals.Integer(VersionedTable.Id), null, record.Leaf);
                    isWithdrawal = withdrawals.Step();
                }
            }
        }
        finally
        {
            versions.Reset();
            withdrawals.Reset();
        }
    }
}
