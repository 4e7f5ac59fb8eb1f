using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>What becomes of databases that earlier versions made.</summary>
public sealed class UpgradeTests
{
    private const string Derived = "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')";
    private const string Log = "SELECT Sequence || ' ' || RecordedAt || ' ' || Hash FROM Changes ORDER BY Id";
    private const string Levels = "SELECT Code || ' ' || Level || ' ' || ifnull(LeadOfficial, '') FROM RiskVillages ORDER BY Id";

    public static TheoryData<string> Incomplete => [.. EarlierDatabase.Incomplete];

    [Fact]
    public async Task A_database_of_before_the_release_is_taken_over_with_all_that_it_recorded()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        var (log, levels, columns) = (database.Execute(Log), database.Execute(Levels), Columns(database));
        var rows = Rows(database, columns);
        var opened = await DatabaseCreator.OpenAsync(database.Path, "unused");
        Assert.Equal((EarlierDatabase.Changes, log.Count), ((int)opened.Upgraded!.Changes, EarlierDatabase.Changes));
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        Assert.Equal(log, database.Execute(Log));
        Assert.Equal(rows, Rows(database, columns));
        await WriteServer.AuditAsync(database.Path);
        Assert.Null((await DatabaseCreator.OpenAsync(database.Path, "unused")).Upgraded);

