using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Engine.Writing;
using ReformGraph.Http;
using ReformGraph.Logging;
using ReformGraph.Scans;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>Serves the API until it is stopped.</summary>
internal static partial class ServeCommand
{
    /// <exception cref="StartupException">The address is in use, or the application cannot be composed.</exception>
    public static async Task<int> RunAsync(ReformGraphOptions options, CancellationToken cancellation)
    {
        NativeMemory.LimitArenas();
        using var log = ServerLog.Open();
        using var loggers = ServerLog.Loggers(log, options.Logging.LogLevel);
        var server = loggers.CreateLogger(ServerLog.ServerName);
        var database = await DatabaseCreator.OpenAsync(options.Database.File, options.Seeding.Source, options.Database.MustExist,
            begins => LogProgress(server, begins), cancellation);
        await using (var context = DatabaseFile.ContextOf(options.Database.File))
        {
            await Exposure.RefuseUnguardedAsync(options, context, cancellation);
        }

        using var access = WriteAccess.Acquire(options.Database.File);
        TellOfLimits(options, access, server);
        await using var app = Build(options, loggers);
        _ = Task.Run(app.Services.GetRequiredService<QueryEngine>().WarmUp, cancellation);
        await StartAsync(app, options.Addresses, cancellation);
        var address = $"{app.Urls.First().TrimEnd('/')}{GraphQLEndpoint.Path}";
        Announce(address, database, options.Metrics.Url is null ? null : app.Urls.Last() + TelemetryExport.Path);
        LogStart(server, ResponseStamp.Version, address, Path.GetFullPath(database.Path),
            database.Made is not null ? "created" : database.Upgraded is not null ? "upgraded" : "found", Setting.Changed(options));
        TellOfScans(options.Database.File, server);
        app.Lifetime.ApplicationStopping.Register(() =>
        {
            Console.WriteLine(
                $"Stopping: requests in progress have {English.Count((long)options.ShutdownTimeout.TotalSeconds, "second")} to end");
            LogStopping(server, (long)options.ShutdownTimeout.TotalSeconds);
        });
        await app.WaitForShutdownAsync(cancellation);
        Console.WriteLine("Stopped");
        LogStopped(server);
        return 0;
    }

    /// <summary>Listens on one of the addresses for a moment.</summary>
    /// <exception cref="StartupException">The address cannot be listened on.</exception>
    public static async Task TryToListenAsync(ReformGraphOptions options, Uri address, CancellationToken cancellation)
    {
        await using var app = Listener(options, [address], NullLogger.Instance).Build();
        await StartAsync(app, [address], cancellation);
        await app.StopAsync(cancellation);
    }

    /// <summary>The application, ready to start.</summary>
    public static WebApplication Build(ReformGraphOptions options, ILoggerFactory loggers)
    {
        var builder = Listener(options, options.Addresses, loggers.CreateLogger(ServerLog.ServerName));
        builder.Services.AddSingleton(loggers);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        if (TelemetryExport.Start(options, loggers) is { } telemetry)
        {
            builder.Services.AddSingleton(_ => telemetry); // it ends with the application
        }

        builder.Services.AddReformGraph(options);
        return builder.Build().MapReformGraph();
    }

