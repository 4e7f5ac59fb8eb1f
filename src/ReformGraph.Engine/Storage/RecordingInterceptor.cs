using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReformGraph.Engine.Storage;

/// <summary>Ensures that rows are written within a <see cref="ChangeRecording"/>, which assigns their versions. Every context that writes
/// must have it.</summary>
public sealed class RecordingInterceptor : SaveChangesInterceptor
{
    /// <summary>The only instance: it has no state.</summary>
    public static RecordingInterceptor Instance { get; } = new();

    /// <inheritdoc/>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Prepare(eventData.Context!);
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Prepare(eventData.Context!);
        return new(result);
    }

    private static void Prepare(DbContext context)
    {
        var recording = ChangeRecording.Find(context) ?? throw new InvalidOperationException("Rows must be written within a recording.");
        recording.Prepare(context.ChangeTracker);
    }
}
