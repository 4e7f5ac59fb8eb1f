using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>A payload that is ready to be read and written.</summary>
/// <param name="Field">The mutation.</param>
/// <param name="Rows">What is read if the write was stored.</param>
/// <param name="Errors">What is read for errors.</param>
/// <param name="Form">Its serializer.</param>
internal sealed record CompiledPayload(MutationField Field, CompiledPlan Rows, IReadOnlyDictionary<ErrorPlan, CompiledPlan> Errors,
    PayloadSerializer Form)
{
    /// <summary>Everything that can be read.</summary>
    public IEnumerable<CompiledPlan> Plans => Errors.Values.Prepend(Rows);

    /// <summary>Compiles what is read for a mutation.</summary>
    public static CompiledPayload Compile(MutationField field, DbContext context, PastContext past,
        IReadOnlyDictionary<Type, FieldLookup> lookups) => new(
        field,
        StatementCompiler.Compile(field.Payload.Rows, context, past),
        field.Payload.Outputs.OfType<PayloadErrors>().SelectMany(errors => errors.Types.Values)
            .ToDictionary(plan => plan, plan => StatementCompiler.Compile(plan.Rows, context, past)),
        new PayloadSerializer(field, lookups));

    /// <summary>What is read for errors, with its number.</summary>
    public IEnumerable<(ErrorPlan Plan, CompiledPlan Rows, int Number, int RowId)> RowsOf(IReadOnlyList<WriteError> errors) =>
        from error in errors.Index()
        where error.Item is VersionConflict
        from output in Field.Payload.Outputs.OfType<PayloadErrors>()
        let plan = output.Types[Mutation.TypeOf(error.Item)]
        where plan.Rows.Roots.Count > 0
        select (plan, Errors[plan], error.Index, ((VersionConflict)error.Item).RowId);
}

/// <summary>A root field of a mutation operation: a mutation, or the name of the mutation type.</summary>
internal sealed record MutationStep(CompiledPayload? Payload, string? TypeName);

/// <summary>A mutation that passed every check.</summary>
/// <param name="Payload">Its payload.</param>
/// <param name="Request">The write that it requests.</param>
/// <param name="Values">The values of the plan parameters of its reads, as bound.</param>
internal sealed record PreparedMutation(CompiledPayload Payload, WriteRequest Request, IReadOnlyDictionary<CompiledPlan, object?[]> Values);

/// <summary>The root fields of a mutation operation.</summary>
/// <param name="Steps">Their serializers.</param>
/// <param name="Mutations">The mutations by the number of their field; null for <c>__typename</c>.</param>
/// <param name="Cost">The cost of the operation.</param>
internal sealed record PreparedMutations(Members<MutationStep> Steps, IReadOnlyList<PreparedMutation?> Mutations, OperationCost Cost);

/// <summary>
/// Executes the mutations of one request, in order. Each is stored before the next begins, and its payload is read as of its own change. A
/// mutation without a payload, because the storage failed, ends the request; the error lists the mutations that were stored before.
/// </summary>
internal sealed class MutationExecutor(RowWriter writer, ReadOnlyDatabase database, ResponseLimit limit, EngineOptions options)
{
    /// <summary>Executes them and writes the response, with its extensions if it has any.</summary>
    /// <exception cref="RequestErrorException">The storage failed.</exception>
    public async Task RunAsync(PreparedQuery query, JsonText json, byte[]? extensions, CancellationToken cancellation)
    {
        await RefuseTooLargeAsync(query, cancellation);
        var errors = new FieldErrors(options.Limits.Errors);
        var stored = new List<string>();
        using var held = new RowBufferSize(limit.Gathered);
        json.Raw("{\"data\":"u8);
        foreach (var ((lead, step), mutation) in query.Mutations!.Steps.All.Zip(query.Mutations.Mutations))
        {
            json.Raw(lead);
            if (mutation is null)
            {
                json.Text(step.TypeName!);
                continue;
            }

            var outcome = await WriteAsync(mutation, stored, cancellation);
            if (outcome.ChangeId is not null)
            {
                stored.Add(mutation.Payload.Field.Key);
            }

            using var result = await ReadAsync(query, mutation, outcome, errors, cancellation);
            using var stage = EngineTelemetry.Stage("serialize");
            await WritePayloadAsync(json, mutation.Payload.Form, result, held);
        }

        json.Raw(query.Mutations.Steps.End);
        query.Request.Observed?.Note(errors);
        WriteEnd(json, errors, extensions);
    }

    private static void WriteEnd(JsonText json, FieldErrors errors, byte[]? extensions)
    {
        if (errors.Any)
        {
            json.Raw(",\"errors\":"u8);
            json.Raw(ErrorListWriter.ToJson(errors.All));
        }

        if (extensions is not null)
        {
            json.Raw(",\"extensions\":"u8);
            json.Raw(extensions);
        }

        json.Raw('}');
    }

