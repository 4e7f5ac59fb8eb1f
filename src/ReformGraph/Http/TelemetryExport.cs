using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Writes;
using ReformGraph.Engine.Telemetry;
using ReformGraph.Engine.Writing;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Exports traces and metrics by OpenTelemetry: by OTLP to where its environment variables say, and metrics also to Prometheus at an
/// address of their own. The only class that uses the SDK, which is loaded only for it. No span contains a value of a request.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    public const string Path = "/metrics";

    private static readonly string[] meters =
        [ServerMetrics.Name, WriteTelemetry.Name, EngineTelemetry.Name, "Microsoft.AspNetCore.Hosting",
            "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly OpenTelemetrySdk sdk;
    private readonly TelemetryProblems problems;
    private readonly Uri? metricsUrl;
    private int metricsPort = -1;

    private TelemetryExport(string? url, OpenTelemetryVariables variables, ILogger log)
    {
        problems = new TelemetryProblems(log, TimeProvider.System);
        metricsUrl = url is null ? null : new Uri(url);
        sdk = OpenTelemetrySdk.Create(telemetry =>
        {
            telemetry.ConfigureResource(Describe);
            if (variables.Traces)
            {
                telemetry.WithTracing(Trace);
            }

            if (variables.Metrics || url is not null)
            {
                telemetry.WithMetrics(metrics => Measure(metrics, isServed: url is not null, isSent: variables.Metrics));
            }
        });
    }

    /// <summary>Begins to export; null if nothing is to be exported.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="loggers">Log what cannot be exported.</param>
    /// <exception cref="StartupException">A variable of the environment is wrong.</exception>
    public static TelemetryExport? Start(ReformGraphOptions options, ILoggerFactory loggers)
    {
        var variables = OpenTelemetryVariables.Read(Environment.GetEnvironmentVariable);
        return variables.Disabled && options.Metrics.Url is not null
            ? throw new StartupException("The environment variable OTEL_SDK_DISABLED is true; do not set Metrics:Url, or set it to false.")
            : variables is { Traces: false, Metrics: false } && options.Metrics.Url is null ? null
            : new TelemetryExport(options.Metrics.Url, variables, loggers.CreateLogger("Telemetry"));
    }

    /// <summary>Serves the metrics to Prometheus, at their address only: to everyone on this machine or, if others can reach it, to every
    /// sender that the server knows.</summary>
    public void MapMetrics(WebApplication app)
    {
        if (metricsUrl is null)
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() => metricsPort = new Uri(app.Urls.Last()).Port);
        app.MapWhen(IsOfMetrics, metrics =>
        {
            metrics.UseMiddleware<ErrorMiddleware>().UseMiddleware<HostMiddleware>();
            if (!metricsUrl.IsLoopback)
            {
                metrics.UseMiddleware<AccessMiddleware>();
            }

            metrics.UseOpenTelemetryPrometheusScrapingEndpoint(sdk.MeterProvider, null, Path, served => served.Use(ReadOnlyAsync), null);
            metrics.Run(_ => throw RequestErrors.Create(ServerErrorCodes.PathNotFound,
                $"Only {Path} is served at this address (Metrics:Url)."));
        });
    }

    public void Dispose()
    {
        sdk.Dispose(); // sends what it has
        problems.Dispose();
    }

    private static Task ReadOnlyAsync(HttpContext context, RequestDelegate next)
    {
        RequestErrors.UnlessRead(context.Request);
        context.Features.Get<IHttpMetricsTagsFeature>()?.MetricsDisabled = true; // it does not count itself
        return next(context);
    }

    // The variables of the environment take precedence.
    private static void Describe(ResourceBuilder resource) =>
        resource.AddService("reformgraph", serviceVersion: ResponseStamp.Version).AddEnvironmentVariableDetector();

    private static void Measure(MeterProviderBuilder metrics, bool isServed, bool isSent)
    {
        metrics.AddMeter(meters);
        if (isServed)
        {
            metrics.AddPrometheusExporter();
        }

        if (isSent)
        {
            metrics.AddOtlpExporter();
        }
    }

    private void Trace(TracerProviderBuilder traces) => traces
        .AddSource(EngineTelemetry.Name, WriteTelemetry.Name)
        .AddAspNetCoreInstrumentation(http =>
        {
            http.Filter = context => !Health.Serves(context.Request) && !IsOfMetrics(context);
            http.EnrichWithHttpRequest = HideValues;
        })
        .AddOtlpExporter();

    // A path of OData can contain values, and so can a query string.
    private static void HideValues(Activity span, HttpRequest request) =>
        span.SetTag("url.path", RequestLog.PathOf(request)).SetTag("url.query", null);

    private bool IsOfMetrics(HttpContext context) => context.Connection.LocalPort == metricsPort;
}
