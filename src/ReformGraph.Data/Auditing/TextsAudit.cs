using Microsoft.Data.Sqlite;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Reports;

namespace ReformGraph.Data.Auditing;

/// <summary>
/// Compares the kept texts of reports with the hashes that the reports were recorded with, and the kept sentences with the texts. A file of
/// a version that kept no texts has none of these tables.
/// </summary>
internal static class TextsAudit
{
    private const string Texts = "ReportTexts", Sentences = "ReportSentences";

    /// <summary>Checks them.</summary>
    public static void Run(SqliteConnection connection, AuditReport report)
    {
        if (!connection.HasTable(Texts))
        {
            return;
        }

        var sentences = CheckTexts(connection, report);
        using var kept = new RecordStatement(connection, $"""SELECT "Sha256", "Text" FROM "{Sentences}" """);
        while (kept.Step())
        {
            var (hash, text) = (kept.Text(0) ?? string.Empty, kept.Text(1) ?? string.Empty);
            if (!kept.IsText(0) || !kept.IsText(1) || ReportText.Hash(text) != hash)
            {
                report.Add($"{Sentences} {hash}", Fault.Changed, "the sentence has another hash");
            }
            else if (!sentences.Remove(hash))
            {
                report.Add($"{Sentences} {hash}", Fault.Added, "no kept text has this sentence");
            }
        }

        foreach (var hash in sentences)
        {
            report.Add($"{Sentences} {hash}", Fault.Missing, "a kept text has this sentence");
        }
    }

    private static HashSet<string> CheckTexts(SqliteConnection connection, AuditReport report)
    {
        var sentences = new HashSet<string>();
        using var kept = new RecordStatement(connection,
            $"""
            SELECT "Sha256", "Text", (SELECT 'yes' FROM "ReportsRevisions" AS r
                WHERE r."Sha256" = t."Sha256" AND r."TextLength" = length(t."Text") LIMIT 1) FROM "{Texts}" AS t
            """);
        while (kept.Step())
        {
            var (hash, text) = (kept.Text(0) ?? string.Empty, new ReportText(kept.Text(1) ?? string.Empty));
            sentences.UnionWith(text.Sentences.Select(ReportText.Hash));
            if (!kept.IsText(0) || !kept.IsText(1) || text.Sha256 != hash)
            {
                report.Add($"{Texts} {hash}", Fault.Changed, "the text has another hash");
            }
            else if (kept.Text(2) is null)
            {
                report.Add($"{Texts} {hash}", Fault.Added, "no report was recorded with this text");
            }
        }

        using var missing = new RecordStatement(connection,
            $"""
            SELECT "Code" FROM "Reports" AS r
            WHERE "TextLength" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{Texts}" AS t WHERE t."Sha256" = r."Sha256")
            """);
        while (missing.Step())
        {
            report.Add($"{Texts} of report {missing.Text(0)}", Fault.Missing, "the report was recorded with its text");
        }

        return sentences;
    }
}
