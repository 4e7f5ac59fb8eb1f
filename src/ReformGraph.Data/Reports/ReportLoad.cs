using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>The rows of a draft that are to be stored.</summary>
/// <param name="Figures">The rows that name an indicator.</param>
/// <param name="Checks">The confirmed checks.</param>
internal sealed record ReportRows(IReadOnlyList<AddReportFigure> Figures, IReadOnlyList<AddReportCheck> Checks);

/// <summary>
/// Adds a report with its text, locators, new indicators, figures and checks, in a change that has begun. Input: what is stated about the
/// report, its text, and the rows of a draft. Output: the saved rows, with the checks evaluated, or what is wrong: then the caller rolls
/// back the change. It does not end the change.
/// </summary>
internal sealed class ReportLoad
{
    private static readonly Type[] Entities =
        [typeof(County), typeof(Report), typeof(Locator), typeof(Indicator), typeof(Figure), typeof(Check), typeof(CheckInput)];

    private readonly ReformDbContext context;
    private readonly AddReport stated;
    private readonly ReportText text;
    private readonly ReportLoading result;
    private readonly DateOnly today;
    private ReportChecks? checks;

    private ReportLoad(ReformDbContext context, AddReport stated, ReportText text, ReportLoading result, DateOnly today) =>
        (this.context, this.stated, this.text, this.result, this.today) = (context, stated, text, result, today);

    /// <summary>Adds a report.</summary>
    /// <param name="context">A context with a change in progress, and nothing tracked.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="stated">What is stated about the report.</param>
    /// <param name="content">Its text.</param>
    /// <param name="rows">The rows of the draft.</param>
    /// <param name="result">Receives what is done.</param>
    /// <param name="today">Today's date.</param>
    /// <param name="scope">What the sender may change; null for everything.</param>
    /// <param name="cancellation">Cancels it.</param>
    /// <returns>The report; null if something is refused.</returns>
    public static async Task<Report?> RunAsync(ReformDbContext context, DataModel dataModel, AddReport stated, ReportContent content,
        ReportRows rows, ReportLoading result, DateOnly today, WriteScope? scope, CancellationToken cancellation)
    {
        var text = new ReportText(content.Text);
        (result.Sha256, result.TextLength) = (text.Sha256, text.Length);
        var load = new ReportLoad(context, stated, text, result, today);
        var report = await load.CountyAsync(cancellation) is { } county ? await load.ReportAsync(county, cancellation) : null;
        if (report is not null)
        {
            await KeptTexts.KeepAsync(context, text, cancellation);
            await load.AddRowsAsync(dataModel, report, content, rows, cancellation);
            load.CheckRows();
        }

        return result.IsAccepted && await load.SaveAsync(dataModel, scope, cancellation) ? report : null;
    }

    private async Task AddRowsAsync(DataModel dataModel, Report report, ReportContent content, ReportRows rows,
        CancellationToken cancellation)
    {
        if (rows is { Figures: [], Checks: [] })
        {
            return;
        }

        try
        {
            var proof = new DraftProof(content, text, result);
            await ReportFigures.AddAsync(context, report, proof, rows.Figures, result, cancellation);
            if (result.IsAccepted && (rows.Checks.Count > 0 || result.ProposedChecks is not null))
            {
                checks = await ReportChecks.AddAsync(context, dataModel, report, proof.Quantities, rows.Checks, result, cancellation);
                if (result.ProposedChecks is not null)
                {
                    result.Propose(checks.Proposed(await KnownIndicators.ReadAsync(context, cancellation)));
                }
            }
        }
        catch (TableException excessive)
        {
            result.Refuse(null, "text", null,
                new("LIMIT", new($"must have {excessive.Expected.En}", $"必须有{excessive.Expected.Zh}")));
        }
    }

    private async Task<bool> SaveAsync(DataModel dataModel, WriteScope? scope, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        try
        {
            result.Checks = await DerivedValues.RefreshAsync(context, dataModel,
                [.. Entities.Select(type => new WrittenRows(dataModel[type]))], scope, cancellation);
        }
        catch (InvalidRowException invalid) when (checks?.RowOf(invalid.Row) is { } row)
        {
            result.RefuseCheck(row, invalid.Field, null,
                new(invalid.Rule, new($"must be {invalid.Expected.En}", $"必须是{invalid.Expected.Zh}")));
        }
        catch (InvalidRowException invalid)
        {
            result.RefusedCells.Add(RejectedCell.Of(invalid));
        }

        return result.IsAccepted;
    }

    private async Task<County?> CountyAsync(CancellationToken cancellation)
    {
        var spellings = CodeText.Spellings(stated.County);
        var county = await context.Set<County>().FirstOrDefaultAsync(one => spellings.Contains(one.Code), cancellation);
        result.County = county?.Code ?? CodeText.Normal(stated.County);
        if (county is not null)
        {
            return Differs("countyNameZh", stated.CountyNameZh, county.NameZh) | Differs("countyNameEn", stated.CountyNameEn, county.NameEn)
                ? null : county;
        }

        if ((stated.CountyNameZh ?? stated.CountyNameEn) is not { } name)
        {
            result.Refuse(null, "county", stated.County, new("REFERENCE", new(
                "must be the code of a county, and no county has it: to add the county, give its name too (countyNameZh or countyNameEn; " +
                "of the command: --county-name-zh or --county-name-en)",
                "必须是已有县的编码：如要新增该县，请一并给出名称（countyNameZh 或 countyNameEn；命令选项 " +
                "--county-name-zh 或 --county-name-en）")));
            return null;
        }

        result.CountyAdded = true;
        county = new()
        {
            Code = CodeText.Normal(stated.County),
            NameZh = stated.CountyNameZh,
            NameEn = stated.CountyNameEn,
            KnownAs = name,
        };
        context.Add(county);
        return county;
    }

