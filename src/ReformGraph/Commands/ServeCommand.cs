using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine;
using ReformGraph.Http;
using ReformGraph.Scans;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>Serves the API until it is stopped.</summary>
internal static class ServeCommand
{
    /// <exception cref="StartupException">The address is in use, or the application cannot be composed.</exception>
    public static async Task<int> RunAsync(ReformGraphOptions options, CancellationToken cancellation)
    {
        NativeMemory.LimitArenas();
        var database =
            await DatabaseCreator.OpenAsync(options.Database.File, options.Seeding.Source, options.Database.MustExist, cancellation);
        await using (var context = DatabaseFile.ContextOf(options.Database.File))
        {
            await Exposure.RefuseUnguardedAsync(options, context, cancellation);
        }

        using var access = WriteAccess.Acquire(options.Database.File);
        if (access.Obstacle is { } obstacle)
        {
            await Console.Error.WriteLineAsync($"{obstacle} Until then, the server rejects mutations and continues to answer queries.");
        }

        await using var app = Build(options);
        _ = Task.Run(app.Services.GetRequiredService<QueryEngine>().WarmUp, cancellation);
        await StartAsync(app, options, cancellation);
        Console.WriteLine($"Listening on {app.Urls.First().TrimEnd('/')}{GraphQLEndpoint.Path}");
        Console.WriteLine($"Data in {Path.GetFullPath(database.Path)}");
        if (database.Made is { } made)
        {
            Console.WriteLine(made);
        }

        Console.WriteLine(database switch
        {
            { Upgraded: { } audited } =>
                $"Upgraded from an earlier version; {English.Count(audited.Changes, "change")} and " +
                $"{English.Count(audited.Versions, "row version")} match what was recorded",
            { Seeded: [] } => "Seeded nothing: the database already existed",
            _ => "Seeded " + string.Join(", ", database.Seeded.Select(file => $"{file.Entity} {file.Rows}")),
        });
        TellOfScans(options.Database.File);
        app.Lifetime.ApplicationStopping.Register(() => Console.WriteLine(
            $"Stopping: requests in progress have {English.Count((long)options.ShutdownTimeout.TotalSeconds, "second")} to end"));
        await app.WaitForShutdownAsync(cancellation);
        Console.WriteLine("Stopped");
        return 0;
    }

    /// <summary>The application, ready to start.</summary>
    public static WebApplication Build(ReformGraphOptions options)
    {
        // An empty builder reads only our settings: neither ASPNETCORE_URLS nor an appsettings.json changes what is served.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // RequestJson counts
            kestrel.Limits.MaxRequestLineSize = RequestParameters.LongestRequestLine;
            kestrel.Limits.KeepAliveTimeout = kestrel.Limits.RequestHeadersTimeout = 2 * options.RequestLimits.ClientGrace;
            kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate =
                new MinDataRate(options.RequestLimits.ClientBytesPerSecond, options.RequestLimits.ClientGrace);
            kestrel.ConfigureEndpointDefaults(
                listen => listen.Use(next => connection => ClientPace.WatchAsync(connection, next, options.RequestLimits)));
        });
        AddLog(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        builder.Services.AddReformGraph(options);
        return builder.Build().MapReformGraph();
    }

    private static async Task StartAsync(WebApplication app, ReformGraphOptions options, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception failure) when (failure is IOException or InvalidOperationException or FormatException
            or System.Net.Sockets.SocketException)
        {
            throw new StartupException(
                $"The server cannot listen on {options.Url}: {(failure.InnerException?.Message ?? failure.Message).TrimEnd('.')}. Choose " +
                "another address with --Url.");
        }
    }

    private static void TellOfScans(string database)
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
            Console.Error.WriteLine(damaged.Message); // this does not prevent serving
        }
    }

    private static void AddLog(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        // The program itself reports a failure to start in one line.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);

        // It logs nothing useful about a request, but with a logger it would create a scope and an activity for each.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }
}
