using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>
/// Evaluates the checks over the stored figures and rows. If nothing is given for one side, a check is undecidable; rounded values agree if
/// their bounds allow it.
/// </summary>
internal static class CheckEvaluator
{
    /// <summary>
    /// Evaluates the checks whose results can depend on what a change has written, and stores what differs: those that were written, whose
    /// inputs or figures were, and those of the county whose rows they count.
    /// </summary>
    /// <returns>The checks whose results differ from before.</returns>
    /// <exception cref="InvalidRowException">A check names rows that the model does not have, or inputs that it does not
    /// accept.</exception>
    public static async Task<IReadOnlyList<ChangedCheck>> RefreshAsync(ReformDbContext context, ChangedKeys changed, DataModel dataModel,
        IReadOnlyList<WrittenRows> written, CancellationToken cancellation)
    {
        var ids = new HashSet<int>();
        if (written.Any(rows => rows.AreOf<Check>() || rows.AreOf<CheckInput>() || rows.AreOf<Figure>() || rows.AreOf<FigureInput>()
            || rows.AreOf<Report>()))
        {
            ids.UnionWith(await WrittenAsync(context, changed, cancellation));
        }

        foreach (var rows in written.GroupBy(rows => rows.Entity))
        {
            ids.UnionWith(await CountingAsync(context, changed, dataModel, rows, cancellation));
        }

        return ids.Count == 0 ? [] : await EvaluateAsync(context, dataModel, [.. ids], cancellation);
    }

    /// <summary>The checks that were written, or whose inputs, figures or reports were.</summary>
    private static async Task<List<int>> WrittenAsync(ReformDbContext context, ChangedKeys changed, CancellationToken cancellation)
    {
        var ids = await changed.ValuesAsync<Check>(nameof(Check.Id), cancellation);
        ids.AddRange(await changed.ValuesAsync<CheckInput>(nameof(CheckInput.CheckId), cancellation));
        var figures = await changed.ValuesAsync<Figure>(nameof(Figure.Id), cancellation);
        ids.AddRange(await context.Set<CheckInput>().Where(input => EF.Parameter(figures).Contains(input.FigureId))
            .Select(input => input.CheckId).ToListAsync(cancellation));
        var reports = await changed.ValuesAsync<Report>(nameof(Report.Id), cancellation);
        ids.AddRange(await context.Set<Check>().Where(check => EF.Parameter(reports).Contains(check.ReportId))
            .Select(check => check.Id).ToListAsync(cancellation));
        return ids;
    }

    /// <summary>The checks whose number of rows can differ after a write.</summary>
    private static async Task<IEnumerable<int>> CountingAsync(ReformDbContext context, ChangedKeys changed, DataModel dataModel,
        IGrouping<EntityModel, WrittenRows> written, CancellationToken cancellation)
    {
        if (CountyPath.Of(written.Key) is not { } path)
        {
            return [];
        }

        var counties = await changed.CountiesAsync(path, cancellation);
        var counting = await context.Set<Check>()
            .Where(check => check.Rows != null && EF.Parameter(counties).Contains(check.Report.CountyId))
            .Select(check => new { check.Id, Rows = check.Rows! }).ToListAsync(cancellation);
        return counting.Where(check => written.Any(rows => RowSelection.IsConcerned(check.Rows, dataModel, rows)))
            .Select(check => check.Id);
    }

    private static async Task<IReadOnlyList<ChangedCheck>> EvaluateAsync(ReformDbContext context, DataModel dataModel, List<int> ids,
        CancellationToken cancellation)
    {
        var checks = await context.Set<Check>().Where(check => EF.Parameter(ids).Contains(check.Id)).Include(check => check.Report)
            .Include(check => check.Inputs).ThenInclude(input => input.Figure).ToListAsync(cancellation);
        var changes = new List<ChangedCheck>();
        foreach (var check in checks)
        {
            var before = CheckResult.Of(check);
            CheckResults.Set(check, check.Rows is { } rows
                ? await Selection(check, rows, dataModel).MeasureAsync(context, check.Report.CountyId, cancellation) : null);
            if (CheckResult.Of(check) is { } after && after != before)
            {
                changes.Add(new(check.Code, before, after));
            }
        }

        await context.SaveChangesAsync(cancellation);
        return changes;
    }

    private static RowSelection Selection(Check check, string rows, DataModel dataModel)
    {
        try
        {
            return RowSelection.Parse(rows, dataModel);
        }
        catch (BilingualException cause)
        {
            throw new InvalidRowException(check, nameof(Check.Rows), cause.Text);
        }
    }
}
