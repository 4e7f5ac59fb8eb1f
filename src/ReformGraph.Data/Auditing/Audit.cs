using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Versions;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// Recomputes a database from what it recorded: the log and its tree, the versions of every row, the present rows, the rollups, the
/// schema and the file. All is read in one transaction, row by row. It trusts nothing that it can recompute, changes nothing,
/// and goes on behind
/// a fault, so that one report names all of them.
/// </summary>
internal static class Audit
{
    /// <summary>Checks a database.</summary>
    /// <param name="context">A context that only reads, with no transaction.</param>
    /// <param name="declared">The schema that it must have.</param>
    /// <param name="known">A checkpoint of its log, where one was kept elsewhere.</param>
    /// <param name="tell">Is told each finding, at once.</param>
    /// <param name="earlier">The version that made the database, if it was an earlier one.</param>
    /// <param name="cancellation">Stops it between two checks.</param>
    public static async Task<AuditReport> RunAsync(
        DbContext context, SchemaContent declared, Checkpoint? known, Action<AuditFinding>? tell = null, EarlierVersion? earlier = null,
            CancellationToken cancellation = default)
    {
        var report = new AuditReport(tell);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            await using var transaction = connection.BeginTransaction(deferred: true);
            var tables = VersionedTable.DeclaredIn(context.Model);
            Check("the file", () => FileAudit.Run(connection, report));
            Check("the schema", () => SchemaContent.Read(connection).Compare(declared, report, earlier is not null));
            Check("the file", () => earlier?.Complete(connection, context));
            Check("the log", () => LogAudit.Run(connection, tables, known, report));
            tables.ToList().ForEach(table => Check(table.Rows, () => RevisionAudit.Run(connection, table, report)));
            foreach (var (name, mismatch) in
                from rollup in await RollupVerification.RunAsync(context, cancellation, earlier is null ? null : earlier.Has)
                from mismatch in rollup.Mismatches
                select (rollup.Name, mismatch))
            {
                report.Add(name, Fault.Changed, mismatch);
            }
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            report.Add("the file", Fault.Damaged, cause.Message);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }

        return report;

        void Check(string place, Action check)
        {
            cancellation.ThrowIfCancellationRequested();
            Guarded(report, place, check);
        }
    }

    // What a forger left may break anything that reads it: that is a finding, and the next check may say more.
    private static void Guarded(AuditReport report, string place, Action check)
    {
        try
        {
            check();
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            report.Add(place, Fault.Damaged, cause.Message);
        }
    }
}