    private bool Differs(string field, string? given, string? present)
    {
        if (given is null || given == present)
        {
            return false;
        }

        result.Refuse(null, field, given, new("CONSISTENT", new(
            $"must be {present ?? "left out"}: the county exists already, and its name is not changed here",
            $"必须{(present is null ? "不填" : $"是 {present}")}：该县已存在，此处不修改其名称")));
        return true;
    }

    private async Task<Report?> ReportAsync(County county, CancellationToken cancellation)
    {
        var report = await context.Set<Report>().Include(one => one.County)
            .FirstOrDefaultAsync(one => one.Sha256 == text.Sha256, cancellation);
        if (report is not null && report.CountyId != county.Id)
        {
            result.Refuse(null, "county", stated.County, new("CONSISTENT", new(
                $"must be {report.County.Code}: its report {report.Code} has this text",
                $"必须是 {report.County.Code}：其报告 {report.Code} 即为此文本")));
            return null;
        }

        if (await CodeAsync(report, county, cancellation) is not { } code)
        {
            return null;
        }

        if (report is null)
        {
            result.ReportAdded = true;
            report = new() { Code = code, TitleZh = string.Empty, TitleEn = string.Empty, Sha256 = text.Sha256, County = county };
            context.Add(report);
        }

        (result.Report, report.TextLength) = (code, text.Length);
        Fill(report);
        return await FindPredecessorAsync(report, cancellation) ? report : null;
    }

    private async Task<string?> CodeAsync(Report? report, County county, CancellationToken cancellation)
    {
        if (stated.Code is null)
        {
            var taken = report is null ? await context.Set<Report>().Select(one => one.Code).ToHashSetAsync(cancellation) : [];
            return report?.Code ?? ReportCodes.OfReport(county.Code, taken.Contains);
        }

        var code = CodeText.Normal(stated.Code);
        if (report is null
            ? await context.Set<Report>().AnyAsync(one => one.Code == code, cancellation) : report.Code != code)
        {
            result.Refuse(null, "code", stated.Code, new("UNIQUE", report is null
                ? new("must be another code: a report with another text has this one",
                    "必须是其他编码：另一文本的报告已使用此编码")
                : new($"must be {report.Code}, the code of the report with this text",
                    $"必须是 {report.Code}，即此文本所属报告的编码")));
            return null;
        }

        return code;
    }

    private void Fill(Report report)
    {
        var first = text.Whole.Split('\n', 100).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? string.Empty;
        var (zh, isSame) = (stated.Title ?? (report.TitleZh.Length > 0 ? report.TitleZh : first), report.TitleEn == report.TitleZh);
        (report.TitleZh, report.TitleEn) = (zh, stated.TitleEn ?? (isSame ? zh : report.TitleEn));
        report.Issuer = stated.Issuer ?? report.Issuer;
        report.IssuedOn = stated.IssuedOn ?? report.IssuedOn;
        report.DocumentNumber = stated.DocumentNumber ?? report.DocumentNumber;
        report.Year = stated.Year ?? report.Year;
        report.PeriodFrom = stated.PeriodFrom ?? report.PeriodFrom;
        report.PeriodTo = stated.PeriodTo ?? report.PeriodTo;
        report.AsAt = stated.AsAt ?? report.AsAt;
        report.Succession = stated.Succession ?? report.Succession;
    }

    private async Task<bool> FindPredecessorAsync(Report report, CancellationToken cancellation)
    {
        if (stated.Predecessor is null)
        {
            return true;
        }

        var spellings = CodeText.Spellings(stated.Predecessor);
        report.Predecessor = await context.Set<Report>().FirstOrDefaultAsync(
            one => spellings.Contains(one.Code) && one.CountyId == report.County.Id && one.Id != report.Id, cancellation);
        if (report.Predecessor is null)
        {
            result.Refuse(null, "predecessor", stated.Predecessor, new("REFERENCE", new(
                $"must be the code of another report of {report.County.Code}",
                $"必须是 {report.County.Code} 另一份报告的编码")));
        }

        return report.Predecessor is not null;
    }

    private void CheckRows()
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(entry => entry.Entity is County or Report or Indicator).ToList())
        {
            foreach (var violation in RowRules.Check(entry.Entity, today))
            {
                result.Refuse(null, FieldOf(entry.Entity, violation.Field), null, new(violation.Rule, violation.Message));
            }
        }
    }

    private static string FieldOf(object row, string field) => (row, field) switch
    {
        (County, "code") => "county",
        (County, "nameZh" or "nameEn") => $"county{char.ToUpperInvariant(field[0])}{field[1..]}",
        (Report, "titleZh") => "title",
        (Indicator, _) => "indicator",
        _ => field,
    };
}
