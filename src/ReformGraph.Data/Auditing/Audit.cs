using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Data.Versions;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// Recomputes a database from what it recorded: the log and its tree, the versions of every row, the present rows, the texts of reports,
/// the rollups, the schema and the file. Everything is read in one transaction, row by row. It trusts nothing that it can recompute,
/// changes nothing, and continues after a fault, so that one report lists all of them.
/// </summary>
internal static class Audit
{
    /// <summary>Checks a database.</summary>
    /// <param name="context">A read-only context without a transaction.</param>
    /// <param name="declared">The schema that it must have.</param>
    /// <param name="known">A checkpoint of its log that was kept elsewhere, if there is one.</param>
    /// <param name="tell">Receives each finding as soon as it is made.</param>
    /// <param name="earlier">The version that created the database, if it is an earlier one.</param>
    /// <param name="cancellation">Cancels it between two checks.</param>
    public static async Task<AuditReport> RunAsync(
        DbContext context, SchemaContent declared, Checkpoint? known, Action<AuditFinding>? tell = null, EarlierVersion? earlier = null,
            CancellationToken cancellation = default)
    {
        var report = new AuditReport(tell);
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        try
        {
            await context.Database.OpenConnectionAsync(cancellation);
            await using var transaction = connection.BeginRead();
            var tables = VersionedTable.DeclaredIn(context.Model);
            Check("the file", () => FileAudit.Run(connection, report));
            Check("the schema", () => SchemaContent.Read(connection).Compare(declared, report, earlier is not null));
            Check("the file", () => earlier?.Complete(connection, context));
            Check("the log", () => LogAudit.Run(connection, tables, known, report));
            tables.ToList().ForEach(table => Check(table.Rows, () => RevisionAudit.Run(connection, table, report)));
            Check("the texts of reports", () => TextsAudit.Run(connection, report));
            foreach (var (name, mismatch) in
                from rollup in await RollupVerification.RunAsync(context, cancellation, earlier is null ? null : earlier.Has)
                from mismatch in rollup.Mismatches
                select (rollup.Name, mismatch))
            {
                report.Add(name, Fault.Changed, mismatch);
            }
        }
        catch (Exception cause) when (cause is not (OperationCanceledException or StartupException))
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

    // What a forger has left may break any reader: that is a finding too, and the next check may find more.
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