    private static WebApplicationBuilder Listener(ReformGraphOptions options, IEnumerable<Uri> addresses, ILogger log)
    {
        // An empty builder reads only our settings: neither ASPNETCORE_URLS nor an appsettings.json changes what is served.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var certificate = options.Tls.CertificateFile is null ? null : new ServerCertificate(options.Tls, TimeProvider.System, log);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = options.RequestLimits.Connections;
            kestrel.Limits.MaxRequestBodySize = null; // RequestJson counts
            kestrel.Limits.MaxRequestLineSize = RequestParameters.LongestRequestLine;
            kestrel.Limits.KeepAliveTimeout = kestrel.Limits.RequestHeadersTimeout = 2 * options.RequestLimits.ClientGrace;
            kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate =
                new MinDataRate(options.RequestLimits.ClientBytesPerSecond, options.RequestLimits.ClientGrace);
            kestrel.ConfigureEndpointDefaults(
                listen => listen.Use(next => connection => ClientPace.WatchAsync(connection, next, options.RequestLimits)));
            foreach (var address in addresses)
            {
                Listen(kestrel, address, certificate);
            }
        });
        return builder;
    }

    private static void Listen(KestrelServerOptions kestrel, Uri address, ServerCertificate? certificate)
    {
        if (address.Host == "localhost")
        {
            kestrel.ListenLocalhost(address.Port, Encrypt);
        }
        else
        {
            kestrel.Listen(IPAddress.Parse(address.IdnHost), address.Port, Encrypt);
        }

        void Encrypt(ListenOptions listen)
        {
            if (address.Scheme == Uri.UriSchemeHttps)
            {
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    OnConnection = _ => new(new SslServerAuthenticationOptions { ServerCertificateContext = certificate!.Current }),
                });
            }
        }
    }

    private static async Task StartAsync(WebApplication app, IEnumerable<Uri> addresses, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or FormatException
            or System.Net.Sockets.SocketException)
        {
            throw new StartupException(
                $"The server cannot listen on {string.Join(" and ", addresses.Select(address => address.OriginalString))}: " +
                $"{(failure.InnerException?.Message ?? failure.Message).TrimEnd('.')}. Choose another address with --Url, or for metrics " +
                "with --Metrics:Url.");
        }
    }

    private static void Announce(string address, OpenedDatabase database, string? metrics)
    {
        Console.WriteLine($"Listening on {address}");
        Console.WriteLine($"Data in {Path.GetFullPath(database.Path)}");
        if (database.Made is { } made)
        {
            Console.WriteLine(made);
        }

        if (metrics is not null)
        {
            Console.WriteLine($"Metrics at {metrics}");
        }

        Console.WriteLine(database switch
        {
            { Upgraded: { } audited } =>
                $"Upgraded from an earlier version; {English.Count(audited.Changes, "change")} and " +
                $"{English.Count(audited.Versions, "row version")} match what was recorded",
            { Seeded: [] } => "Seeded nothing: the database already existed",
            _ => "Seeded " + string.Join(", ", database.Seeded.Select(file => $"{file.Entity} {file.Rows}")),
        });
    }

    private static void TellOfLimits(ReformGraphOptions options, WriteAccess access, ILogger server)
    {
        if (access.Obstacle is { } obstacle)
        {
            LogProblem(server, $"{obstacle} Until then, the server rejects mutations and continues to answer queries.");
        }

        if (Exposure.Unanswered(options) is { } unanswered)
        {
            LogProblem(server, unanswered);
        }
    }

    private static void TellOfScans(string database, ILogger server)
    {
        try
        {
            if (ScansCommand.Hint(ScanFile.Read(ScanFile.PathOf(database))) is { } hint)
            {
                Console.WriteLine(hint);
            }
        }
        catch (StartupException damaged)
        {
            LogProblem(server, damaged.Message); // this does not prevent serving
        }
    }

    [LoggerMessage(LogLevel.Information, "{Progress}")]
    private static partial void LogProgress(ILogger log, string progress);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void LogProblem(ILogger log, string problem);

    [LoggerMessage(LogLevel.Information,
        "ReformGraph {Version} listens on {Address}; the database {Database} was {Origin}; settings: {Settings}")]
    private static partial void LogStart(ILogger log, string version, string address, string database, string origin,
        IEnumerable<string> settings);

    [LoggerMessage(LogLevel.Information, "The server stops; requests in progress have {Seconds} s to end")]
    private static partial void LogStopping(ILogger log, long seconds);

    [LoggerMessage(LogLevel.Information, "The server has stopped")]
    private static partial void LogStopped(ILogger log);
}
