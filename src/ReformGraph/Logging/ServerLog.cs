using ReformGraph.Settings;

namespace ReformGraph.Logging;

/// <summary>The log of a server, on the standard error stream.</summary>
internal static class ServerLog
{
    /// <summary>The category of what concerns the server as a whole.</summary>
    public const string ServerName = "Server";

    /// <summary>Begins a log: text on a terminal, and JSON otherwise.</summary>
    public static BufferedLog Open() => new(Console.OpenStandardError(), Console.IsErrorRedirected ? LineFormat.Json : LineFormat.Text,
        TimeProvider.System);

    /// <summary>Creates the loggers that write to it.</summary>
    public static ILoggerFactory Loggers(ILoggerProvider log, LogLevelOptions levels)
    {
        var filters = new LoggerFilterOptions { MinLevel = levels.Default };
        filters.AddFilter(nameof(levels.Microsoft), levels.Microsoft);
        foreach (var (category, level) in (KeyValuePair<string, LogLevel?>[])[new(nameof(levels.Requests), levels.Requests),
            new(nameof(levels.Access), levels.Access), new(nameof(levels.Changes), levels.Changes)])
        {
            filters.AddFilter(category, level ?? levels.Default);
        }

        // The program itself reports a failure to start in one line.
        filters.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        filters.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None);

        // It logs nothing useful about a request, but with a logger it would create a scope and an activity for each.
        filters.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        return new LoggerFactory([log], filters);
    }
}
