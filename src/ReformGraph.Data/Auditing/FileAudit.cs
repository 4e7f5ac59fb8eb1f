using Microsoft.Data.Sqlite;
using ReformGraph.Data.Ledger;

namespace ReformGraph.Data.Auditing;

/// <summary>What SQLite itself finds wrong: pages, indexes that disagree with their tables, values that violate constraints, dangling
/// foreign keys.</summary>
internal static class FileAudit
{
    public static void Run(SqliteConnection connection, AuditReport report)
    {
        using var integrity = new RecordStatement(connection, "PRAGMA integrity_check");
        while (integrity.Step())
        {
            if (integrity.Text(0) is { } said and not "ok")
            {
                report.Add("the file", Fault.Damaged, said.ReplaceLineEndings(" "));
            }
        }

        using var references = new RecordStatement(connection, "PRAGMA foreign_key_check");
        while (references.Step())
        {
            report.Add($"{references.Text(0)}, row {references.Text(1)}", Fault.Missing,
                $"the row of {references.Text(2)} to which it refers");
        }
    }
}
