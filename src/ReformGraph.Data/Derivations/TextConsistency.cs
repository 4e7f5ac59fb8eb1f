using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// A stated figure says what the text of its report has at its place, and a locator has the sentence there, whoever writes them, if the
/// text is kept. Without a text, nothing is known, and <c>verify-source</c> is left.
/// </summary>
internal static class TextConsistency
{
    /// <summary>Checks the figures and locators of a change, and the figures whose locators it wrote.</summary>
    /// <exception cref="InvalidRowException">One of them differs from the text.</exception>
    public static async Task CheckAsync(ReformDbContext context, IReadOnlyList<WrittenRows> written, CancellationToken cancellation)
    {
        if (!written.Any(rows => rows.AreOf<Figure>() || rows.AreOf<Locator>()))
        {
            return;
        }

        var (ofFigures, ofLocators) = (WrittenRows.IdsIn<Figure>(context), WrittenRows.IdsIn<Locator>(context));
        var figures = await context.Set<Figure>().Include(figure => figure.Locator)
            .Where(figure => figure.Derivation == null && figure.LocatorId != null
                && (ofFigures.Contains(figure.Id) || ofLocators.Contains(figure.LocatorId.Value))
                && context.Set<KeptText>().Any(kept => kept.Sha256 == figure.Report.Sha256))
            .OrderBy(figure => figure.Id).ToListAsync(cancellation);
        var locators = await context.Set<Locator>().Where(locator => ofLocators.Contains(locator.Id)
            && context.Set<KeptText>().Any(kept => kept.Sha256 == locator.Report.Sha256))
            .OrderBy(locator => locator.Id).ToListAsync(cancellation);
        foreach (var report in figures.Select(figure => figure.ReportId).Concat(locators.Select(locator => locator.ReportId)).Distinct())
        {
            var text = new ReportText(await context.Set<Report>().Where(row => row.Id == report)
                .Join(context.Set<KeptText>(), row => row.Sha256, kept => kept.Sha256, (_, kept) => kept.Text).SingleAsync(cancellation));
            locators.Where(locator => locator.ReportId == report).ToList().ForEach(locator => Check(locator, text));
            figures.Where(figure => figure.ReportId == report).ToList().ForEach(figure => Check(figure, text));
        }
    }

    private static void Check(Locator locator, ReportText text)
    {
        if (text.SentenceAt(locator.Start, locator.Length) is not { } sentence)
        {
            throw new InvalidRowException(locator, nameof(Locator.Start),
                new("a place within one sentence of the report's text", "报告文本中同一句之内的位置"))
            { Rule = "CONSISTENT" };
        }

        if (ReportText.Hash(sentence) is var hash && hash != locator.SentenceSha256)
        {
            throw new InvalidRowException(locator, nameof(Locator.SentenceSha256),
                new($"{hash}, that of the sentence there", $"{hash}，即该处句子的校验值"))
            { Rule = "CONSISTENT" };
        }
    }

    private static void Check(Figure figure, ReportText text)
    {
        if (text.Passage(figure.Locator!.Start, figure.Locator.Length) is var passage && passage != figure.Wording)
        {
            throw new InvalidRowException(figure, nameof(Figure.Wording), passage is null
                ? new("one that the text has at the place of the locator", "文本在出处位置的文字")
                : new($"{passage}, which the text has at the place of the locator", $"{passage}，即文本在出处位置的文字"))
            { Rule = "CONSISTENT" };
        }
    }
}
