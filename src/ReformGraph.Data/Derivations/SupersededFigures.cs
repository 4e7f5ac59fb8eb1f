using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Derivations;

/// <summary>Keeps up to date which figures stand, and which a later report of the county supersedes or restates.</summary>
internal static class SupersededFigures
{
    private static readonly Func<Figure, int> StatedTime = Figure.StatedTime.Compile();
    private static readonly Func<Figure, string> UnreadPeriod = Figure.UnreadPeriod.Compile();
    private static readonly Func<Report, DateOnly> Day = Report.Day.Compile(), Begins = Report.Begins.Compile();

    /// <summary>Finds them in the counties whose reports or figures were written, and saves what has changed.</summary>
    /// <exception cref="InvalidRowException">A report follows itself.</exception>
    public static async Task RefreshAsync(ReformDbContext context, ChangedKeys changed, IReadOnlyList<WrittenRows> written,
        CancellationToken cancellation)
    {
        if (!written.Any(rows => rows.AreOf<Report>() || rows.AreOf<Figure>()))
        {
            return;
        }

        var counties = (await changed.ValuesAsync<Report>(nameof(Report.CountyId), cancellation))
            .Union(await changed.ValuesAsync<Figure>(nameof(Figure.CountyId), cancellation)).ToList();
        var reports = await context.Set<Report>().Where(report => EF.Parameter(counties).Contains(report.CountyId))
            .ToDictionaryAsync(report => report.Id, cancellation);
        var chains = reports.Values.Select(report => (Report: report, Earlier: Earlier(report, reports))).OrderBy(one => one.Earlier.Count)
            .Where(one => one.Report.Succession is ReportSuccession.Supersedes or ReportSuccession.Restates).ToList();
        var concerned = chains.SelectMany(one => one.Earlier.Append(one.Report)).Select(report => report.Id).Distinct().ToList();
        var figures = await context.Set<Figure>().Where(figure => EF.Parameter(concerned).Contains(figure.ReportId)
            || (figure.SupersededById != null && EF.Parameter(counties).Contains(figure.CountyId))).ToListAsync(cancellation);
        if (figures.Count == 0)
        {
            return;
        }

        var successors = new Dictionary<Figure, Report>();
        foreach (var (report, earlier) in chains)
        {
            foreach (var figure in Replaced(report, earlier, figures))
            {
                successors.TryAdd(figure, report);
            }
        }

        figures.ForEach(figure => figure.SupersededById = successors.GetValueOrDefault(figure)?.Id);
        await context.SaveChangesAsync(cancellation);
    }

    // The reports before a report, the latest first.
    private static List<Report> Earlier(Report report, Dictionary<int, Report> reports)
    {
        var earlier = new List<Report>();
        for (var at = report; at.PredecessorId is { } id && reports.TryGetValue(id, out at);)
        {
            if (at == report)
            {
                throw new InvalidRowException(report, nameof(Report.Predecessor), new(
                    "an earlier report: this one follows the report already, directly or by others",
                    "更早的报告：该报告已直接或间接承接本报告"))
                { Rule = "CONSISTENT" };
            }

            if (earlier.Contains(at))
            {
                break; // a circle of others, which they report
            }

            earlier.Add(at);
        }

        return earlier;
    }

    private static IEnumerable<Figure> Replaced(Report report, IReadOnlyList<Report> earlier, IReadOnlyList<Figure> figures)
    {
        var own = figures.Where(figure => figure.ReportId == report.Id).ToList();
        if (report.Succession is ReportSuccession.Supersedes)
        {
            var repeated = own.Select(figure => figure.RestatesId).ToHashSet();
            return figures.Where(figure => figure.ReportId == report.PredecessorId && !repeated.Contains(figure.Id));
        }

        var stated = own.Where(figure => figure.RestatesId is null).Select(figure => KeyOf(figure, report)).ToHashSet();
        return earlier.SelectMany(one => figures.Where(figure => figure.ReportId == one.Id && stated.Contains(KeyOf(figure, one))));
    }

    // What figures of two reports have in common if they state the same.
    private static object KeyOf(Figure figure, Report report) =>
        (figure.IndicatorId, figure.Role, figure.TownshipId, figure.VillageId, StatedTime(figure), UnreadPeriod(figure),
            figure.Year is null ? Day(report) : default, figure.Year is null && figure.Role is FigureRole.Flow ? Begins(report) : default);
}
