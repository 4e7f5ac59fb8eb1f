using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Writes;

/// <summary>The answers that are kept under idempotency keys. They are no part of the data:
/// they have no history and raise no sequence.</summary>
internal static class StoredResponses
{
    /// <summary>What is kept under the key of a request; null where nothing is, or no longer.</summary>
    public static Task<IdempotencyKey?> FindAsync(ReformDbContext context, WriteRequest request, DateTime now)
    {
        var oldest = now - IdempotencyKey.Kept;
        return context.Set<IdempotencyKey>().AsNoTracking()
            .SingleOrDefaultAsync(kept => kept.Actor == request.Actor && kept.Key == request.IdempotencyKey && kept.CreatedAt > oldest);
    }

    /// <summary>Keeps the answer of a request, in the transaction of its change, and lets go of those that are too old.</summary>
    public static async Task KeepAsync(ReformDbContext context, WriteRequest request, WriteOutcome outcome, DateTime now)
    {
        var oldest = now - IdempotencyKey.Kept;
        await context.Set<IdempotencyKey>().Where(kept => kept.CreatedAt <= oldest).ExecuteDeleteAsync();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "IdempotencyKeys" ("Actor", "Key", "RequestHash", "AsOf", "RowId", "ChangeId", "CreatedAt")
            VALUES ({request.Actor}, {request.IdempotencyKey}, {RequestHash.Compute(request)}, {outcome.AsOf}, {outcome.RowId}, {outcome.ChangeId}, {ModelConventions.Held(now)})
            """);
    }
}
