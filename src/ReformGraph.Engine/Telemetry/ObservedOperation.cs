using System.Diagnostics;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Telemetry;

/// <summary>A GraphQL operation while it is observed: its span, which contains those of its stages, and its duration.</summary>
public sealed class ObservedOperation : IDisposable
{
    /// <summary>The attribute for the type of an operation.</summary>
    internal const string Type = "graphql.operation.type";

    private const int LongestName = 300;

    private readonly EngineMetrics metrics;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly Activity? span = EngineTelemetry.Source.StartActivity("GraphQL Operation", ActivityKind.Server);
    private string? type;
    private string? error;

    private ObservedOperation(EngineMetrics metrics) => this.metrics = metrics;

    /// <summary>Begins it; null if nobody observes.</summary>
    internal static ObservedOperation? Begin(EngineMetrics metrics) =>
        EngineTelemetry.Source.HasListeners() || metrics.ObservesOperations ? new(metrics) : null;

    /// <summary>Does the work of the operation, and takes note of why it fails.</summary>
    public async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (Notes(failure))
        {
            throw;
        }
    }

    /// <summary>Records it. Its span ends.</summary>
    public void Dispose()
    {
        metrics.RecordOperation(Stopwatch.GetElapsedTime(start), type, error);
        span?.Dispose();
    }

    /// <summary>Says which operation it is.</summary>
    /// <param name="operationType">Its type.</param>
    /// <param name="name">Its name; null if it has none.</param>
    internal void Identify(string operationType, string? name)
    {
        type = operationType;
        span?.DisplayName = operationType;
        span?.SetTag(Type, operationType);
        if (name is not null)
        {
            span?.SetTag("graphql.operation.name", name.Length > LongestName ? name[..LongestName] : name);
        }
    }

    /// <summary>Takes note of why it fails, without the message, which may contain values.</summary>
    /// <returns>False, so that a filter does not catch the failure.</returns>
    internal bool Notes(Exception failure)
    {
        Note(failure is RequestErrorException refused ? refused.Errors[0].Code.Name
            : failure is OperationCanceledException ? "CANCELLED" : failure.GetType().FullName!);
        return false;
    }

    /// <summary>Takes note of errors of single fields.</summary>
    internal void Note(FieldErrors errors)
    {
        if (errors.Any)
        {
            Note(errors.All[0].Code.Name);
        }
    }

    private void Note(string code)
    {
        error ??= code;
        span?.SetTag(EngineTelemetry.ErrorType, error);
        span?.SetStatus(ActivityStatusCode.Error);
    }
}
