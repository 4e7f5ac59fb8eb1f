using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ReformGraph.Settings;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests;

/// <summary>The program as its users start it: one process each.</summary>
[Trait("Kind", "process")]
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("--Databse:File=x", "There is no setting Databse:File (command line). Did you mean Database:File?")]
    [InlineData("--Limits:Tokens=none",
        "The setting Limits:Tokens cannot be 'none' (command line): it must be a whole number from 1 to 100000.")]
    [InlineData("serv", "There is no command serv. --help lists all commands and settings.")]
    [InlineData("audit", "audit needs one of its commands: verify, checkpoint, public-key, prove, prove-consistency, check-proof.")]
    [InlineData("backup",
        "backup needs either FILE, the new file, or --into FOLDER, the folder in which it names the new file.")]
    [InlineData("--Url", "Required argument missing for option: '--Url'.")]
    [InlineData("restore ", "restore needs FILE: The backup, of this version or an earlier one.")]
    [InlineData("backup --into ",
        "--into needs FOLDER: The folder of the new file, which is named after the database and the time (UTC): " +
        "reformgraph-20261130T183000Z.db.")]
    [InlineData("audit check-proof ", "audit check-proof needs FILE: The proof.")]
    [InlineData("audit verify --checkpoint ",
        "--checkpoint needs FILE: A checkpoint that was kept elsewhere. Without one, a log that was forged as a whole cannot be told from " +
        "the genuine one.")]
    public async Task A_mistake_on_the_command_line_ends_in_one_line_and_exit_code_1(string arguments, string message)
    {
        (var exit, var output, var error) = await RunAsync(arguments.Split(' '));
        Assert.Equal((1, "", message + Environment.NewLine), (exit, output, error));
    }

    [Fact]
    public async Task A_mistake_in_the_environment_ends_in_one_line_and_exit_code_1()
    {
        (var exit, _, var error) = await RunAsync([], ("REFORMGRAPH_PAGING__MAXPAGESIZE", "0"), ("REFORMGRAPH_REPORT", "report.txt"));
        Assert.Equal(1, exit);
        Assert.Equal(
            "The setting Paging:MaxPageSize cannot be '0' (environment, REFORMGRAPH_*): it must be a whole number from 1 to 10000000."
            + Environment.NewLine, error);
    }

    [Fact]
    public async Task A_busy_port_ends_in_one_line_and_exit_code_1()
    {
        LayDatabase();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";
        (var exit, var output, var error) = await RunAsync(["--Url", url]);
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith($"The server cannot listen on {url}: ", error, StringComparison.Ordinal);
        Assert.Equal(error.TrimEnd('\n', '\r') + Environment.NewLine, error);
        Assert.DoesNotContain(Environment.NewLine, error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "Url", "http://0.0.0.0:0")]
    [InlineData("http://[::]:0", "Url", "http://[::]:0")]
    [InlineData("https://data.example.org", "PublicUrl", "https://data.example.org")]
    [InlineData("http://localhost:5080", "TrustedProxies", "127.0.0.1")]
    public async Task It_does_not_serve_other_machines_without_asking_who_they_are(string address, string setting, string value)
    {
        LayDatabase();
        (var exit, var output, var error) = await RunAsync(["--" + setting, value]);
        Assert.Equal((1, ""), (exit, output));
        Assert.Equal(
            $"A server that others can reach, such as at {address}, requires authentication, but there is no valid API key and no token " +
            "issuer. Create a key with " +
            "the command: keys create --name NAME --role reader. Or set a token issuer (Authentication:Issuer), or listen only on this " +
            "machine, without a proxy: --Url http://localhost:5080." + Environment.NewLine, error);
    }

    [Fact]
    public async Task A_key_that_another_process_revokes_is_refused_from_then_on()
    {
        LayDatabase();
        (var exit, var output, _) = await RunAsync(["keys", "create", "--name", "dashboard", "--role", "reader"]);
        Assert.Equal(0, exit);
        using (var process = Start(["--Url=http://0.0.0.0:0"]))
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
                ?? await process.StandardError.ReadToEndAsync();
            using var told = JsonDocument.Parse((await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)))!);
            Assert.StartsWith("Others can reach the server at http://0.0.0.0:0, but it rejects their requests, because it answers only to ",
                told.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
            var address = new UriBuilder(line.Split(' ')[2]) { Host = "127.0.0.1", Query = "sdl" }.Uri;
            using var client = new HttpClient();
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(address)).StatusCode);
            client.DefaultRequestHeaders.Authorization = new("Bearer", output.Split('\n')[0].Trim());
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address)).StatusCode);

            Assert.Equal((0, "The key dashboard is revoked." + Environment.NewLine, ""), await RunAsync(["keys", "revoke", "dashboard"]));
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(address)).StatusCode);
        }

        Assert.Equal(1, (await RunAsync(["--Url", "http://0.0.0.0:0"])).Exit); // a revoked key guards nothing
    }

    [Fact]
    public async Task Help_lists_every_setting()
    {
        (var exit, var output, _) = await RunAsync(["--help"]);
        Assert.Equal(0, exit);
        Assert.All(Setting.All, setting => Assert.Contains("--" + setting.Key, output, StringComparison.Ordinal));
        Assert.Contains("--database, --Database:File <text>", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_listens_and_what_it_serves_and_stops_cleanly_when_asked()
    {
        using var process = Start(["--Url=http://127.0.0.1:0", "--database=other.db"]);
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
            ?? await process.StandardError.ReadToEndAsync();
        Assert.Matches(@"^Listening on http://127\.0\.0\.1:\d+/graphql$", line);
        using var client = new HttpClient();
        Assert.NotEmpty(await client.GetStringAsync(new Uri(line.Split(' ')[2] + "?sdl")));
        Assert.EndsWith("/other.db", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Matches("^Created a new database, because there was none: /.*/other[.]db$", await process.StandardOutput.ReadLineAsync());

        process.Terminate();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, process.ExitCode);
        Assert.EndsWith("Stopping: requests in progress have 30 seconds to end\nStopped\n", await process.StandardOutput.ReadToEndAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_must_exist_is_not_made()
    {
        foreach (var command in (string[][])[[], ["keys", "list"], ["verify-rollups"]])
        {
            (var exit, var output, var error) = await RunAsync([.. command, "--database=missing/other.db", "--Database:MustExist=true"]);
            Assert.Equal((1, ""), (exit, output));
            Assert.Matches(
                "^The database /.*/missing/other[.]db does not exist, and Database:MustExist forbids creating it: correct Database:File " +
                "or the " +
                "working directory[.]$", error.TrimEnd());
        }

        File.WriteAllText(Path.Combine(folder.FullName, "report.txt"), "县");
        foreach (var command in (string[][])[["verify-rollups"], ["verify-source", "report.txt"]])
        {
            (var exit, var output, var error) = await RunAsync([.. command, "--database=missing/other.db"]);
            Assert.Equal((1, ""), (exit, output));
            Assert.Matches("^The database /.*/missing/other[.]db does not exist[.]$", error.TrimEnd());
        }

        Assert.Equal(["report.txt"], folder.GetFileSystemInfos().Select(file => file.Name));
        (_, _, var made) = await RunAsync(["keys", "list", "--database=other.db"]);
        Assert.Matches("^Created a new database, because there was none: /.*/other[.]db$", made.TrimEnd());
        Assert.Equal((0, ""), (await RunAsync(["keys", "list", "--database=other.db", "--Database:MustExist=true"]) is var second
            ? second.Exit : 1, second.Error));
    }

    [Theory]
    [InlineData(
        """{"until":"2026-01-02T03:04:05Z","queries":[{"document":"{ a }","operationName":null,"entity":"A","advice":"none","runs":1,"rows":1}]}""", "1 query scanned a table until 2026-01-02 03:04 UTC: the command scans lists them", "")]
    [InlineData("{", "", "The file other.db.scans.json was not written by a server: delete it.")]
    public async Task A_start_tells_of_the_queries_that_scanned_a_table_before(string notes, string told, string complaint)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "other.db.scans.json"), notes);
        LayDatabase("other.db");
        using var process = Start(["--Url=http://127.0.0.1:0", "--database=other.db"]);
        for (var before = 0; before < 3; before++)
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        }

        if (told.Length > 0)
        {
            Assert.Equal(told, await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        }
        else
        {
            await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)); // of the start
            using var line = JsonDocument.Parse(
                (await process.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)))!);
            Assert.Equal(complaint, line.RootElement.GetProperty("message").GetString());
        }

        Assert.False(process.HasExited);
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] environment) =>
        ProgramProcess.RunAsync(folder.FullName, arguments, environment);

    private ProgramProcess Start(string[] arguments) => ProgramProcess.Start(folder.FullName, arguments);

    /// <summary>Lays the file there that the program would else make and seed.</summary>
    private void LayDatabase(string path = "data/reformgraph.db")
    {
        using var seeded = new SeededDatabase();
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(seeded.Path, file);
    }
}
