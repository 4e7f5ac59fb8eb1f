using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Engine;

/// <summary>
/// A writer for applications that need no other: it writes one change after another, each in a transaction of its own. Rows must satisfy
/// the <see cref="ValidationAttribute"/>s of their members. It stores no idempotency keys, and rejects a request that has one.
/// </summary>
/// <param name="contexts">Creates contexts that write, each with the <see cref="RecordingInterceptor"/>.</param>
/// <param name="clock">The clock that the engine also uses.</param>
/// <param name="allows">Whether a role may write; without it, every role may.</param>
public sealed class SerialRowWriter(Func<DbContext> contexts, ChangeClock clock, Func<string, bool>? allows = null) : RowWriter, IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <inheritdoc/>
    public override bool Allows(string role) => allows?.Invoke(role) != false;

    /// <inheritdoc/>
    public override void Require(string role)
    {
        if (!Allows(role))
        {
            throw new RequestErrorException(new RequestError(ErrorCodes.Forbidden, $"The role {role} may not change data."));
        }
    }

    /// <inheritdoc/>
    public override async Task<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return await StoreAsync(request);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Releases what it waits with. No request may be in progress.</summary>
    public void Dispose() => turn.Dispose();

    private async Task<WriteOutcome> StoreAsync(WriteRequest request)
    {
        await using var context = contexts();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var recording = await ChangeRecording.BeginAsync(context, ChangeNote.Create(request.Actor, request.Note));
        try
        {
            return await StoreAsync(request, context, transaction, recording);
        }
        finally
        {
            recording.Abandon(); // a pooled context is reused
        }
    }

    private async Task<WriteOutcome> StoreAsync(WriteRequest request, DbContext context, IDbContextTransaction transaction,
        ChangeRecording recording)
    {
        var changes = new RowChanges(context, Violations);
        Versioned? last = null;
        foreach (var write in request.Rows)
        {
            last = await changes.WriteAsync(write);
        }

        List<WriteError> errors = [.. OfRequest(request), .. changes.Errors];
        if (errors.Count > 0 || !recording.Close())
        {
            return new(recording.Sequence - 1, null, null, errors);
        }

        try
        {
            await recording.EndAsync(clock.Publish());
            await transaction.CommitAsync();
        }
        finally
        {
            clock.Published();
        }

        return new(recording.Sequence, last is not null && request.Rows is [var only]
            ? RowChanges.IdOf(only.Entity, last) : null, recording.Sequence, []);
    }

    private static IEnumerable<InvalidInput> OfRequest(WriteRequest request)
    {
        if (request.IdempotencyKey is not null)
        {
            yield return new("This server does not support idempotencyKey: leave it out.", [Mutation.Input, Mutation.IdempotencyKey],
                "NOT_SUPPORTED");
        }

        if (request.Own is not null)
        {
            yield return new($"This server does not support {request.Name}.", [Mutation.Input], "NOT_SUPPORTED");
        }
    }

    private static IEnumerable<RuleViolation> Violations(Versioned row) =>
        from member in row.GetType().GetProperties()
        from rule in member.GetCustomAttributes<ValidationAttribute>()
        let result = rule.GetValidationResult(member.GetValue(row),
            new ValidationContext(row) { MemberName = member.Name, DisplayName = SchemaNames.CamelCase(member.Name) })
        where result is not null
        select new RuleViolation(SchemaNames.CamelCase(member.Name),
            SchemaNames.UpperSnake(rule.GetType().Name.Replace(nameof(Attribute), "", StringComparison.Ordinal)),
            $"is not valid: {result.ErrorMessage?.TrimEnd('.')}", IsOfSeveral: false);
}
