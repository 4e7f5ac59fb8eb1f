using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Extraction;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Reports;

/// <summary>
/// Reads how earlier reports word their figures. Of a report whose text is not kept, only the names of the indicators and the units are
/// known. It reads the latest figures and checks, so that it takes bounded time.
/// </summary>
internal static partial class KnownIndicators
{
    private const int MostFigures = 2_000;
    private const int MostChecks = 2_000;

    /// <summary>The indicators with stated figures, in the order of their codes.</summary>
    public static async Task<IReadOnlyList<KnownIndicator>> ReadAsync(ReformDbContext context, CancellationToken cancellation)
    {
        var known = new SortedDictionary<string, KnownIndicator>(StringComparer.Ordinal);
        var figures = await context.Set<Figure>().AsNoTracking().OrderByDescending(figure => figure.Id).Take(MostFigures)
            .Select(figure => new
            {
                figure.Indicator.Code,
                figure.Indicator.NameZh,
                AddsTo = figure.Indicator.AddsTo == null ? null : figure.Indicator.AddsTo.Code,
                figure.Unit,
                figure.Wording,
                Sentence = context.Set<KeptSentence>().Where(kept => kept.Sha256 == figure.Locator!.SentenceSha256)
                    .Select(kept => kept.Text).FirstOrDefault(),
            }).ToListAsync(cancellation);
        foreach (var figure in figures)
        {
            if (!known.TryGetValue(figure.Code, out var indicator))
            {
                known.Add(figure.Code, indicator = Named(figure.Code, figure.NameZh, figure.AddsTo));
            }

            indicator.Units.Add(figure.Unit);
            if (figure is { Sentence: { } sentence, Wording: { } wording }
                && sentence.IndexOf(wording, StringComparison.Ordinal) is >= 0 and var at
                && sentence.IndexOf(wording, at + 1, StringComparison.Ordinal) < 0)
            {
                indicator.Words.Add(SurroundingWords.WithSubject(FoldedText.Fold(sentence), at, at + wording.Length));
            }
        }

        foreach (var tie in await TiesAsync(context, cancellation))
        {
            if (known.TryGetValue(tie.Code, out var indicator))
            {
                indicator.Ties.Add((tie.Rows, tie.Role));
            }
        }

        return [.. known.Values];
    }

    private static KnownIndicator Named(string code, string name, string? addsTo) => new(code, SurroundingWords.Han(name), addsTo)
    {
        ShortName = Bracketed().Replace(name, string.Empty) is var shorter && shorter != name ? SurroundingWords.Han(shorter) : null,
    };

    private static Task<List<Tie>> TiesAsync(ReformDbContext context, CancellationToken cancellation) =>
        context.Set<CheckInput>().AsNoTracking()
            .Where(input => input.Check.Rows != null && input.Check.Relation == CheckRelation.Equal
                && input.Check.ExpectedBy == Derivation.SameAs)
            .OrderByDescending(input => input.Id).Take(MostChecks)
            .Select(input => new Tie(input.Figure.Indicator.Code, input.Check.Rows!, input.Figure.Role)).ToListAsync(cancellation);

    private sealed record Tie(string Code, string Rows, FigureRole Role);

    [GeneratedRegex("[(（][^()（）]*[)）]")]
    private static partial Regex Bracketed();
}
