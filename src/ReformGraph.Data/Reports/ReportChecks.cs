using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Extraction;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>
/// Makes the checks of a report from confirmed rows, which name figures by their places in the text. A check that exists already adds
/// nothing, and one with a quantity that is no figure is left out.
/// </summary>
internal sealed class ReportChecks
{
    private const string Expected = "expected", Actual = "actual";

    private readonly ReformDbContext context;
    private readonly DataModel dataModel;
    private readonly Report report;
    private readonly ReportLoading result;
    private readonly IReadOnlyList<DraftRow> quantities;
    private readonly HashSet<int> starts;
    private readonly Dictionary<int, Figure> figures;
    private readonly HashSet<string> codes;
    private readonly HashSet<string> present;
    private readonly Dictionary<Check, int> places = new(ReferenceEqualityComparer.Instance);

    private ReportChecks(ReformDbContext context, DataModel dataModel, Report report, ReportLoading result,
        IReadOnlyList<DraftRow> quantities, Dictionary<int, Figure> figures, HashSet<string> codes, HashSet<string> present)
    {
        (this.context, this.dataModel, this.report, this.result) = (context, dataModel, report, result);
        (this.quantities, this.figures, this.codes, this.present) = (quantities, figures, codes, present);
        starts = [.. quantities.Select(quantity => quantity.Start)];
    }

