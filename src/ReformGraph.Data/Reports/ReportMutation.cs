using System.Globalization;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.Import;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Reports;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Reports;

/// <summary>Adds a report that a mutation sends, in a change that has begun.</summary>
internal static class ReportMutation
{
    private const string Text = "text", Figures = "figures", Checks = "checks";

    /// <summary>Adds it.</summary>
    /// <returns>The id of the report, and what is wrong; if anything is, nothing is saved.</returns>
    public static async Task<(int? Row, IReadOnlyList<WriteError> Errors)> RunAsync(ReformDbContext context, DataModel dataModel,
        AddReportText report, DateOnly today, WriteScope? scope)
    {
        var result = new ReportLoading { DryRun = false };
        var rows = new ReportRows([.. (report.Figures ?? []).Select((row, place) => row with { Place = place })],
            [.. (report.Checks ?? []).Select((row, place) => row with { Place = place })]);
        try
        {
            var added =
                await ReportLoad.RunAsync(context, dataModel, report, ReportContent.Of(report.Text), rows, result, today, scope, default);
            return (added?.Id, [.. result.RefusedCells.Listed.Select(cell => Error(Figures, cell)),
                .. result.RefusedChecks.Listed.Select(cell => Error(Checks, cell))]);
        }
        catch (TableException unusable)
        {
            return (null, [new InvalidInput($"{Text} must be {unusable.Expected.En}.", [Mutation.Input, Text], "TEXT")]);
        }
    }

    private static InvalidInput Error(string list, RejectedCell cell) => new(
        $"{cell.Column} {cell.Message.En}.",
        cell.Row is { } place
            ? [Mutation.Input, list, place.ToString(CultureInfo.InvariantCulture), cell.Column] : [Mutation.Input, cell.Column],
        cell.Rule);
}
