using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.History;
using ReformGraph.Data.Reports;
using ReformGraph.Domain.Reports;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Writes;

/// <summary>The result of writing a request.</summary>
/// <param name="Outcome">The outcome, if the transaction is stored.</param>
/// <param name="Recording">Its change, which must still be added to the log; null if it made none.</param>
internal sealed record Written(WriteOutcome Outcome, ChangeRecording? Recording);

/// <summary>
/// Writes one request into a transaction shared with others, within a savepoint: what it rejects, and what changes nothing, leaves no
/// trace, and the next request gets its sequence number.
/// </summary>
internal sealed class ChangeWriter(ReformDbContext context, DataModel dataModel)
{
    private const string Savepoint = "request";

    /// <summary>Writes a request.</summary>
    /// <exception cref="Exception">The storage failed, or there is a bug; what was written must be rolled back with
    /// <see cref="TakeBackAsync"/>, if the storage still allows it.</exception>
    public async Task<Written> WriteAsync(WriteRequest request, IDbContextTransaction transaction, DateTime now)
    {
        var today = Today.At(now);
        var violations = NoteRules.Check(request, today).ToList();
        var hasKey = request.IdempotencyKey is not null && !violations.Exists(violation => violation.Path[1] == "idempotencyKey");
        if (hasKey && await StoredResponses.FindAsync(context, request, now) is { } kept)
        {
            return new(await AnsweredAsync(request, kept), null);
        }

        await transaction.CreateSavepointAsync(Savepoint);
        var recording = await SealedRecording.BeginAsync(context, ChangeNote.Create(request.Actor, request.Note));
        var changes = new RowChanges(context, row => RowRules.Check(row, today)
            .Select(found => new RuleViolation(found.Field, found.Rule, found.Message.En, found.IsOfSeveral)));
        var (row, refused) = request.Own is AddReportText report
            ? await ReportMutation.RunAsync(context, dataModel, report, today, request.Scope)
            : (await WriteRowsAsync(request, changes), []);
        var derives = changes.Errors.Count == 0 && request.Own is null; // a mutation of its own has derived what follows from it
        List<WriteError> errors =
            [.. violations, .. refused, .. changes.Errors, .. derives ? await DeriveAsync(request, changes) : []];
        var differs = errors.Count == 0 && recording.Close();
        if (!differs)
        {
            recording.Abandon();
            await transaction.RollbackToSavepointAsync(Savepoint);
        }

        await transaction.ReleaseSavepointAsync(Savepoint);
        var outcome = errors.Count > 0
            ? new WriteOutcome(recording.Sequence - 1, null, null, errors)
            : new WriteOutcome(differs ? recording.Sequence : recording.Sequence - 1, row, differs ? recording.Sequence : null, []);
        if (hasKey && errors.Count == 0)
        {
            await StoredResponses.KeepAsync(context, request, outcome, now);
        }

        context.ChangeTracker.Clear();
        return new(outcome, differs ? recording : null);
    }

    /// <summary>Rolls back what was written for a request that failed.</summary>
    public async Task TakeBackAsync(IDbContextTransaction transaction)
    {
        context.ChangeTracker.Clear();
        context.Recording?.Abandon();
        await transaction.RollbackToSavepointAsync(Savepoint);
        await transaction.ReleaseSavepointAsync(Savepoint);
    }

    private async Task<WriteOutcome> AnsweredAsync(WriteRequest request, IdempotencyKey kept)
    {
        if (kept.RequestHash.AsSpan().SequenceEqual(RequestHash.Compute(request)))
        {
            return new(kept.AsOf, kept.RowId, kept.ChangeId, []);
        }

        var sequence = await context.Set<DataState>().Select(state => state.Sequence).SingleAsync();
        return new(sequence, null, null,
            [new IdempotencyKeyReused("This idempotencyKey was used for a different request: give each request its own key.",
            ["input", "idempotencyKey"])]);
    }

    /// <returns>The id of the row, if one row is written and remains.</returns>
    private static async Task<int?> WriteRowsAsync(WriteRequest request, RowChanges changes)
    {
        Versioned? row = null;
        foreach (var write in request.Rows)
        {
            row = await changes.WriteAsync(write);
        }

        return row is not null && request.Rows is [var only] ? RowChanges.IdOf(only.Entity, row) : null;
    }

    private async Task<IEnumerable<WriteError>> DeriveAsync(WriteRequest request, RowChanges changes)
    {
        try
        {
            await DerivedValues.RefreshAsync(context, dataModel, [.. request.Rows.Select(write => new WrittenRows(write))],
                request.Scope);
            return [];
        }
        catch (InvalidRowException invalid)
        {
            var path = changes.WriteOf(invalid.Row)?.PathOf(invalid.Field) ?? request.Rows[0].Path;
            return [new InvalidInput(invalid.Message, path, invalid.Rule)];
        }
    }
}
