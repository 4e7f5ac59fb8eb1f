using System.Diagnostics;
using System.Net;
using ReformGraph.Domain.Access;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>What those who start, stop and balance servers ask them.</summary>
public sealed class HealthTests : IDisposable
{
    private const string IsReady = """{"reads":true,"writes":true,"status":"UP"}""";

    private static readonly TimeSpan AfterTrial = TimeSpan.FromSeconds(1.1);

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_closed_server_says_without_a_key_and_to_any_host_name_that_it_works()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await guarded.KeyAsync(Role.Reader);
        Assert.Equal((HttpStatusCode.OK, """{"status":"UP"}"""), await AskAsync(guarded.Server, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, IsReady), await AskAsync(guarded.Server, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, IsReady), await AskAsync(guarded.Server, "/health/ready?for=writes"));
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_is_no_longer_ready()
    {
        await using var server = await RunningServer.StartAsync(Options(database.Path));
        server.BeginToStop();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"reads":false,"writes":true,"status":"DOWN"}"""),
            await AskAsync(server, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, """{"status":"UP"}"""), await AskAsync(server, "/health/live"));
    }

    [Fact]
    public async Task A_server_whose_database_cannot_be_read_is_not_ready()
    {
        await using var server = await RunningServer.StartAsync(Options(database.Path));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(database.Path, new byte[8_192]);
        var (status, answer) = await AskAsync(server, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("\"reads\":false", answer, StringComparison.Ordinal);
    }

    [FactIfMounting]
    public async Task A_full_disk_makes_a_server_unready_for_writes_only_until_there_is_room_again()
    {
        using var disk = new SmallDisk(database.Folder, 6_000_000);
        var path = Path.Combine(disk.Folder, "small.db");
        File.Copy(database.Path, path);
        await using var server = await RunningServer.StartAsync(Options(path));
        Assert.Equal((HttpStatusCode.OK, IsReady), await AskAsync(server, "/health/ready?for=writes"));

        await disk.FillAsync(leaving: 20_000);
        await Task.Delay(AfterTrial);
        Assert.Equal((HttpStatusCode.OK, """{"reads":true,"writes":false,"status":"UP"}"""), await AskAsync(server, "/health/ready"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"reads":true,"writes":false,"status":"DOWN"}"""),
            await AskAsync(server, "/health/ready?for=writes"));

        disk.MakeRoom();
        await Task.Delay(AfterTrial);
        Assert.Equal((HttpStatusCode.OK, IsReady), await AskAsync(server, "/health/ready?for=writes"));
        Assert.DoesNotContain(Directory.GetFiles(disk.Folder), file => file.EndsWith(".probe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_requests_do_not_make_the_server_write_more_than_once_a_second()
    {
        await using var server = await RunningServer.StartAsync(Options(database.Path));
        using var watcher = new FileSystemWatcher(database.Folder, "*.probe");
        var written = 0;
        watcher.Created += (_, _) => Interlocked.Increment(ref written);
        watcher.EnableRaisingEvents = true;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync(server, "/health/ready")));
        var seconds = (int)Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Task.Delay(100); // until the watcher has heard of it
        Assert.InRange(Volatile.Read(ref written), 1, seconds + 2);
    }

    private static ReformGraphOptions Options(string database) =>
        new() { Url = "http://127.0.0.1:0", Database = new() { File = database } };

    private static async Task<(HttpStatusCode Status, string Answer)> AskAsync(RunningServer server, string path)
    {
        using var response = await server.SendAsync(HttpMethod.Get, path, null, "Host: 10.0.0.7");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
