using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>The commands of the page for operators, one after the other, in a folder with a database. Those that need an installed package
/// are run by <c>tests/package/run</c>.</summary>
public sealed class OperationsTests : IDisposable
{
    private const string Run = "dotnet run --project src/ReformGraph -- ";

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    [Trait("Kind", "process")]
    public async Task Each_command_of_the_page_does_what_it_says()
    {
        Directory.CreateDirectory(Path.Combine(database.Folder, "backups"));
        var commands = Markdown.Blocks("docs/operations.md").Where(block => block.Language == "sh")
            .SelectMany(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Where(line => line.StartsWith(Run, StringComparison.Ordinal)).Select(line => line[Run.Length..].Split(' ')).ToList();
        Assert.Equal(["--Logging:LogLevel:Default", "--Logging:LogLevel:Requests", "--Metrics:Url", "--RateLimits:Key:CostPerMinute",
            "backup", "backup", "doctor", "doctor", "restore", "restore"], commands.Select(command => command[0]).Order());
        foreach (var command in commands)
        {
            if (command[0].StartsWith("--", StringComparison.Ordinal))
            {
                await ServeAsync(command);
            }
            else
            {
                var (exit, output, error) =
                    await ProgramProcess.RunAsync(database.Folder, [.. command, "--database", database.Path, "--Url=http://127.0.0.1:0"]);
                Assert.True((exit, error) is (0, ""), $"{string.Join(' ', command)}: {exit}\n{output}{error}");
            }
        }

        Assert.Single(Directory.GetFiles(Path.Combine(database.Folder, "backups")));
        Assert.Single(Directory.GetFiles(database.Folder, "*.replaced-*"));
    }

    private async Task ServeAsync(string[] settings)
    {
        using var server = ProgramProcess.Start(database.Folder,
        [
            .. settings.Select(setting => setting.Replace(":9464", ":0", StringComparison.Ordinal)),
            "--database", database.Path, "--Url=http://127.0.0.1:0",
        ]);
        using var client = new HttpClient();
        var addresses = new List<Uri>();
        while (await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line
            && !line.StartsWith("Seeded", StringComparison.Ordinal))
        {
            addresses.AddRange(
                line.Split(' ').Where(word => word.StartsWith("http", StringComparison.Ordinal)).Select(word => new Uri(word)));
        }

        Assert.Equal(settings[0] == "--Metrics:Url" ? 2 : 1, addresses.Count);
        Assert.Equal("""{"reads":true,"writes":true,"status":"UP"}""",
            await client.GetStringAsync(new Uri(addresses[0], "/health/ready")));
        foreach (var metrics in addresses.Skip(1))
        {
            Assert.Contains("reformgraph_changes_total", await client.GetStringAsync(metrics), StringComparison.Ordinal);
        }

        server.Terminate();
        await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, server.ExitCode);
    }
}
