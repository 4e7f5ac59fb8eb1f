using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.History;

/// <summary>The change that records rows that already exist: with it, the history of a database begins.</summary>
internal static class FirstChange
{
    /// <summary>Records all rows in a database without changes.</summary>
    public static async Task RecordAsync(ReformDbContext context, ChangeNote note, DateTime at, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var recording = await SealedRecording.BeginAsync(context, note, cancellation);
        await recording.RecordPresentRowsAsync(cancellation);
        await recording.EndAsync(at, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