        await using var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        using var response =
            await server.PostAsync(
            """{"query":"{ riskVillages { totalCount nodes { code level } } then: riskVillages(asOf: { sequence: 1 }) { totalCount } checkByCode(code: \"risk-villages-by-level\") { status } }"}""");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var data = answer.RootElement.GetProperty("data");
        Assert.Equal((levels.Count, 2, "HOLDS"),
            (data.GetProperty("riskVillages").GetProperty("totalCount").GetInt32(), data.GetProperty("then").GetProperty("totalCount")
            .GetInt32(), data.GetProperty("checkByCode").GetProperty("status").GetString()));
    }

    [Theory]
    [MemberData(nameof(Incomplete))]
    public async Task One_that_lacks_migrations_of_then_is_refused_with_what_to_do_and_kept(string migration)
    {
        using var database = new EarlierDatabase(migration);
        var before = await File.ReadAllBytesAsync(database.Path);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseCreator.OpenAsync(database.Path, "unused"));
        Assert.Equal(
            $"The database {database.Path} is from a version before 0.1.0 and lacks the migration {EarlierDatabase.Prerelease}; its last " +
            $"one is {migration}. Upgrade it with the last version before 0.1.0 first, as docs/databases.md describes.", refusal.Message);
        Assert.Contains("before version 0.1.0", Repository.Read("docs/databases.md"), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
    }

    [Fact]
    public async Task A_database_of_the_release_is_upgraded_by_a_later_migration_with_all_that_it_recorded()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Released);
        var (log, levels) = (database.Execute(Log), database.Execute(Levels));
        database.Execute("INSERT INTO __EFMigrationsLock VALUES (1, '2020'); PRAGMA user_version = 7"); // as a killed upgrade leaves it
        Assert.Equal(EarlierDatabase.Changes, (await LaterVersion.OpenAsync(database.Path))!.Changes);
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        Assert.Equal(log, database.Execute(Log));
        Assert.Equal(levels, database.Execute(Levels));
        Assert.Equal(DerivedByTheProgram(), database.Execute(Derived).Order(StringComparer.Ordinal));
        Assert.Equal(["7"], database.Execute("PRAGMA user_version"));
        Assert.Equal(["IX_RiskVillages_LaterNumber", "LaterTable"],
            database.Execute("SELECT name FROM sqlite_schema WHERE name LIKE '%Later%' ORDER BY name"));
        Assert.Null(await LaterVersion.OpenAsync(database.Path));
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseCreator.OpenAsync(database.Path, "unused"));
        Assert.EndsWith($"it has the migration {LaterVersion.Last}. Use that version, or restore a backup made before the upgrade.",
            refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_before_the_release_is_upgraded_by_all_that_came_later_at_once()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        var (log, columns) = (database.Execute(Log), Columns(database));
        var rows = Rows(database, columns);
        Assert.Equal(EarlierDatabase.Changes, (await LaterVersion.OpenAsync(database.Path))!.Changes);
        Assert.Equal(log, database.Execute(Log));
        Assert.Null(await LaterVersion.OpenAsync(database.Path));
        Assert.Equal(rows, Rows(database, columns));
        Assert.Equal(["", ""], database.Execute("SELECT ifnull(LaterNumber, '') FROM RiskVillages"));
    }

    [Fact]
    [Trait("Kind", "process")]
    public async Task The_server_tells_of_an_upgrade_when_it_starts()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        using var process = ProgramProcess.Start(database.Folder, "--database=earlier.db", "--Url=http://127.0.0.1:0");
        var lines = new List<string?>();
        while (lines.Count < 3)
        {
            lines.Add(await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(120)));
        }

        Assert.Matches("^Upgraded from an earlier version; 7 changes and [0-9]+ row versions match what was recorded$", lines[2]);
    }

    [Fact]
    public async Task What_a_killed_server_had_only_in_its_journal_is_in_the_upgraded_database()
    {
        using var killed = new EarlierDatabase(EarlierDatabase.Prerelease);
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        using (var connection = killed.Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                "INSERT INTO __EFMigrationsLock VALUES (1, '2020'); INSERT INTO ApiKeys VALUES (7, 'late', 'late', x'00', 1, '2026-11-29 00:00:00', NULL, NULL)";
            command.ExecuteNonQuery();
            File.Copy(killed.Path, database.Path, overwrite: true);
            File.Copy(killed.Path + "-wal", database.Path + "-wal");
            File.Copy(killed.Path + "-shm", database.Path + "-shm");
        }

        Assert.NotNull((await DatabaseCreator.OpenAsync(database.Path, "unused")).Upgraded);
        Assert.Equal(["late"], database.Execute("SELECT Name FROM ApiKeys"));
        await WriteServer.AuditAsync(database.Path);
    }

    [Theory]
    [InlineData("UPDATE Changes SET Reason = 'Another.'", "CHANGED change 1: its hash is not the hash of its content")]
    [InlineData("DELETE FROM ChangeLeaves; DELETE FROM RiskVillagesRevisions WHERE Id = 1", "MISSING change 1: it recorded ")]
    [InlineData(
        "UPDATE RiskVillagesRevisions SET LeadOfficial = 'x' WHERE Id = 1 AND Version = 2; UPDATE ChangeLeaves SET Leaves = zeroblob(36) " +
        "WHERE ChangeId = 2", "CHANGED change 2: it recorded 1 row but has 1, and neither these nor the stored leaves match its root: ")]
    [InlineData("DELETE FROM ChangeLeaves", "MISSING change 1, its stored leaves: ")]
    [InlineData("ALTER TABLE Changes ADD Note TEXT",
        "CHANGED schema, table Changes: its statement is not that of this version of the program")]
    [InlineData("CREATE TABLE Notes (Text TEXT)", "ADDED schema, table Notes: this version of the program does not create it")]
    public async Task A_database_that_is_not_what_it_recorded_is_not_upgraded_and_kept(string forgery, string finding)
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        database.Execute(forgery);
        var before = await File.ReadAllBytesAsync(database.Path);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseCreator.OpenAsync(database.Path, "unused"));
        Assert.StartsWith(
            $"The database {database.Path} was not upgraded, and is unchanged, because it differs from what it recorded. First of ",
            refusal.Message, StringComparison.Ordinal);
        Assert.Contains(finding, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($" To list them all, run: audit verify --database {database.Path}. ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
    }

    [Fact]
    public async Task A_database_that_another_process_uses_is_not_upgraded_until_that_one_ends()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        using (var other = database.Open())
        {
            using var reads = other.CreateCommand();
            reads.CommandText = "SELECT count(*) FROM RiskVillages";
            reads.ExecuteScalar();
            var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseCreator.OpenAsync(database.Path, "unused"));
            Assert.Equal(
                $"The database {database.Path} is from an earlier version of this application and must be upgraded, but another process " +
                "is using it: stop that process first.", refusal.Message);
            Assert.Equal(2L, reads.ExecuteScalar());
        }

        Assert.NotNull((await DatabaseCreator.OpenAsync(database.Path, "unused")).Upgraded);
    }

    [FactIfMounting]
    public async Task On_a_disk_without_room_for_the_copy_it_is_not_upgraded_and_kept()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        var content = await File.ReadAllBytesAsync(database.Path);
        using var disk = new SmallDisk(database.Folder, content.Length + 200_000);
        var path = Path.Combine(disk.Folder, "earlier.db");
        await File.WriteAllBytesAsync(path, content);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => DatabaseCreator.OpenAsync(path, "unused"));
        Assert.Equal($"There is not enough disk space for the database {path}.", refusal.Message);
        Assert.Equal(content, await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFiles(disk.Folder));
    }

    [Fact]
    public async Task Of_several_starts_at_once_one_upgrades_and_none_harms_it()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        var starts = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => DatabaseCreator.OpenAsync(database.Path, "unused")))));
        Assert.All(starts.OfType<Exception>(),
            refusal =>
                Assert.Contains("another process", Assert.IsType<StartupException>(refusal).Message, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(null, starts);
        Assert.Equal(EarlierDatabase.Changes, database.Execute(Log).Count);
        Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        await WriteServer.AuditAsync(database.Path);
    }

    [Fact]
    public async Task What_a_killed_start_left_is_deleted_by_the_next_one_even_where_nothing_is_to_be_upgraded()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        await DatabaseCreator.OpenAsync(database.Path, "unused");
        foreach (var leftover in (string[])[".new", ".new-wal", ".new-shm", ".new-journal", ".new.lock"])
        {
            await File.WriteAllTextAsync(database.Path + leftover, "left");
            await DatabaseCreator.OpenAsync(database.Path, "unused");
            Assert.Equal([database.Path], Directory.GetFiles(database.Folder));
        }
    }

    private static IEnumerable<string> DerivedByTheProgram()
    {
        using var database = new SeededDatabase();
        using var context = database.Open();
        return [.. context.Database.SqlQueryRaw<string>($"SELECT sql AS Value FROM ({Derived})").AsEnumerable()
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The columns of every table that does not follow from others.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Columns(EarlierDatabase database) => database
        .Execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 4) <> '__EF' AND name NOT LIKE '%By%'")
        .ToDictionary(table => table, table => database.Execute($"SELECT name FROM pragma_table_info('{table}') ORDER BY name"));

    /// <summary>The content of the columns, row by row, including the counters of keys, except those of rollups.</summary>
    private static IEnumerable<string> Rows(EarlierDatabase database, Dictionary<string, IReadOnlyList<string>> columns) =>
    [
        .. from table in columns
           let values = string.Join(" || ' ' || ", table.Value.Select(column => $"quote(\"{column}\")"))
           from row in database.Execute($"SELECT {values} FROM \"{table.Key}\"").Order(StringComparer.Ordinal)
           where table.Key != "sqlite_sequence" || !row.Contains("By", StringComparison.Ordinal)
           select $"{table.Key} {row}",
    ];
}
