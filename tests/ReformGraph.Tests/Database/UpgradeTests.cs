using System.Text.Json;
using ReformGraph.Database;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>What becomes of databases that earlier versions made.</summary>
public sealed class UpgradeTests
{
    private const string Log = "SELECT Sequence || ' ' || RecordedAt || ' ' || Hash FROM Changes ORDER BY Id";
    private const string BeforeTheHistory = "20261125090540_IndicatorsThatAddUp";
    private const string WithHistory = "20261125123150_AddApiKeys";

    public static TheoryData<string> Migrations => [.. EarlierDatabase.Migrations];

    [Theory]
    [MemberData(nameof(Migrations))]
    public async Task A_database_of_an_earlier_version_is_upgraded_with_all_that_it_recorded(string migration)
    {
        using var database = new EarlierDatabase(migration);
        var log = string.CompareOrdinal(migration, BeforeTheHistory) > 0 ? database.Execute(Log) : null;
        var levels = database.Execute("SELECT Code || ' ' || Level || ' ' || ifnull(LeadOfficial, '') FROM RiskVillages ORDER BY Id");
        var opened = await DatabaseFile.OpenAsync(database.Path, "unused");
        Assert.Equal(database.Execute("SELECT count(*) || '' FROM Changes")[0], (opened.Upgraded?.Changes ?? log?.Count).ToString());
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        Assert.Equal(log ?? database.Execute(Log), database.Execute(Log));
        Assert.Equal(levels, database.Execute("SELECT Code || ' ' || Level || ' ' || ifnull(LeadOfficial, '') FROM RiskVillages ORDER BY Id"));
        await WriteServer.AuditAsync(database.Path);
        Assert.Null((await DatabaseFile.OpenAsync(database.Path, "unused")).Upgraded);

        await using var server = await RunningServer.StartAsync(new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        using var response = await server.PostAsync("""{"query":"{ riskVillages { totalCount nodes { code level } } then: riskVillages(asOf: { sequence: 1 }) { totalCount } checkByCode(code: \"risk-villages-by-level\") { status } }"}""");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal((levels.Count, 2, "HOLDS"), (data.GetProperty("riskVillages").GetProperty("totalCount").GetInt32(), data.GetProperty("then").GetProperty("totalCount").GetInt32(), data.GetProperty("checkByCode").GetProperty("status").GetString()));
    }

    [Fact]
    [Trait("Kind", "process")]
    public async Task The_server_tells_of_an_upgrade_when_it_starts()
    {
        using var database = new EarlierDatabase(WithHistory);
        using var process = ProgramProcess.Start(database.Folder, "--database=earlier.db", "--Url=http://127.0.0.1:0");
        var lines = new List<string?>();
        while (lines.Count < 3)
        {
            lines.Add(await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        }

        Assert.Matches("^Upgraded from an earlier version: 1 changes and [0-9]+ versions of rows are as they were recorded$", lines[2]);
    }

    [Fact]
    public async Task What_a_killed_server_had_only_in_its_journal_is_in_the_upgraded_database()
    {
        using var killed = new EarlierDatabase(WithHistory);
        using var database = new EarlierDatabase(WithHistory);
        using (var connection = killed.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsLock VALUES (1, '2020'); PRAGMA user_version = 7";
            command.ExecuteNonQuery();
            File.Copy(killed.Path, database.Path, overwrite: true);
            File.Copy(killed.Path + "-wal", database.Path + "-wal");
            File.Copy(killed.Path + "-shm", database.Path + "-shm");
        }

        Assert.NotNull((await DatabaseFile.OpenAsync(database.Path, "unused")).Upgraded);
        Assert.Equal(["7"], database.Execute("PRAGMA user_version"));
        await WriteServer.AuditAsync(database.Path);
    }

    [Theory]
    [InlineData("UPDATE Changes SET Reason = 'Another.'", "CHANGED change 1: its hash is not that of what it says")]
    [InlineData("DELETE FROM RiskVillagesRevisions WHERE Id = 1", "MISSING change 1: it recorded ")]
    [InlineData("CREATE TABLE Notes (Text TEXT)", "ADDED schema, table Notes: this version of the program makes none")]
    public async Task A_database_that_is_not_what_it_recorded_is_not_upgraded_and_kept(string forgery, string finding)
    {
        using var database = new EarlierDatabase(WithHistory);
        database.Execute(forgery);
        var before = await File.ReadAllBytesAsync(database.Path);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseFile.OpenAsync(database.Path, "unused"));
        Assert.StartsWith($"The database {database.Path} cannot be upgraded and stays as it was, for it is not what it recorded: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(finding, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
    }

    [Fact]
    public async Task A_database_that_another_process_uses_is_not_upgraded_until_that_one_ends()
    {
        using var database = new EarlierDatabase(BeforeTheHistory);
        using (var other = database.Open())
        {
            using var reads = other.CreateCommand();
            reads.CommandText = "SELECT count(*) FROM RiskVillages";
            reads.ExecuteScalar();
            var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseFile.OpenAsync(database.Path, "unused"));
            Assert.Equal($"The database {database.Path} is from an earlier version of this application and must be upgraded, but another process uses it: stop that one first.", refusal.Message);
            Assert.Equal(2L, reads.ExecuteScalar());
        }

        Assert.NotNull((await DatabaseFile.OpenAsync(database.Path, "unused")).Upgraded);
    }

    [FactIfMounting]
    public async Task On_a_disk_without_room_for_the_copy_it_is_not_upgraded_and_kept()
    {
        using var database = new EarlierDatabase(WithHistory);
        var content = await File.ReadAllBytesAsync(database.Path);
        using var disk = new SmallDisk(database.Folder, content.Length + 200_000);
        var path = Path.Combine(disk.Folder, "earlier.db");
        await File.WriteAllBytesAsync(path, content);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseFile.OpenAsync(path, "unused"));
        Assert.Equal($"The disk has no room for the database {path}.", refusal.Message);
        Assert.Equal(content, await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFiles(disk.Folder));
    }

    [Fact]
    public async Task Of_several_starts_at_once_one_upgrades_and_none_harms_it()
    {
        using var database = new EarlierDatabase(BeforeTheHistory);
        var starts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => DatabaseFile.OpenAsync(database.Path, "unused")))));
        Assert.All(starts.OfType<Exception>(), refusal => Assert.Contains("another process", Assert.IsType<StartupException>(refusal).Message, StringComparison.Ordinal));
        Assert.Contains(null, starts);
        Assert.Single(database.Execute(Log));
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        await WriteServer.AuditAsync(database.Path);
    }

    [Fact]
    public async Task What_a_killed_start_left_is_deleted_by_the_next_one_even_where_nothing_is_to_be_upgraded()
    {
        using var database = new EarlierDatabase(BeforeTheHistory);
        await DatabaseFile.OpenAsync(database.Path, "unused");
        foreach (var leftover in (string[])[".new", ".new-wal", ".new-shm", ".new-journal", ".new.lock"])
        {
            await File.WriteAllTextAsync(database.Path + leftover, "left");
            await DatabaseFile.OpenAsync(database.Path, "unused");
            Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        }
    }
}
