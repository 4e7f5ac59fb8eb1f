using System.Diagnostics;

namespace ReformGraph.Engine.Telemetry;

/// <summary>The engine's spans and metrics, by the semantic conventions of OpenTelemetry. None of them contains a value of a request or
/// of a row.</summary>
public static class EngineTelemetry
{
    /// <summary>The name of the source of its spans, and of the meter of its metrics.</summary>
    public const string Name = "ReformGraph.Engine";

    /// <summary>Why an operation or a statement failed: the attribute of spans and metrics.</summary>
    internal const string ErrorType = "error.type";

    /// <summary>Its version.</summary>
    internal static string Version { get; } = typeof(EngineTelemetry).Assembly.GetName().Version!.ToString(3);

    /// <summary>The source of its spans.</summary>
    internal static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>Begins the span of a stage, within that of the request; null if nobody observes it. A stage whose result is cached has
    /// none.</summary>
    internal static Activity? Stage(string name) =>
        Source.HasListeners() && Activity.Current is not null ? Source.StartActivity(name) : null;
}
