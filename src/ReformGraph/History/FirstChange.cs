using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.History;

/// <summary>The change that records rows which are there already: with it the history of a database begins.</summary>
internal static class FirstChange
{
    /// <summary>
    /// Records what a database of an earlier version holds; one that has a change or nothing is left as it is. It counts as another
    /// database from then on, as its sequence begins anew.
    /// </summary>
    public static async Task RecordWhatWasThereAsync(ReformDbContext context, CancellationToken cancellation)
    {
        if (await context.Set<DataState>().AnyAsync(cancellation) && !await context.Set<Change>().AnyAsync(cancellation))
        {
            await context.Set<DataState>().ExecuteDeleteAsync(cancellation);
            await RecordAsync(context, new ChangeNote(ChangeNote.Local, ChangeKind.Seed, "The history begins with the rows as they were then."), DateTime.UtcNow, cancellation);
        }
    }

    /// <summary>Records all rows, in a database without a change.</summary>
    public static async Task RecordAsync(ReformDbContext context, ChangeNote note, DateTime at, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var recording = await SealedRecording.BeginAsync(context, note, cancellation);
        await recording.RecordPresentRowsAsync(cancellation);
        await recording.EndAsync(at, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
