using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;

namespace ReformGraph.Engine.Storage;

/// <summary>The result of verifying a rollup.</summary>
/// <param name="Name">Its table.</param>
/// <param name="Groups">The number of its groups.</param>
/// <param name="Mismatches">Each group that differs from the rows, with both sides.</param>
public sealed record RollupFinding(string Name, long Groups, IReadOnlyList<string> Mismatches);

/// <summary>Compares the rollups of a database with their rows: each with one statement, so that a concurrent writer causes no
/// difference.</summary>
public static class RollupVerification
{
    /// <summary>Compares all of them.</summary>
    /// <param name="context">A context of the database.</param>
    /// <param name="cancellation">Cancels it between two rollups.</param>
    /// <param name="isThere">Whether the database has a rollup with this name; without it, all are compared.</param>
    public static async Task<IReadOnlyList<RollupFinding>> RunAsync(DbContext context, CancellationToken cancellation,
        Func<string, bool>? isThere = null)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        var findings = new List<RollupFinding>();
        foreach (var rollup in Rollup.DeclaredIn(context.Model).Where(rollup => isThere?.Invoke(rollup.Name) ?? true))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Add(Compare(context.Database.GetDbConnection(), rollup, StorageDialects.For(context.Model)));
        }

        return findings;
    }

    private static RollupFinding Compare(DbConnection connection, Rollup rollup, StorageDialect dialect)
    {
        var sql = new RollupSql(rollup, dialect);
        var sides = new SortedDictionary<string, (List<string> Rollup, List<string> Rows)>(StringComparer.Ordinal);
        using var differences = Query(connection, sql.Differences);
        using (var reader = differences.ExecuteReader())
        {
            while (reader.Read())
            {
                var group = Said(reader, 0, rollup.Dimensions.Count);
                var (ofRollup, ofRows) = sides.TryGetValue(group, out var known) ? known : sides[group] = ([], []);
                var times = reader.GetInt64(reader.FieldCount - 1);
                (times > 0 ? ofRollup : ofRows).Add(Said(reader, rollup.Dimensions.Count, rollup.Columns.Count)
                    + (Math.Abs(times) > 1 ? $" ({Math.Abs(times)} times)" : ""));
            }
        }

        using var count = Query(connection, sql.Count);
        return new(
            rollup.Name,
            Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture),
            [.. sides.Select(side => $"{side.Key}: the rollup says {Joined(side.Value.Rollup)}; the rows say {Joined(side.Value.Rows)}")]);
    }

    private static string Said(DbDataReader reader, int first, int count) => string.Join(", ", Enumerable.Range(first, count)
        .Select(column => string.Create(CultureInfo.InvariantCulture,
            $"{reader.GetName(column)} {(reader.IsDBNull(column) ? "null" : reader.GetValue(column))}")));

    private static string Joined(List<string> said) => said.Count == 0 ? "nothing" : string.Join(" and ", said);

    private static DbCommand Query(DbConnection connection, string sql)
    {
        var query = connection.CreateCommand();
        query.CommandText = sql;
        return query;
    }
}
