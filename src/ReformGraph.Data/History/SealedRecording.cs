using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Ledger;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.History;

/// <summary>A change in progress, which is sealed with its rows and becomes a leaf of the log.</summary>
internal sealed class SealedRecording : ChangeRecording
{
    private readonly ReformDbContext context;

    private SealedRecording(ReformDbContext context, ChangeNote note, long sequence)
        : base(context, note, sequence) => this.context = context;

    /// <summary>Begins a change.</summary>
    /// <param name="context">A context in a transaction, without a change in progress.</param>
    /// <param name="note">What to record about it.</param>
    /// <param name="cancellation">Cancels it.</param>
    public static async Task<SealedRecording> BeginAsync(ReformDbContext context, ChangeNote note,
        CancellationToken cancellation = default) =>
        new(context, note with { Salt = note.Salt ?? RandomNumberGenerator.GetBytes(Digest.Length) },
            await RaiseSequenceAsync(context, cancellation));

    /// <summary>Adds a closed change to the log and commits its transaction.</summary>
    public async Task StoreAsync(IDbContextTransaction transaction, ChangeClock clock)
    {
        try
        {
            var change = await EndAsync(clock.Publish());
            await transaction.CommitAsync();
            if (change is not null)
            {
                context.Stored?.Invoke(change);
            }
        }
        finally
        {
            clock.Published();
        }
    }

    protected override (int Count, string Root) RowsOf(long sequence)
    {
        if (context.Seal is { } seal)
        {
            return seal.RowsOf(sequence);
        }

        using var own = new ChangeSeal(Connection, context.Model);
        return own.RowsOf(sequence);
    }

    protected override void Seal(Change change) => ChangeSeal.Close(change);
}
