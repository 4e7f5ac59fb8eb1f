using System.CommandLine;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using ReformGraph.Commands;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Entities;
using ReformGraph.Settings;
using ReformGraph.Tests.Ledger;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The command <c>restore</c>.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RestoreTests : IClassFixture<SmallDatabase>, IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly SmallDatabase small;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reformgraph-");
    private readonly string database;
    private readonly string backup;

    public RestoreTests(SmallDatabase small)
    {
        this.small = small;
        (database, backup) = (PathOf("present.db"), PathOf("backup.db"));
        File.WriteAllBytes(backup, small.Bytes);
    }

    private string Counts => $@"4 changes, \d+ row versions, \d+ rows, root {small.Known.Root}\n";

    private string Sound => $@"\A{Counts}The backup {backup} is sound: it agrees with itself\.\n";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_backup_is_put_where_no_database_is_and_a_rehearsal_puts_nothing_there()
    {
        var (exit, output) = await RunAsync(backup, "--verify");
        Assert.Equal(0, exit);
        Assert.Matches($@"{Sound}There is no database {database} that it would replace\.\n\z", output);
        Assert.Equal(["backup.db"], Names());

        (exit, output) = await RunAsync(backup);
        Assert.Equal(0, exit);
        Assert.Matches($@"{Sound}Restored {database} from {backup}\.\n\z", output);
        Assert.Equal(["backup.db", "present.db"], Names());
        Assert.Equal(small.Bytes, await File.ReadAllBytesAsync(database));
    }

    [Fact]
    public async Task A_restore_says_which_changes_and_keys_are_lost_and_keeps_the_replaced_database()
    {
        File.Copy(backup, database);
        await ChangeAsync(database, "甲");
        await ChangeAsync(database, "乙");
        Forgery.Write(database, "UPDATE ApiKeys SET RevokedAt = '2026-02-03 04:05:06' WHERE Name = 'b'");
        File.SetUnixFileMode(database, Private);
        File.SetUnixFileMode(backup, UnixFileMode.UserRead);
        var before = await File.ReadAllBytesAsync(database);
        var lost = $@"The log of {database} begins with that of the backup\.\nThe backup lacks 2 changes of {database}: sequence number " +
            @"5 to 6, recorded from \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC to \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.\n" +
            @"The key b is revoked, but not in the backup: revoke it again after a restore\.\n";
        var (exit, output) = await RunAsync(backup, "--verify");
        Assert.Equal(0, exit);
        Assert.Matches($@"{Sound}{lost}\z", output);
        Assert.Equal(before, await File.ReadAllBytesAsync(database));
        Assert.Equal(["backup.db", "present.db"], Names());

        (exit, output) = await RunAsync(backup);
        Assert.Equal(0, exit);
        Assert.Matches(
            $@"{Sound}{lost}Restored {database} from {backup}\.\n" +
            $@"The replaced database is kept as {database}\.replaced-\d{{8}}T\d{{6}}Z\.\n\z",
            output);
        var kept = Assert.Single(folder.GetFiles("present.db.replaced-*")).FullName;
        Assert.Equal(["backup.db", "present.db", Path.GetFileName(kept)], Names());
        Assert.Equal(small.Bytes, await File.ReadAllBytesAsync(database));
        Assert.Equal(Private, File.GetUnixFileMode(database));
        await WriteServer.AuditAsync(kept);

        (exit, output) = await RunAsync(kept, "--verify"); // the way back
        Assert.Equal(0, exit);
        Assert.Contains($"\nThe log of the backup begins with that of {database}, and has 2 changes more.\n", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_took_another_way_and_one_of_another_database_are_told_apart()
    {
        File.Copy(backup, database);
        Assert.Contains($"\nThe database {database} has the same log as the backup.\n", (await RunAsync(backup, "--verify")).Output,
            StringComparison.Ordinal);

        await ChangeAsync(backup, "甲");
        await ChangeAsync(database, "乙");
        var output = (await RunAsync(backup, "--verify")).Output;
        Assert.Contains($"\nThe logs of the backup and of {database} begin with the same 4 changes, and differ after that.\n", output,
            StringComparison.Ordinal);
        Assert.Contains($"\nThe backup lacks 1 change of {database}: sequence number 5 to 5, recorded from ", output,
            StringComparison.Ordinal);

        using var other = new SeededDatabase();
        File.Copy(other.Path, database, overwrite: true);
        output = (await RunAsync(backup, "--verify")).Output;
        Assert.Contains($"\nThe backup is of another database than {database}: their logs have nothing in common.\n", output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_of_an_earlier_version_is_upgraded_and_stays_as_it_is()
    {
        using var earlier = new EarlierDatabase(EarlierDatabase.Prerelease);
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(earlier.Path);
        foreach (var arguments in (string[][])[[earlier.Path, "--verify"], [earlier.Path]])
        {
            var (exit, output) = await RunAsync(arguments);
            Assert.Equal(0, exit);
            Assert.Matches(
                $@"\A7 changes, \d+ row versions, \d+ rows, root \w{{64}}\nThe backup {earlier.Path} is sound: it is from an earlier " +
                $@"version, with the last migration {EarlierDatabase.Prerelease}, and a copy was upgraded\.\n",
                output);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(earlier.Path));
        Assert.Equal([earlier.Path], Directory.GetFiles(earlier.Folder));
        Assert.False(DatabaseUpgrade.IsNeeded(database, Data.Versions.MigrationSet.OfProgram));
        await WriteServer.AuditAsync(database);
    }

    [Fact]
    public async Task A_backup_with_faults_is_not_restored()
    {
        File.Copy(backup, database);
        Forgery.Write(backup, "UPDATE RiskVillages SET LeadOfficial = '甲' WHERE Id = 2");
        foreach (var arguments in (string[][])[[backup, "--verify"], [backup]])
        {
            var (exit, output) = await RunAsync(arguments);
            Assert.Equal(1, exit);
            Assert.Matches(
                $@"\ACHANGED RiskVillage RV-H-002 \(id 2\): .+\n" +
                $@"The backup {backup} is not restored, because it differs from what it recorded: 1 fault\.\n\z",
                output);
        }

        Assert.Equal(["backup.db", "present.db"], Names());
        Assert.Equal(small.Bytes, await File.ReadAllBytesAsync(database));

        await BackupFolderTests.DamageAsync(backup);
        Assert.Equal(1, (await RunAsync(backup)).Exit);
        Assert.Equal(small.Bytes, await File.ReadAllBytesAsync(database));
    }

    [Fact]
    public async Task What_is_no_backup_of_this_program_is_refused_in_one_line()
    {
        await File.WriteAllTextAsync(PathOf("text"), new string('x', 8_192));
        await RefusedAsync("text", "The file FILE is not a SQLite database.");
        await File.WriteAllTextAsync(PathOf("empty.db"), "");
        await RefusedAsync("empty.db", "The file FILE is a SQLite database, but not a database of this application.");
        await RefusedAsync("nothing.db", "The backup FILE does not exist.");
        await RefusedAsync("present.db", "The file FILE is the database itself: name a backup of it.");
        File.WriteAllBytes(PathOf("later.db"), small.Bytes);
        Forgery.Write(PathOf("later.db"), "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '10')");
        await RefusedAsync("later.db", "The database FILE is from a newer version of this application: it has the migration " +
            "99990101000000_Later. Use that version, or restore a backup made before the upgrade.");
        await File.WriteAllTextAsync(backup + "-wal", "changes");
        await RefusedAsync("backup.db", "The file FILE has a journal, FILE-wal, with changes that the file lacks: a process uses it, or " +
            "was killed. Copy it with the command: backup COPY --database FILE. Then restore COPY.");
        Assert.False(File.Exists(database));

        async Task RefusedAsync(string file, string message)
        {
            foreach (var arguments in (string[][])[[PathOf(file), "--verify"], [PathOf(file)]])
            {
                Assert.Equal(message.Replace("FILE", PathOf(file), StringComparison.Ordinal),
                    (await Assert.ThrowsAnyAsync<StartupException>(() => RunAsync(arguments))).Message);
            }
        }
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_is_replaced_and_kept_with_its_journal()
    {
        await File.WriteAllTextAsync(database, new string('x', 8_192));
        await File.WriteAllTextAsync(database + "-wal", "changes");
        var (exit, output) = await RunAsync(backup, "--verify");
        Assert.Equal(0, exit);
        Assert.Contains($"\nThe database {database} cannot be compared with the backup: ", output, StringComparison.Ordinal);
        (exit, output) = await RunAsync(backup);
        Assert.Equal(0, exit);
        Assert.Contains($"\nThe replaced database is kept as {database}.replaced-", output, StringComparison.Ordinal);
        var kept = Assert.Single(folder.GetFiles("present.db.replaced-*Z")).FullName;
        Assert.Equal(["backup.db", "present.db", Path.GetFileName(kept), Path.GetFileName(kept) + "-wal"], Names());
        Assert.Equal("changes", await File.ReadAllTextAsync(kept + "-wal"));
        Assert.Equal(small.Bytes, await File.ReadAllBytesAsync(database));
    }

    [Fact]
    public async Task Changes_in_the_journal_of_a_killed_server_are_kept_with_the_replaced_database()
    {
        File.Copy(backup, database);
        using (var wal = SqliteFile.Connect(database, SqliteOpenMode.ReadWrite))
        {
            Forgery.Execute(wal, "PRAGMA journal_mode = WAL");
            Forgery.Execute(wal, "UPDATE ApiKeys SET Name = 'in the journal' WHERE Name = 'a'");
            File.Copy(database + "-wal", PathOf("kept-wal"));
            File.Copy(database, PathOf("kept"));
        }

        File.Move(PathOf("kept"), database, overwrite: true);
        File.Move(PathOf("kept-wal"), database + "-wal", overwrite: true);
        Assert.Equal(0, (await RunAsync(backup)).Exit);
        Assert.Equal(["backup.db", "present.db", Assert.Single(folder.GetFiles("present.db.replaced-*")).Name], Names());
        using var kept = SqliteFile.Connect(folder.GetFiles("present.db.replaced-*")[0].FullName, SqliteOpenMode.ReadOnly);
        Assert.Equal(["in the journal", "b"], kept.Texts("SELECT Name FROM ApiKeys ORDER BY Id"));
    }

    [Fact]
    [Trait("Kind", "process")]
    public async Task While_a_server_runs_a_restore_is_refused_and_a_rehearsal_is_not()
    {
        using var seeded = new SeededDatabase();
        DatabaseBackup.Make(seeded.Path, backup + ".copy");
        using var server = ProgramProcess.Start(seeded.Folder, "--Url=http://127.0.0.1:0", "--database", seeded.Path);
        Assert.StartsWith("Listening on ", await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)),
            StringComparison.Ordinal);
        var (exit, output, error) = await RestoreAsync("--verify");
        Assert.Equal((0, ""), (exit, error));
        Assert.EndsWith($"\nThe database {seeded.Path} has the same log as the backup.\n", output, StringComparison.Ordinal);
        var refusal = $"The database {seeded.Path} is in use by another process: stop the server before you replace its database.\n";
        Assert.Equal((1, "", refusal), await RestoreAsync());

        await using (var file = new FileStream(seeded.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            await file.WriteAsync(new byte[100]); // SQLite no longer knows it as a database, and so locks nothing
        }

        Assert.Equal((1, "", refusal), await RestoreAsync());
        server.Kill();
        await server.WaitForExitAsync();
        (exit, output, error) = await RestoreAsync();
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains($"\nRestored {seeded.Path} from {backup}.copy.\nThe replaced database is kept as {seeded.Path}.replaced-", output,
            StringComparison.Ordinal);
        await WriteServer.AuditAsync(seeded.Path);

        Task<(int Exit, string Output, string Error)> RestoreAsync(params string[] arguments) =>
            ProgramProcess.RunAsync(seeded.Folder, ["restore", backup + ".copy", .. arguments, "--database", seeded.Path]);
    }

    private static Task ChangeAsync(string path, string official) => WriteServer.RecordAsync(path, context =>
    {
        var village = context.Set<RiskVillage>().Single(row => row.Id == 2);
        village.LeadOfficial = official;
    });

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private List<string> Names() => [.. folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var exit = await RestoreCommand.Create(() => new ReformGraphOptions { Database = new() { File = database } }).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (exit, output.ToString().ReplaceLineEndings("\n"));
    }
}
