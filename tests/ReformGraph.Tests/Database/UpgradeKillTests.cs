using System.Globalization;
using ReformGraph.Data.Database;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>An upgrade that is killed leaves the old database or the new one, and the next start is as any other.</summary>
[Trait("Kind", "exhaustive")]
[Trait("Kind", "process")]
public sealed class UpgradeKillTests
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("CRASH_KILLS") is { } kills
        ? int.Parse(kills, CultureInfo.InvariantCulture) : Exhaustive.Share(6);

    [Fact]
    public async Task Killed_at_any_time()
    {
        var random = new Random(Kills);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
            using var process = ProgramProcess.Start(database.Folder, "--database=earlier.db", "--Url=http://127.0.0.1:0");
            while (!process.HasExited && !File.Exists(database.Path + ".new"))
            {
                await Task.Delay(1);
            }

            await Task.Delay(random.Next(1_000));
            process.Kill();
            await process.WaitForExitAsync();
            await CheckAsync(database);
        }
    }

    [TheoryIfTracing]
    [InlineData("flock", 1, true)] // before anything
    [InlineData("pwrite64", 20, true)] // in the copy
    [InlineData("pwrite64", 400, true)] // in the migrations
    [InlineData("fsync", 1, true)]
    [InlineData("rename", 1, true)]
    [InlineData("listen", 2, false)] // after all of it
    public async Task Killed_at_a_call_of_the_system(string call, int time, bool isOld)
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        using var process =
            ProgramProcess.StartToBeKilled(database.Folder, call, time, "--database=earlier.db", "--Url=http://127.0.0.1:0");
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal(isOld, await CheckAsync(database));
    }

    /// <returns>Whether it was the old one.</returns>
    private static async Task<bool> CheckAsync(EarlierDatabase database)
    {
        var opened = await DatabaseCreator.OpenAsync(database.Path, "unused");
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        await WriteServer.AuditAsync(database.Path);
        Assert.Equal(["2"], database.Execute("SELECT count(*) || '' FROM RiskVillages"));
        Assert.Equal(EarlierDatabase.Changes, database.Execute("SELECT Hash FROM Changes").Count);
        return opened.Upgraded is not null;
    }
}
