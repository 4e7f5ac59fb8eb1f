using System.Diagnostics;
using System.Globalization;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Telemetry;

namespace ReformGraph.Engine.Execution;

/// <summary>A run of a statement while it is observed: its span, its duration, and the number of its rows.</summary>
/// <param name="metrics">Records it; null if nobody listens.</param>
/// <param name="span">Its span; null if nobody observes it.</param>
internal readonly struct ObservedStatement(EngineMetrics? metrics, Activity? span)
{
    private readonly long start = Stopwatch.GetTimestamp();

    /// <summary>Begins a run.</summary>
    public static ObservedStatement Begin(ReadStatement statement, EngineMetrics? metrics)
    {
        if (metrics is { ObservesStatements: false })
        {
            metrics = null;
        }

        var span = EngineTelemetry.Source.HasListeners() && Activity.Current is not null
            ? EngineTelemetry.Source.StartActivity(statement.Summary, ActivityKind.Client) : null;
        return metrics is null && span is null ? default : new(metrics, span);
    }

    /// <summary>Ends the run.</summary>
    /// <param name="rows">The number of rows that it returned.</param>
    /// <param name="failure">SQLite's result code, if it failed; otherwise 0.</param>
    public void End(int rows, int failure)
    {
        if (start == 0)
        {
            return;
        }

        var error = failure == 0 ? null : failure.ToString(CultureInfo.InvariantCulture);
        metrics?.RecordStatement(Stopwatch.GetElapsedTime(start), rows, error);
        if (span is not null)
        {
            span.SetTag("db.system.name", "sqlite").SetTag("db.operation.name", "SELECT").SetTag("db.query.summary", span.DisplayName)
                .SetTag("db.response.returned_rows", rows);
            if (error is not null)
            {
                span.SetTag("db.response.status_code", error).SetTag(EngineTelemetry.ErrorType, error).SetStatus(ActivityStatusCode.Error);
            }

            span.Dispose();
        }
    }
}
