using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ReformGraph.Data.Sqlite;
using ReformGraph.Engine;
using ReformGraph.Logging;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// <c>/health/live</c>, <c>/health/ready</c> and <c>/health/ready?for=writes</c>, for whoever starts, stops and balances servers. They need
/// no key and answer to any host name, because such programs have neither, and say nothing but whether the server works.
/// </summary>
internal static class Health
{
    /// <summary>The path that says whether the process answers requests.</summary>
    public const string Live = Root + "/live";

    /// <summary>The path that says whether queries are answered.</summary>
    public const string Ready = Root + "/ready";

    /// <summary>The status of a server that does.</summary>
    public const string Up = "UP";

    private const string Root = "/health";
    private const string Reads = "reads";
    private const string Writes = "writes";
    private const string SensitiveReads = "sensitiveReads";

    /// <summary>Registers what is checked.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, ReformGraphOptions options)
    {
        var checks = services.AddSingleton<WriteCheck>().AddHealthChecks().AddCheck<ReadCheck>(Reads).AddCheck<WriteCheck>(Writes);
        if (options.RecordSensitiveReads)
        {
            checks.AddCheck<RecordCheck>(SensitiveReads);
        }

        return services;
    }

    /// <summary>Whether a request is about it.</summary>
    public static bool Serves(HttpRequest request) => request.Path.StartsWithSegments(Root);

    /// <summary>Answers the requests for it.</summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) =>
        app.UseWhen(context => Serves(context.Request), health => health
            .UseHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync })
            .UseWhen(context => context.Request.Query["for"] == Writes, writing => writing.UseHealthChecks(Ready, new HealthCheckOptions
            {
                Predicate = check => check.Name != SensitiveReads,
                ResponseWriter = WriteAsync,
                ResultStatusCodes = { [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable },
            }))
            .UseHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync }));

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new Dictionary<string, object>(report.Entries.Select(
            check => KeyValuePair.Create<string, object>(check.Key, check.Value.Status == HealthStatus.Healthy)))
        {
            ["status"] = context.Response.StatusCode == StatusCodes.Status200OK ? Up : "DOWN",
        });

    /// <summary>Whether a query would be answered: not while the server stops, and not while the database cannot be read.</summary>
    private sealed class ReadCheck(QueryEngine engine, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return HealthCheckResult.Unhealthy();
            }

            await engine.StateTagAsync(cancellationToken); // a failure is reported as unhealthy
            return HealthCheckResult.Healthy();
        }
    }

    /// <summary>Whether sensitive fields can be read: not while their reads must be recorded and cannot be.</summary>
    private sealed class RecordCheck(ReadRecord record) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(record.IsFailing ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy());
    }

    /// <summary>Whether a mutation could be stored, as far as files and the space on their disk show it. However many ask, it is tried once
    /// a second.</summary>
    private sealed class WriteCheck(ReformGraphOptions options, TimeProvider time) : IHealthCheck
    {
        private static readonly TimeSpan BetweenTrials = TimeSpan.FromSeconds(1);

        private readonly Lock gate = new();
        private Task<bool>? trial;
        private long begun;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await Try().WaitAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();

        private Task<bool> Try()
        {
            lock (gate)
            {
                if (trial is null || (trial.IsCompleted && time.GetElapsedTime(begun) >= BetweenTrials))
                {
                    (trial, begun) = (Task.Run(() => WriteAccess.CanWrite(options.Database.File)), time.GetTimestamp());
                }

                return trial;
            }
        }
    }
}
