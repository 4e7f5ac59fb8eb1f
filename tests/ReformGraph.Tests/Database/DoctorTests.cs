using System.CommandLine;
using System.Runtime.Versioning;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReformGraph.Commands;
using ReformGraph.Settings;
using ReformGraph.Tests.Ledger;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The command <c>doctor</c>: it finds what is wrong, says OK of nothing at which a start fails, and changes nothing.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DoctorTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Nothing_is_wrong_with_a_database_that_a_start_can_serve_and_nothing_changes()
    {
        var before = await File.ReadAllBytesAsync(database.Path);
        var (exit, output) = await RunAsync(Own());
        Assert.Equal(0, exit);
        Assert.Matches(
            $@"\AOK       database   The database {database.Path} is of this version, and SQLite finds no fault\.\n" +
            $@"OK       rights     This account \(\w+\) can write the database\.\n" +
            @"OK       clock      It is \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, after the last recorded change\.\n" +
            @"OK       keys       0 keys; none expires within 30 days\.\n" +
            @"\w+ +disk       [\d,]+ MB are free for the database in .+\n" +
            @"\w+ +disk       [\d,]+ MB are free for temporary files in .+\n" +
            $@"OK       ledger     The key {database.Path}\.key\.pem is created when the first checkpoint is signed\.\n" +
            @"OK       hosts      The server answers to localhost;127\.0\.0\.1;\[::1\]\.\n" +
            @"OK       port       The server can listen on http://127\.0\.0\.1:0\.\n" +
            @"Nothing prevents serving: \d warnings?\.\n\z", output);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
    }

    [Fact]
    public async Task A_database_that_a_start_would_create_is_tried_and_not_created()
    {
        var options = Missing(SeededDatabase.SeedFolder);
        Assert.Matches("^OK There is no database .*/none/reformgraph.db: the next start creates it, with [0-9]+ rows from .*[.]$",
            await OneAsync(options, "database"));
        Assert.Equal([database.Path], Directory.GetFileSystemEntries(database.Folder));

        var seeds = database.CopySeeds();
        await File.AppendAllTextAsync(Path.Combine(seeds, "risk-villages.csv"), "\"");
        Assert.StartsWith("ERROR risk-villages.csv, line ", await OneAsync(Missing(seeds), "database"), StringComparison.Ordinal);
        Assert.StartsWith("ERROR ", await OneAsync(Missing(Path.Combine(database.Folder, "nowhere")), "database"),
            StringComparison.Ordinal);
        Assert.Matches("^ERROR The database .* does not exist, and Database:MustExist forbids creating it: ", await OneAsync(
            new() { Database = new() { File = Path.Combine(database.Folder, "other.db"), MustExist = true } }, "database"));
    }

    [Fact]
    public async Task What_no_start_can_open_is_an_error()
    {
        Forgery.Write(database.Path, "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '10')");
        Assert.Equal($"ERROR The database {database.Path} is from a newer version of this application: it has the migration " +
            "99990101000000_Later. Use that version, or restore a backup made before the upgrade.", await OneAsync("database"));
        Forgery.Write(database.Path, "DROP TABLE __EFMigrationsHistory");
        Assert.Equal($"ERROR The file {database.Path} is a SQLite database, but not a database of this application.",
            await OneAsync("database"));
        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(database.Path, new string('x', 8_192));
        Assert.Equal($"ERROR The file {database.Path} is not a SQLite database.", await OneAsync("database"));
        Assert.Equal($"ERROR The database {database.Folder} is a folder, not a file.",
            await OneAsync(new() { Database = new() { File = database.Folder } }, "database"));
    }

    [Fact]
    public async Task A_damaged_database_is_an_error()
    {
        await BackupFolderTests.DamageAsync(database.Path);
        Assert.StartsWith($"ERROR The database {database.Path} is damaged: ", await OneAsync("database"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_is_announced_and_not_done()
    {
        using var earlier = new EarlierDatabase(EarlierDatabase.Prerelease);
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(earlier.Path);
        var options = new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = earlier.Path } };
        Assert.Equal(
            $"WARNING The database {earlier.Path} is from an earlier version: the next start upgrades it. Make a backup first, and " +
            "rehearse the upgrade with it: restore FILE --verify.", await OneAsync(options, "database"));
        Assert.Equal(0, (await RunAsync(options)).Exit);
        Assert.Equal(before, await File.ReadAllBytesAsync(earlier.Path));
        Assert.Equal([earlier.Path], Directory.GetFiles(earlier.Folder));

        using var incomplete = new EarlierDatabase(EarlierDatabase.Incomplete.First());
        Assert.Matches("^ERROR The database .* is from a version before 0.1.0 and lacks the migration ",
            await OneAsync(new() { Database = new() { File = incomplete.Path } }, "database"));
    }

    [Fact]
    public async Task A_change_in_the_future_is_a_wrong_clock()
    {
        Forgery.Write(database.Path, "UPDATE Changes SET RecordedAt = '2999-01-02 03:04:05'");
        Assert.Matches(
            "^WARNING The last change was recorded at 2999-01-02 03:04:05 UTC, but by the clock of this machine it is only .* UTC. " +
            "Correct the clock before anything else is recorded.$", await OneAsync("clock"));
    }

    [Fact]
    public async Task Keys_that_have_expired_or_soon_will_are_named_and_revoked_ones_are_not()
    {
        var (today, soon) = (DateTime.UtcNow, DateTime.UtcNow.AddDays(29));
        Forgery.Write(database.Path,
            "INSERT INTO ApiKeys (Name, Prefix, Hash, Role, CreatedAt, ExpiresOn, RevokedAt, ReplacedAt) VALUES "
            + $"('ended', 'a', x'01', 1, '2026-01-01', '{today:yyyy-MM-dd}', NULL, NULL), "
            + $"('ending', 'b', x'01', 1, '2026-01-01', '{soon:yyyy-MM-dd}', NULL, NULL), "
            + "('gone', 'c', x'01', 1, '2026-01-01', '2026-01-02', '2026-01-02', NULL), "
            + "('later', 'd', x'01', 1, '2026-01-01', '2999-01-01', NULL, NULL), "
            + "('later', 'e', x'01', 1, '2026-01-01', '2026-01-02', NULL, '2026-01-02')");
        const string Cure = "replace it, and give the new one to its holder: keys rotate";
        Assert.Equal(
            [
                $"WARNING The key ended expired on {today:yyyy-MM-dd}: {Cure} \"ended\" --expires YYYY-MM-DD.",
                $"WARNING The key ending expires on {soon:yyyy-MM-dd}: {Cure} \"ending\" --expires YYYY-MM-DD.",
            ],
            await FindingsAsync(Own(), "keys"));
    }

    [Fact]
    public async Task A_server_for_others_needs_keys_and_names()
    {
        var options = new ReformGraphOptions { Url = "http://0.0.0.0:0", Database = new() { File = database.Path } };
        Assert.StartsWith("ERROR A server that others can reach, such as at http://0.0.0.0:0, requires authentication, but ",
            (await FindingsAsync(options, "keys"))[0], StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(options)).Exit);
        Assert.Equal(
            "WARNING Others can reach the server at http://0.0.0.0:0, but it rejects their requests, because it answers only to the host " +
            "names localhost;127.0.0.1;[::1]. Add the names and addresses by which they reach it: --AllowedHosts " +
            "\"localhost;127.0.0.1;[::1];data.example.org\".", await OneAsync(options, "hosts"));
        Assert.StartsWith("OK ", await OneAsync(new()
        {
            Url = options.Url,
            Database = options.Database,
            PublicUrl = "https://data.example.org",
        }, "hosts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_settings_name_are_read_as_a_start_reads_them()
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "documents")).FullName;
        var options = new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
            TrustedDocuments = new() { Folder = folder },
            Report = new() { File = Path.Combine(folder, "none.txt") },
            Authentication = new() { Issuer = "https://issuer.example.org", Audience = "a", KeyFile = Path.Combine(folder, "none.json") },
        };
        await File.WriteAllTextAsync(Path.Combine(folder, "villages.graphql"), "{ riskVillages { totalCount } }");
        Assert.Equal($"OK The trusted documents in {folder} are valid.", await OneAsync(options, "documents"));
        await File.WriteAllTextAsync(Path.Combine(folder, "wrong.graphql"), "{ nothing }");
        foreach (var check in (string[])["documents", "report", "tokens"])
        {
            var found = await OneAsync(options, check);
            Assert.StartsWith("ERROR ", found, StringComparison.Ordinal);
            Assert.Contains(folder, found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_of_the_ledger_that_others_can_read_or_that_is_none_is_a_warning()
    {
        var key = database.Path + ".key.pem";
        Data.Ledger.LedgerKey.Open(key).Dispose();
        Assert.Equal($"OK The key {key} can be read, and by this account only.", await OneAsync("ledger"));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.StartsWith($"WARNING Other accounts can read or write the key {key}, and so sign checkpoints: chmod 600 {key}.",
            await OneAsync("ledger"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(key, "none");
        Assert.StartsWith($"WARNING The file {key} does not contain a private key", await OneAsync("ledger"), StringComparison.Ordinal);
    }

    [FactIfMounting]
    [Trait("Kind", "process")]
    public async Task A_creation_for_whose_rehearsal_there_is_no_room_among_the_temporary_files_is_no_error()
    {
        using var disk = new SmallDisk(database.Folder, 100_000);
        var (exit, output, error) = await ProgramProcess.RunAsync(database.Folder,
            ["doctor", "--Url=http://127.0.0.1:0", "--database=new.db"], [("TMPDIR", disk.Folder)]);
        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(
            @"\AWARNING  database   There is no database .*/new\.db: the next start creates it\. Its creation was not rehearsed: There is " +
            @"not enough disk space for the database .*/new\.db\.\n", output);
    }

    [FactIfOtherAccount]
    [Trait("Kind", "process")]
    public async Task A_database_that_the_account_may_not_write_is_a_warning_and_one_that_it_may_not_create_an_error()
    {
        var (exit, output) = await AsOtherAsync(database.Path);
        Assert.Equal(1, exit); // the folder is closed to the account
        Assert.Contains("ERROR    ", output, StringComparison.Ordinal);
        File.SetUnixFileMode(database.Folder, (UnixFileMode)Convert.ToInt32("777", 8));
        (exit, output) = await AsOtherAsync(database.Path);
        Assert.Equal(0, exit);
        Assert.Matches(
            $@"\nWARNING  rights     This account \(\w+\) cannot write the database {database.Path}: it has no write access to ", output);
        Directory.CreateDirectory(Path.Combine(database.Folder, "closed"), (UnixFileMode)Convert.ToInt32("755", 8));
        (exit, output) = await AsOtherAsync(Path.Combine(database.Folder, "closed", "new", "a.db"));
        Assert.Equal(1, exit);
        Assert.Matches(@"(^|\n)ERROR    rights     This account \(\w+\) cannot create the database ", output);
    }

    private static async Task<(int Exit, string Output)> AsOtherAsync(string path)
    {
        using var command = OtherAccount.Start(AppContext.BaseDirectory, "doctor", "--Url=http://127.0.0.1:0", "--database=" + path);
        await command.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (command.ExitCode, await command.StandardOutput.ReadToEndAsync());
    }

    private ReformGraphOptions Own() => new() { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } };

    private ReformGraphOptions Missing(string seeds) => new()
    {
        Url = "http://127.0.0.1:0",
        Database = new() { File = Path.Combine(database.Folder, "none/reformgraph.db") },
        Seeding = new() { Folder = seeds },
    };

    private Task<string> OneAsync(string check) => OneAsync(Own(), check);

    internal static async Task<string> OneAsync(ReformGraphOptions options, string check) =>
        Assert.Single(await FindingsAsync(options, check));

    internal static async Task<IReadOnlyList<string>> FindingsAsync(ReformGraphOptions options, string check)
    {
        using var json = JsonDocument.Parse((await RunAsync(options, "--json")).Output);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("check").GetString() == check)
            .Select(finding => $"{finding.GetProperty("state").GetString()} {finding.GetProperty("message").GetString()}")];
    }

    internal static async Task<(int Exit, string Output)> RunAsync(ReformGraphOptions options, params string[] arguments)
    {
        using var output = new StringWriter();
        var exit = await DoctorCommand.Create(() => options).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (exit, output.ToString().ReplaceLineEndings("\n"));
    }
}
