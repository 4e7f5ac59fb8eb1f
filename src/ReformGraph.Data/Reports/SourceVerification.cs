using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;

namespace ReformGraph.Data.Reports;

/// <summary>The finding about one figure or initiative.</summary>
/// <param name="Kind">figure or initiative.</param>
/// <param name="Code">Its code.</param>
/// <param name="Start">Where its passage starts, in Unicode characters; null without a locator.</param>
/// <param name="Claim">What it claims to be there: a figure's wording, or an initiative's title.</param>
/// <param name="Mismatch">Why the document does not prove it; null if it does.</param>
internal sealed record SourceFinding(string Kind, string Code, int? Start, string Claim, string? Mismatch);

/// <summary>
/// Proves the figures and initiatives of a report from its document. Input: the database and a text. Output: one finding for each, and
/// whether the text is the document at all. It rejects nothing: a mismatch is a finding.
/// </summary>
/// <param name="Report">The code of the report; null if the text is not the document of any.</param>
/// <param name="Sha256">The SHA-256 of the text.</param>
/// <param name="Findings">One for each stated figure and each initiative, in the order of the report.</param>
internal sealed record SourceVerification(string? Report, string Sha256, IReadOnlyList<SourceFinding> Findings)
{
    /// <summary>The findings that do not match.</summary>
    public IEnumerable<SourceFinding> Mismatches => Findings.Where(finding => finding.Mismatch is not null);

    /// <summary>Whether the text is a report's document and proves all of it.</summary>
    public bool Holds => Report is not null && !Mismatches.Any();

    /// <summary>Proves a report. A text that is not a report's document is compared with all of them, to show what has changed.</summary>
    public static async Task<SourceVerification> RunAsync(ReformDbContext context, ReportText text,
        CancellationToken cancellation = default)
    {
        var report = await context.Set<Report>().AsNoTracking().SingleOrDefaultAsync(row => row.Sha256 == text.Sha256, cancellation);
        var figures = await context.Set<Figure>().AsNoTracking().Include(row => row.Locator)
            .Where(row => row.Derivation == null && (report == null || row.ReportId == report.Id)).OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        var initiatives = await context.Set<Initiative>().AsNoTracking().Include(row => row.Locator)
            .Where(row => report == null || row.ReportId == report.Id).OrderBy(row => row.Id).ToListAsync(cancellation);
        return new(report?.Code, text.Sha256,
        [
            .. figures.Select(figure => Prove(text, "figure", figure.Code, figure.Wording!, figure.Wording, figure.Locator)),
            .. initiatives.Select(initiative => Prove(text, initiative)),
        ]);
    }

    private static SourceFinding Prove(ReportText text, Initiative initiative)
    {
        var finding = Prove(text, "initiative", initiative.Code, initiative.TitleEn, null, initiative.Locator);
        return finding.Mismatch is null && initiative is { ShortName: { } name, Locator: { } locator }
            && !text.SentenceAt(locator.Start, locator.Length)!.Contains(name, StringComparison.Ordinal)
            ? finding with { Mismatch = $"the sentence does not have the short name {name}" }
            : finding;
    }

    private static SourceFinding Prove(ReportText text, string kind, string code, string claim, string? wording, Locator? locator)
    {
        var mismatch = locator is null ? "no locator"
            : text.Passage(locator.Start, locator.Length) is not { } passage ? "the text ends before the passage"
            : wording is not null && passage != wording ? $"the passage reads {passage}"
            : text.SentenceAt(locator.Start, locator.Length) is not { } sentence ? "the passage is not within one sentence"
            : ReportText.Hash(sentence) != locator.SentenceSha256 ? "the sentence has changed"
            : null;
        return new(kind, code, locator?.Start, claim, mismatch);
    }
}
