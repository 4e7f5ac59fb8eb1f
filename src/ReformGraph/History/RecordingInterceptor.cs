using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ReformGraph.History;

/// <summary>Sees to it that rows are written within a <see cref="Recording"/>, which gives them their versions.</summary>
internal sealed class RecordingInterceptor : SaveChangesInterceptor
{
    public static RecordingInterceptor Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Prepare(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Prepare(eventData.Context!);
        return new(result);
    }

    private static void Prepare(DbContext context)
    {
        var recording = ((ReformDbContext)context).Recording ?? throw new InvalidOperationException("Rows are written within a recording only.");
        recording.Prepare(context.ChangeTracker);
    }
}
