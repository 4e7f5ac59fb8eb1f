using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ReformGraph.Data.Sqlite;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>A database whose files are in part those of an account by which the server does not run.</summary>
[Trait("Kind", "process")]
[UnsupportedOSPlatform("windows")]
public sealed class WriteAccessTests : IDisposable
{
    private readonly SeededDatabase database = new();

    private string[] Besides => [database.Path + "-wal", database.Path + "-shm"];

    public void Dispose() => database.Dispose();

    [Fact]
    public void While_it_is_held_the_files_next_to_the_database_exist_and_nothing_is_in_the_way()
    {
        using (var access = WriteAccess.Acquire(database.Path))
        {
            Assert.Null(access.Obstacle);
            Assert.All(Besides, file => Assert.True(File.Exists(file)));
            using var other = WriteAccess.Acquire(database.Path); // nobody else is kept from writing
            Assert.Null(other.Obstacle);
        }

        Assert.All(Besides, file => Assert.False(File.Exists(file)));
    }

    [Fact]
    public void Who_writes_meanwhile_is_no_obstacle()
    {
        using var writer = new SqliteConnection($"Data Source={database.Path};Pooling=False");
        writer.Open();
        using var transaction = writer.BeginTransaction(deferred: false);
        using var access = WriteAccess.Acquire(database.Path);
        Assert.Null(access.Obstacle);
    }

    [FactIfOtherAccount]
    public async Task A_server_that_may_not_write_what_a_reader_left_says_so_and_reads_on()
    {
        LeaveFilesOfAReader();
        await ReadsOnAsync();
        using (var command =
            OtherAccount.Start(database.Folder, "keys", "create", "--name=a", "--role=reader", "--database=" + database.Path))
        {
            await command.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal((1, ""), (command.ExitCode, await command.StandardOutput.ReadToEndAsync()));
            Assert.Matches($@"^This account \(\w+\) cannot write the database {database.Path}: ",
                await command.StandardError.ReadToEndAsync());
        }

        OtherAccount.Own(Besides); // as it was told
        using (var server = OtherAccount.Start(database.Folder, "--Url=http://127.0.0.1:0", "--database=" + database.Path))
        {
            try
            {
                var address = await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
                using var client = new HttpClient { BaseAddress = new Uri(address!["Listening on ".Length..]) };
                Assert.Equal("""{"data":{"updateRiskVillage":{"change":{"sequence":2}}}}""", await SendAsync(client, Update));
            }
            finally
            {
                server.Kill();
                await server.WaitForExitAsync();
            }
        }
    }

    private async Task ReadsOnAsync()
    {
        using var server = OtherAccount.Start(database.Folder, "--Url=http://127.0.0.1:0", "--database=" + database.Path);
        try
        {
            var (address, told) = (await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)),
                await server.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
            using var line = JsonDocument.Parse(told!);
            Assert.Matches(
                $@"^This account \(\w+\) cannot write the database {database.Path}: it has no write access to {database.Path}-shm, which belongs to root \(mode 644\)\. .*chown \w+ {database.Path}-wal {database.Path}-shm\..* Until then, the server rejects mutations and continues to answer queries\.$", line.RootElement.GetProperty("message").GetString());
            using var client = new HttpClient { BaseAddress = new Uri(address!["Listening on ".Length..]) };
            Assert.Equal("""{"data":{"riskVillages":{"totalCount":118}}}""",
                await SendAsync(client, "{ riskVillages { totalCount } }"));
            using var refused = JsonDocument.Parse(await SendAsync(client, Update));
            var error = refused.RootElement.GetProperty("errors")[0];
            Assert.Equal("STORAGE_FAILED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.StartsWith(
                "The server has no write access to the database or to a file that SQLite keeps next to it, perhaps left there by a " +
                "reader with another account.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain(database.Folder, refused.RootElement.GetRawText(), StringComparison.Ordinal);
            await LineWithAsync(server.StandardError, $"it has no write access to {database.Path}-shm, which belongs to root");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task LineWithAsync(StreamReader log, string part)
    {
        string? line;
        do
        {
            line = await log.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.NotNull(line);
        }
        while (!line.Contains(part, StringComparison.Ordinal));
    }

    private static string Update =>
        $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1, level: LOW }}) {{ change {{ " +
        $"sequence }} }} }}";

    /// <summary>What SQLite makes for root, who reads, in a folder and for a database of nobody.</summary>
    private void LeaveFilesOfAReader()
    {
        var files = new List<byte[]>();
        using (var reader = new SqliteConnection($"Data Source={database.Path};Pooling=False"))
        {
            reader.Open();
            using var query = reader.CreateCommand();
            query.CommandText = "SELECT count(*) FROM RiskVillages";
            query.ExecuteScalar();
            files.AddRange(Besides.Select(Read));
        }

        OtherAccount.Own(database.Folder, database.Path);
        foreach (var (file, bytes) in Besides.Zip(files))
        {
            File.WriteAllBytes(file, bytes);
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<string> SendAsync(HttpClient client, string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var response = await client.PostAsync((Uri?)null, content);
        return await response.Content.ReadAsStringAsync();
    }
}