    // Before anything is written, because an oversized payload cannot undo what is stored.
    private async Task RefuseTooLargeAsync(PreparedQuery query, CancellationToken cancellation)
    {
        var plans = query.Mutations!.Mutations.OfType<PreparedMutation>()
            .SelectMany(mutation => mutation.Payload.Plans.Select(plan => (plan.Plan, mutation.Values[plan]))).ToList();
        if (limit.IsBounded(plans, isHeld: true))
        {
            return;
        }

        using var transaction = await database.BeginAsync(cancellation, sender: query.Request.Actor);
        limit.Check(plans, transaction, transaction.StateTag, isHeld: true);
        transaction.Complete();
    }

    // Texts can be longer than usual.
    private async ValueTask WritePayloadAsync(JsonText json, PayloadSerializer form, PayloadResult result, RowBufferSize held)
    {
        var start = json.Length;
        try
        {
            await form.WriteAsync(new ResponseFlow(json, RefuseTooLong), result);
            held.AddBytes(json.Length - start);
        }
        catch (RequestErrorException refused)
        {
            json.Cut(start);
            result.Fail(refused.Errors[0]);
            await form.WriteAsync(new ResponseFlow(json, null), result);
        }

        ValueTask RefuseTooLong() => json.Length <= options.GatheredBytes / 2
            ? ValueTask.CompletedTask
            : throw RowBufferSize.Refusal("bytes", options.GatheredBytes / 2, $"half of {nameof(options.GatheredBytes)}");
    }

    private async Task<WriteOutcome> WriteAsync(PreparedMutation mutation, List<string> stored, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var stage = EngineTelemetry.Stage("write");
        try
        {
            return await writer.WriteAsync(mutation.Request, cancellation);
        }
        catch (RequestErrorException refused)
        {
            throw new RequestErrorException([.. refused.Errors.Select(error => error with
            {
                Path = [mutation.Payload.Field.Key],
                Details = new Dictionary<string, object>(error.Details ?? new Dictionary<string, object>()) { ["stored"] = stored },
            })]);
        }
    }

    // A payload that cannot be read is null with an error: this does not undo what is stored.
    private async Task<PayloadResult> ReadAsync(PreparedQuery query, PreparedMutation mutation, WriteOutcome outcome, FieldErrors errors,
        CancellationToken cancellation)
    {
        var result = new PayloadResult(outcome, errors);
        var ofErrors = mutation.Payload.RowsOf(outcome.Errors).ToList();
        if (ofErrors.Count == 0 && (outcome.Errors.Count > 0 || mutation.Payload.Rows.Roots.Count == 0))
        {
            return result;
        }

        using var stage = EngineTelemetry.Stage("execute");
        try
        {
            using var transaction = await database.BeginAsync(
                cancellation, query.Document, query.OperationName, query.Request.Count, query.Request.Actor);
            Gather(mutation, result, ofErrors, transaction);
            transaction.Complete();
        }
        catch (RequestErrorException refused)
        {
            var error = refused.Errors[0];
            result.Fail(error.Code != ErrorCodes.Timeout ? error : error with
            {
                Message = $"The change is stored, but reading it took longer than {options.Timeout} (Timeout).",
            });
        }

        return result;
    }

    private void Gather(PreparedMutation mutation, PayloadResult result,
        IEnumerable<(ErrorPlan Plan, CompiledPlan Rows, int Number, int RowId)> ofErrors, ReadTransaction transaction)
    {
        foreach (var (plan, rows, number, rowId) in ofErrors)
        {
            result.Add(plan, number, Gathered(rows, mutation.Values[rows], transaction, result, (plan.RowId, rowId)));
        }

        if (result.Outcome.Errors.Count == 0)
        {
            var (plan, rows) = (mutation.Payload.Field.Payload, mutation.Payload.Rows);
            result.Rows = Gathered(rows, mutation.Values[rows], transaction, result, (plan.RowId, result.Outcome.RowId ?? 0),
                (plan.ChangeId, result.Outcome.ChangeId ?? 0));
        }
    }

    private QueryExecutor Gathered(CompiledPlan compiled, object?[] bound, ReadTransaction transaction, PayloadResult result,
        params ReadOnlySpan<(PlanParameter PlanParameter, long Value)> keys)
    {
        var values = (object?[])bound.Clone(); // the reads for several errors share it
        foreach (var (planParameter, value) in keys)
        {
            values[planParameter.Number] = value;
        }

        foreach (var instant in compiled.Plan.Instants)
        {
            values[instant.PlanParameter.Number] = result.Outcome.AsOf;
        }

        return QueryExecutor.Gather(compiled, values, transaction, limit.Gathered, result.Errors);
    }
}
