using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Ledger;
using ReformGraph.Engine.Modeling;
using Xunit;
using static ReformGraph.Tests.Ledger.DocumentedRecord;

namespace ReformGraph.Tests.Postgres;

/// <summary>What is recorded has the same hashes by the values that PostgreSQL holds, which has decimals, booleans,
/// days and instants of its own.</summary>
[Collection(PostgresCluster.Name)]
public sealed class SameHashesTests(PostgresCluster cluster)
{
    [FactIfPostgres]
    public void A_change_and_its_rows_have_the_hashes_that_were_recorded_on_SQLite()
    {
        using var context = cluster.Seeds.Postgres();
        var change = context.Set<Change>().AsNoTracking().Single();
        var rows = new MerkleTree();
        foreach (var revisions in Revisions.DeclaredIn(context.Model))
        {
            foreach (var version in context.Set<Dictionary<string, object?>>(revisions.Name).AsNoTracking().AsEnumerable()
                .OrderBy(version => (int)version["Id"]!))
            {
                rows.Append(Digest.From(Leaf([
                    .. Text("reformgraph/version/2"), .. Text(revisions.Rows.ClrType.Name), .. Value(version["Id"]!),
                    .. Value(version["Version"]!),
                    .. revisions.Columns.Select(column => column.Name)
                    .Where(name => name is not ("Id" or "Version") && version[name] is not null).Order(StringComparer.Ordinal)
                    .SelectMany(name => (byte[])[.. Text(name), .. Value(version[name]!)])])));
            }
        }

        Assert.Equal((change.RowCount, change.RowsRoot), ((int)rows.Size, rows.Root.ToString()));
        Assert.Equal(change.Hash, Convert.ToHexStringLower(Leaf([
            .. Text("reformgraph/change/2"), .. Text(Convert.ToHexStringLower(change.Salt!)), .. Value(change.Sequence),
            .. Value(change.RecordedAt), .. Text(change.Actor), .. Value(change.Kind), .. Text(change.Reason),
            .. TextOrNone(null), .. TextOrNone(null), .. TextOrNone(null), .. Value(change.RowCount), .. Text(change.RowsRoot)])));
    }
}
