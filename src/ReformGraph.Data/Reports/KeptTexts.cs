using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Reports;

namespace ReformGraph.Data.Reports;

/// <summary>The texts of reports that the database keeps.</summary>
internal static class KeptTexts
{
    /// <summary>Keeps a text and its sentences. What is kept already stays as it is.</summary>
    public static async Task KeepAsync(ReformDbContext context, ReportText text, CancellationToken cancellation)
    {
        if (await context.Set<KeptText>().AnyAsync(kept => kept.Sha256 == text.Sha256, cancellation))
        {
            return;
        }

        context.Add(new KeptText { Sha256 = text.Sha256, Text = text.Whole });
        var sentences = text.Sentences.Distinct().ToDictionary(ReportText.Hash);
        var known = await context.Set<KeptSentence>().Where(kept => EF.Parameter(sentences.Keys.ToList()).Contains(kept.Sha256))
            .Select(kept => kept.Sha256).ToHashSetAsync(cancellation);
        context.AddRange(sentences.Where(sentence => !known.Contains(sentence.Key))
            .Select(sentence => new KeptSentence { Sha256 = sentence.Key, Text = sentence.Value }));
    }

    /// <summary>The kept texts whose hashes are those of reports, in the order of the reports.</summary>
    public static async Task<IReadOnlyList<ReportText>> AllAsync(ReformDbContext context, CancellationToken cancellation)
    {
        var texts = await context.Set<Domain.Entities.Report>().OrderBy(report => report.Id)
            .Join(context.Set<KeptText>(), report => report.Sha256, kept => kept.Sha256, (_, kept) => kept.Text).ToListAsync(cancellation);
        return [.. texts.Select(text => new ReportText(text))];
    }
}

/// <summary>Finds kept texts and sentences while the server runs, those that another process has added included.</summary>
/// <param name="database">The file of the database.</param>
internal sealed class KeptTextLookup(string database) : IDisposable
{
    private readonly PreparedLookup<string> lookup = new(
        database,
        """
        SELECT "Text" FROM "ReportSentences" WHERE "Sha256" = $value
        UNION ALL SELECT "Text" FROM "ReportTexts" WHERE "Sha256" = $value
        """,
        row => row.GetString(0));

    /// <summary>The text or sentence with a hash; null if it is not kept.</summary>
    public string? Find(string sha256) => lookup.Find(sha256);

    public void Dispose() => lookup.Dispose();
}
