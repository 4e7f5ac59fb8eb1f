using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReformGraph.Engine.Storage;
using Xunit;

namespace ReformGraph.Tests.Postgres;

/// <summary>
/// A PostgreSQL of this run's own. It is started when a test first needs it, listens on a socket in its folder and nowhere else,
/// and is deleted with the run, however the run ends.
/// </summary>
[CollectionDefinition(Name)]
public sealed class PostgresCluster : ICollectionFixture<PostgresCluster>, IDisposable
{
    public const string Name = "PostgreSQL";

    // Under a name of its own: the program would take one that begins with REFORMGRAPH_ for a setting.
    private const string Variable = "POSTGRESQL_BIN";

    private readonly Lazy<(Process Process, string Folder)> server = new(Start);
    private readonly Lazy<SeedsInBoth> seeds;
    private int databases;

    // The last day of the calendar would be stored as infinity.
    static PostgresCluster() => AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);

    public PostgresCluster() => seeds = new(() => new SeedsInBoth(this));

    /// <summary>Why nothing can be asked of PostgreSQL; null where it can.</summary>
    public static string? Missing { get; } = Binaries() is null
        ? "No PostgreSQL server is installed where it is looked for: in " +
            $"{Environment.GetEnvironmentVariable(Variable) ?? $"/usr/lib/postgresql, PATH, or the folder that {Variable} names"}."
        : null;

    /// <summary>The seeds in both databases. No test changes them.</summary>
    internal SeedsInBoth Seeds => seeds.Value;

    /// <summary>The options of a new database, which has the tables of the model and all that follows from them.</summary>
    /// <param name="open">Opens a context.</param>
    internal DbContextOptions<TContext> Create<TContext>(Func<DbContextOptions<TContext>, TContext> open)
        where TContext : DbContext
    {
        var database = $"Host={server.Value.Folder};Username=postgres;Database=d{Interlocked.Increment(ref databases)}";
        var options = new DbContextOptionsBuilder<TContext>().UseNpgsql(database).Options;
        using var context = open(options);
        DerivedSchema.CreateAsync(context).GetAwaiter().GetResult();
        return options;
    }

    public void Dispose()
    {
        if (seeds.IsValueCreated)
        {
            seeds.Value.Dispose();
        }

        if (server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            server.Value.Process.StandardInput.Close();
            server.Value.Process.WaitForExit();
            server.Value.Process.Dispose();
        }
    }

    private static (Process Process, string Folder) Start()
    {
        // PostgreSQL refuses to run as root.
        string[] asNobody = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];
        string[] command = [.. asNobody, "sh", "-c", File.ReadAllText(Script()), "cluster.sh", Binaries()!];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        return process.StandardOutput.ReadLine() is { } folder
            ? (process, folder)
            : throw new InvalidOperationException($"PostgreSQL did not start: {process.StandardError.ReadToEnd()}");
    }

    /// <summary>The folder of the server's programs: the newest version's.</summary>
    private static string? Binaries() =>
        (Environment.GetEnvironmentVariable(Variable) is { } named ? [named] : Installed().Concat(OnPath()))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static IEnumerable<string> Installed() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(
            folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
        : [];

    private static string[] OnPath() =>
        Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "cluster.sh");
}

/// <summary>A test that needs a PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactIfPostgresAttribute : FactAttribute
{
    public FactIfPostgresAttribute() => Skip = PostgresCluster.Missing;
}

/// <summary>A test of several cases that needs a PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryIfPostgresAttribute : TheoryAttribute
{
    public TheoryIfPostgresAttribute() => Skip = PostgresCluster.Missing;
}