    /// <summary>Adds the checks to the context.</summary>
    /// <param name="context">The context of the change, with all figures of the report, old and new, and their indicators.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="report">The report.</param>
    /// <param name="quantities">The quantities of the text.</param>
    /// <param name="checks">The rows.</param>
    /// <param name="result">Receives what is done.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<ReportChecks> AddAsync(ReformDbContext context, DataModel dataModel, Report report,
        IReadOnlyList<DraftRow> quantities, IReadOnlyList<AddReportCheck> checks, ReportLoading result, CancellationToken cancellation)
    {
        var known = await context.Set<Check>().Include(check => check.Inputs).Where(check => check.ReportId == report.Id)
            .ToListAsync(cancellation);
        var added = new ReportChecks(context, dataModel, report, result, quantities,
            context.Set<Figure>().Local.Where(figure => figure.Report == report && figure.Locator is not null)
                .DistinctBy(figure => figure.Locator!.Start).ToDictionary(figure => figure.Locator!.Start),
            await context.Set<Check>().Where(check => check.Report.CountyId == report.County.Id).Select(check => check.Code)
                .ToHashSetAsync(cancellation),
            [.. known.Select(Content)]);
        foreach (var check in checks)
        {
            added.Add(check);
        }

        return added;
    }

    /// <summary>The row of a check; null if it is none of them.</summary>
    public int? RowOf(object check) => check is Check added && places.TryGetValue(added, out var place) ? place : null;

    /// <summary>The checks that the text suggests for the figures, with their present indicators and roles, without those that are
    /// there.</summary>
    /// <param name="known">The indicators of earlier reports, whose checks may count rows.</param>
    public IEnumerable<CheckProposal> Proposed(IReadOnlyList<KnownIndicator> known) =>
        CheckProposals.From(quantities.Select(row => row with
        {
            Indicator = figures.GetValueOrDefault(row.Start)?.Indicator.Code,
            Role = figures.GetValueOrDefault(row.Start)?.Role,
        }), known).Where(IsOfFigures).Where(check => !present.Contains(Content(Make(check.ToInput(), [figures[check.Stated.Start]],
            [.. check.Actual.Select(row => figures[row.Start])]))));

    private bool IsOfFigures(CheckProposal check) => check.Actual.Append(check.Stated).All(row => figures.ContainsKey(row.Start));

    private void Add(AddReportCheck row)
    {
        var refused = result.RefusedChecks.Total;
        var (expected, actual) = (FiguresOf(row, Expected, row.Expected), FiguresOf(row, Actual, row.Actual ?? []));
        CheckSides(row);
        if (result.RefusedChecks.Total > refused)
        {
            return;
        }

        if (expected.Contains(null) || actual.Contains(null))
        {
            result.ChecksLeftOut++;
            return;
        }

        var check = Make(row, [.. expected.OfType<Figure>()], [.. actual.OfType<Figure>()]);
        var content = Content(check);
        if (present.Contains(content))
        {
            result.ChecksUnchanged++;
        }
        else if (IsValid(check, row))
        {
            present.Add(content);
            codes.Add(check.Code);
            places.Add(check, row.Place);
            context.Add(check);
            result.NewChecks.Add(new(row.Place, check.Code));
        }
    }

    // Null for a quantity of the text that is no figure.
    private List<Figure?> FiguresOf(AddReportCheck row, string column, IReadOnlyList<AddReportCheckFigure> named)
    {
        foreach (var start in named.Select(one => one.Start).Where(start => !figures.ContainsKey(start) && !starts.Contains(start)))
        {
            result.RefuseCheck(row.Place, column, $"{start}", new("PLACE", new(
                "must be the start of a quantity, as in the draft", "必须是数据的 start，与草稿一致")));
        }

        return [.. named.Select(one => figures.GetValueOrDefault(one.Start))];
    }

    private void CheckSides(AddReportCheck row)
    {
        if (row.Expected.Count == 0)
        {
            result.RefuseCheck(row.Place, Expected, null, new("REQUIRED", RowRules.MustBeGiven));
        }

        if (row.Rows is null)
        {
            if (row.Actual is null or [])
            {
                result.RefuseCheck(row.Place, Actual, null, new("REQUIRED", new("must be given, unless rows are counted (rows)",
                    "必须填写，除非计算台账行数（rows）")));
            }

            return;
        }

        if (row.Actual is not (null or []))
        {
            result.RefuseCheck(row.Place, Actual, null, new("CONSISTENT", new("must be empty, because rows are counted (rows)",
                "必须为空，因为计算台账行数（rows）")));
        }

        try
        {
            RowSelection.Parse(row.Rows, dataModel);
        }
        catch (BilingualException cause)
        {
            result.RefuseCheck(row.Place, "rows", row.Rows,
                new("ROWS", new($"must be {cause.Text.En}", $"必须是{cause.Text.Zh}")));
        }
    }

    private Check Make(AddReportCheck row, IReadOnlyList<Figure> expected, IReadOnlyList<Figure> actual)
    {
        var expectedBy = row.ExpectedBy ?? Derivation.SameAs;
        var actualBy = row.Rows is null ? row.ActualBy ?? Derivation.SameAs : row.ActualBy;
        var rule = CheckRule.Of(row.Relation, CheckRule.Side(expectedBy, [.. expected.Select(CheckRule.Stated)]),
            row.Rows is { } rows ? CheckRule.Rows(rows, RowSelection.Parse(rows, dataModel).NameZh)
                : CheckRule.Side(actualBy!.Value, [.. actual.Select(CheckRule.Stated)]));
        var isPercentage = Quantity.IsPercentage(expectedBy) || Quantity.IsPercentage(actualBy);
        var check = new Check
        {
            Code = ReportCodes.OfCheck(report.Code, expected[0].Code, row.Rows is null ? actualBy : null, row.Relation, codes.Contains),
            Report = report,
            Theme = expected[0].Theme,
            Rule = row.Rule ?? rule.En,
            RuleZh = row.RuleZh ?? rule.Zh,
            Relation = row.Relation,
            Unit = isPercentage ? Unit.Percent : expected[0].Unit,
            ExpectedBy = expectedBy,
            ActualBy = actualBy,
            Rows = row.Rows,
            Explanation = "Confirmed when the report was added.",
        };
        check.Inputs.AddRange(expected.Index().Select(one => Input(CheckSide.Expected, one)));
        check.Inputs.AddRange(actual.Index().Select(one => Input(CheckSide.Actual, one)));
        return check;

        CheckInput Input(CheckSide side, (int Index, Figure Item) one) =>
            new() { Check = check, Side = side, Position = one.Index + 1, Figure = one.Item };
    }

    private bool IsValid(Check check, AddReportCheck row)
    {
        var before = result.RefusedChecks.Total;
        foreach (var violation in RowRules.Check(check, DateOnly.MaxValue))
        {
            result.RefuseCheck(row.Place, violation.Field is "code" ? Expected : violation.Field, null,
                new(violation.Rule, violation.Message));
        }

        if (check.Inputs.Find(one => RowRules.Check(one, DateOnly.MaxValue).Count > 0) is { } input)
        {
            result.RefuseCheck(row.Place, input.Side is CheckSide.Expected ? Expected : Actual, null,
                new("RANGE", new("must be at most 1000 figures", "不得超过 1000 个数据")));
        }

        return result.RefusedChecks.Total == before;
    }

    private static string Content(Check check) => string.Join('|', check.Relation, check.ExpectedBy, check.ActualBy, check.Rows,
        string.Join(' ', check.Inputs.OrderBy(input => input.Side).ThenBy(input => input.Position)
            .Select(input => $"{input.Side} {input.Figure?.Code}")));
}
