using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Reports;

/// <summary>
/// Makes the figures of a report, with their locators and new indicators, from proven rows. A row whose figure exists already adds
/// nothing, but corrects its period, direction, unit and remark; one that repeats another's number becomes a restatement.
/// </summary>
internal sealed class ReportFigures
{
    private const string PerTownship = "乡镇";

    private readonly ReformDbContext context;
    private readonly Report report;
    private readonly ReportLoading result;
    private readonly List<Figure> present;
    private readonly List<Indicator> indicators;
    private readonly HashSet<string> codes;
    private readonly Dictionary<Figure, int> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Indicator, Figure?> examples = new(ReferenceEqualityComparer.Instance);

    private ReportFigures(ReformDbContext context, Report report, ReportLoading result, List<Figure> present, List<Indicator> indicators,
        HashSet<string> codes)
    {
        (this.context, this.report, this.result) = (context, report, result);
        (this.present, this.indicators, this.codes) = (present, indicators, codes);
    }

    /// <summary>Adds the figures to the context.</summary>
    /// <param name="context">The context of the change.</param>
    /// <param name="report">The report.</param>
    /// <param name="proof">What proves a row.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="result">Receives what is done.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task AddAsync(ReformDbContext context, Report report, DraftProof proof, IReadOnlyList<AddReportFigure> rows,
        ReportLoading result, CancellationToken cancellation)
    {
        var figures = new ReportFigures(context, report, result,
            await context.Set<Figure>().Include(figure => figure.Locator).Where(figure => figure.ReportId == report.Id)
                .OrderBy(figure => figure.Id).ToListAsync(cancellation),
            await context.Set<Indicator>().OrderBy(indicator => indicator.Id).ToListAsync(cancellation),
            await context.Set<Figure>().Where(figure => figure.Code.StartsWith(report.Code)).Select(figure => figure.Code)
                .ToHashSetAsync(cancellation));
        List<ProvenRow> added = [];
        foreach (var row in rows)
        {
            if (proof.Prove(row) is not { } proven)
            {
                continue;
            }

            if (figures.At(row) is { } known)
            {
                figures.Correct(known, proven);
            }
            else
            {
                added.Add(proven);
            }
        }

        foreach (var proven in added)
        {
            await figures.AddAsync(proven, cancellation);
        }
    }

    private Figure? At(AddReportFigure row) =>
        present.Find(one => one.Locator is { } at && at.Start == row.Start && at.Length == row.Length);

    private async Task AddAsync(ProvenRow proven, CancellationToken cancellation)
    {
        var (row, indicator) = (proven.Row, IndicatorOf(proven.Row.Indicator));
        if (At(row) is { } earlier)
        {
            Correct(earlier, proven); // two rows have the same place
            return;
        }

        var figure = Make(proven, indicator, await ExampleAsync(indicator, cancellation));
        FigureValues.Compute([figure]);
        var first = present.Find(one => one.RestatesId is null && one.Restates is null && IsOfSame(one, figure));
        if (first is not null && first.Quantity == figure.Quantity && first.Unit == figure.Unit)
        {
            figure.Restates = first;
        }
        else if (first is not null)
        {
            result.Refuse(row.Place, "indicator", row.Indicator, new("UNIQUE", new(
                $"must be another one, or have another period or role: {NameOf(first).En} has the same, and states {first.Wording}, not " +
                row.Wording,
                $"必须是其他指标，或时段、数据性质不同：{NameOf(first).Zh}与其相同，" +
                $"而其表述为“{first.Wording}”，并非“{row.Wording}”")));
            return;
        }

        if (Check(figure, row) & Check(figure.Locator!, row))
        {
            codes.Add(figure.Code);
            present.Add(figure);
            places.Add(figure, row.Place);
            examples[indicator] ??= figure;
            context.Add(figure);
            result.Figures.Add(new(row.Place, figure.Code));
        }
    }

    // What the row says and the figure does not have. An empty cell says nothing.
    private void Correct(Figure known, ProvenRow proven)
    {
        var (row, indicator) = (proven.Row, IndicatorOf(proven.Row.Indicator));
        if (known.Indicator == indicator && known.Role == row.Role && !places.ContainsKey(known))
        {
            if (!string.IsNullOrEmpty(row.Period) && row.Period != known.Period)
            {
                SetPeriod(known, row.Period);
                Separate(known);
            }

            (known.Direction, known.Unit) = (row.Direction ?? known.Direction, proven.Unit ?? known.Unit);
            known.Remark = string.IsNullOrEmpty(row.Note) ? known.Remark : row.Note;
            if (context.Entry(known).State is EntityState.Unchanged)
            {
                result.Unchanged++;
            }
            else if (Check(known, row))
            {
                FigureValues.Compute([known]);
                result.Corrected.Add(new(row.Place, known.Code));
            }

            return;
        }

        result.Refuse(row.Place, "start", $"{row.Start}", new("UNIQUE", new(
            $"must be another place: {NameOf(known).En} is there already, with another indicator or role",
            $"必须是其他位置：此处已有{NameOf(known).Zh}，其指标或数据性质不同")));
    }

    // What is of another period now does not restate it.
    private void Separate(Figure known)
    {
        foreach (var one in present.Where(one => (one == known || one.Restates == known) && one.Restates is { } first
            && !IsOfSamePeriod(first, one)))
        {
            (one.Restates, one.RestatesId) = (null, null);
        }
    }

    private Figure Make(ProvenRow proven, Indicator indicator, Figure? example)
    {
        var row = proven.Row;
        var code = ReportCodes.OfFigure(report.Code, indicator.Code, row.Role, codes.Contains);
        var figure = new Figure
        {
            Code = code,
            Report = report,
            County = report.County,
            Indicator = indicator,
            Theme = example?.Theme ?? Theme.Other,
            Role = row.Role,
            Unit = UnitOf(proven, example),
            Wording = row.Wording,
            UnitWording = proven.UnitWording,
            Direction = row.Direction,
            Remark = string.IsNullOrEmpty(row.Note) ? null : row.Note,
            Locator = new()
            {
                Code = ReportCodes.OfLocator(code),
                Report = report,
                Section = proven.Section,
                Paragraph = proven.Paragraph,
                Start = row.Start,
                Length = row.Length,
                SentenceSha256 = ReportText.Hash(proven.Sentence),
            },
        };
        SetPeriod(figure, row.Period);
        return figure;
    }

    private void SetPeriod(Figure figure, string? words)
    {
        var period = StatedPeriod.Read(words ?? string.Empty);
        figure.Period = string.IsNullOrEmpty(words) ? null : words;
        figure.Year = period.Year ?? (period.FirstMonth is null ? null : YearOf(report));
        (figure.FirstMonth, figure.LastMonth) = (period.FirstMonth, period.LastMonth);
    }

    // The same unit as elsewhere, so that figures of one indicator can be compared; an average is not in the unit of what it counts.
    private static Unit UnitOf(ProvenRow proven, Figure? example)
    {
        var units = proven.Quantity.Units;
        return proven.Unit
            ?? (proven.Per == PerTownship && units.Contains(Unit.PersonPerTownship) ? Unit.PersonPerTownship
            : proven.Per is not null && units.Contains(Unit.PerUnit) ? Unit.PerUnit
            : example is { Unit: var known } && units.Contains(known) ? known
            : units[0]);
    }

    private static int? YearOf(Report report) =>
        report.Year ?? report.PeriodTo?.Year ?? report.AsAt?.Year ?? report.IssuedOn?.Year;

    private Indicator IndicatorOf(string named)
    {
        var code = PlainText.NewCode(named);
        var known = indicators.Find(one => one.Code == code) ?? indicators.Find(one => one.NameZh == code);
        if (known is null)
        {
            known = new() { Code = code, NameZh = code, NameEn = code, Definition = code };
            indicators.Add(known);
            result.Indicators.Add(code);
            context.Add(known);
        }

        return known;
    }

    private async Task<Figure?> ExampleAsync(Indicator indicator, CancellationToken cancellation)
    {
        if (!examples.TryGetValue(indicator, out var example))
        {
            example = await context.Set<Figure>().AsNoTracking().Where(figure => figure.IndicatorId == indicator.Id)
                .OrderBy(figure => figure.Id).FirstOrDefaultAsync(cancellation);
            examples.Add(indicator, example);
        }

        return example;
    }

    private static bool IsOfSame(Figure one, Figure other) =>
        one.Indicator == other.Indicator && one.Role == other.Role && IsOfSamePeriod(one, other)
        && one.TownshipId is null && one.VillageId is null;

    private static bool IsOfSamePeriod(Figure one, Figure other) => one.Period == other.Period
        && (one.Year, one.FirstMonth, one.LastMonth) == (other.Year, other.FirstMonth, other.LastMonth);

    private bool Check(object row, AddReportFigure from)
    {
        var violations = RowRules.Check(row, DateOnly.MaxValue);
        foreach (var violation in violations)
        {
            result.Refuse(from.Place, ColumnOf(row, violation.Field), null, new(violation.Rule, violation.Message));
        }

        return violations.Count == 0;
    }

    private static string ColumnOf(object row, string field) => (row, field) switch
    {
        (Figure, "code") or (Locator, "code") => "indicator",
        (Figure, "remark") => "note",
        (Figure, "year" or "firstMonth" or "lastMonth") => "period",
        _ => field,
    };

    private Bilingual NameOf(Figure figure) => places.TryGetValue(figure, out var place)
        ? new($"row {place}", $"第 {place} 行") : new($"the figure {figure.Code}", $"数据 {figure.Code} ");
}
