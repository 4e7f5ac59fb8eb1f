using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Writes;

/// <summary>The responses that are stored under idempotency keys. They are not part of the data: they have no history and do not increment
/// the sequence.</summary>
internal static class StoredResponses
{
    /// <summary>What is stored under the key of a request; null if there is nothing, or if it has expired.</summary>
    public static Task<IdempotencyKey?> FindAsync(ReformDbContext context, WriteRequest request, DateTime now)
    {
        var oldest = now - IdempotencyKey.Kept;
        return context.Set<IdempotencyKey>().AsNoTracking()
            .SingleOrDefaultAsync(kept => kept.Actor == request.Actor && kept.Key == request.IdempotencyKey && kept.CreatedAt > oldest);
    }

    /// <summary>Stores the response of a request, in the transaction of its change, and deletes those that are too old.</summary>
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
