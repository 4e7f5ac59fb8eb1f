using ReformGraph.Data.Contexts;
using ReformGraph.Data.Extraction;
using ReformGraph.Data.History;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Reports;

/// <summary>A request to add a report from files.</summary>
/// <param name="Stated">What is stated about the report.</param>
/// <param name="Content">Its text.</param>
/// <param name="Note">What to record about the change.</param>
/// <param name="DryRun">Whether nothing should be written.</param>
/// <param name="Language">The language of its messages.</param>
internal sealed record ReportRequest(AddReport Stated, ReportContent Content, ChangeNote Note, bool DryRun, Language Language)
{
    /// <summary>What the sender may change; null for everything.</summary>
    public WriteScope? Scope { get; init; }

    /// <summary>
    /// Executes it in one transaction: everything, or nothing. A dry run does the same and rolls it back, so that both report the same.
    /// </summary>
    /// <param name="context">A context that writes, with nothing tracked.</param>
    /// <param name="read">Reads the rows of the draft.</param>
    /// <param name="clock">The source of the time of the change.</param>
    /// <param name="cancellation">Cancels it, with nothing written.</param>
    /// <exception cref="TableException">The draft is malformed; nothing is written.</exception>
    public async Task<ReportLoading> RunAsync(ReformDbContext context, Func<ReportLoading, ReportRows> read, ChangeClock clock,
        CancellationToken cancellation)
    {
        var result = new ReportLoading { DryRun = DryRun, Language = Language, ProposedChecks = new() };
        var rows = read(result);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var recording = await SealedRecording.BeginAsync(context, Note, cancellation);
        await ReportLoad.RunAsync(context, DataModel.Create(context.Model), Stated, Content, rows, result, Today.At(clock.Now),
            Scope, cancellation);
        if (result.IsAccepted && !DryRun && recording.Close())
        {
            await recording.StoreAsync(transaction, clock);
            result.Change = recording.Sequence;
        }

        return result;
    }
}
