using System.Diagnostics.Tracing;
using System.Globalization;

namespace ReformGraph.Http;

/// <summary>Logs why telemetry is not exported, which the libraries of OpenTelemetry tell only to those who listen: at most once a
/// minute, because a collector that cannot be reached fails every few seconds.</summary>
internal sealed partial class TelemetryProblems(ILogger log, TimeProvider time) : EventListener
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long last;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("OpenTelemetry-", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Warning);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        lock (gate)
        {
            if (last != 0 && time.GetElapsedTime(last) < Between)
            {
                return;
            }

            last = time.GetTimestamp();
        }

        object?[] values = [.. eventData.Payload ?? []];
        LogProblem(string.Format(CultureInfo.InvariantCulture, eventData.Message ?? eventData.EventName ?? string.Empty, values));
    }

    [LoggerMessage(LogLevel.Warning, "Telemetry is not exported, or not all of it: {Problem}")]
    private partial void LogProblem(string problem);
}
