using Microsoft.Data.Sqlite;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The command <c>backup --into</c>, as a schedule runs it.</summary>
[Trait("Kind", "process")]
public sealed class BackupFolderTests : IDisposable
{
    private readonly SeededDatabase database = new();
    private readonly string backups;

    public BackupFolderTests() => backups = Directory.CreateDirectory(Path.Combine(database.Folder, "backups")).FullName;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_cycle_keeps_as_many_backups_as_it_is_told_and_touches_no_other_file()
    {
        string[] others =
        [
            "other-20200101T000000Z.db", "reformgraph-20200101T000000Z.db.old", "reformgraph-20209901T000000Z.db",
            "reformgraph-20200101.db", "reformgraph.db", "reformgraph-2020-01-01T00:00:00Z.db", "Reformgraph-20200101T000000Z.db",
            "reformgraph-29990101T000000Z.db", // by a clock that was wrong
        ];
        Lay([.. others, "reformgraph-20200101T000000Z.db", "reformgraph-20200102T000000Z.db", "reformgraph-20210101T000000Z.db"]);
        Lay("reformgraph-20200103T000000Z.db.new", "reformgraph-20200103T000000Z.db.new.lock"); // of one that was killed
        Directory.CreateDirectory(Path.Combine(backups, "reformgraph-20190101T000000Z.db"));
        File.CreateSymbolicLink(Path.Combine(backups, "reformgraph-20190102T000000Z.db"), database.Path);

        var (exit, output, error) = await RunAsync("--into=backups", "--keep=3");
        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(
            @"^Copied reformgraph.db to backups/reformgraph-\d{8}T\d{6}Z.db: \d+\.\d MB\n" +
            "Deleted backups/reformgraph-20200101T000000Z.db\n$",
            output.ReplaceLineEndings("\n"));
        var newest = Path.GetFileName(output.Split(' ', ':')[3]);
        Assert.Equal(
            [.. others.Append("reformgraph-20200102T000000Z.db").Append("reformgraph-20210101T000000Z.db")
                .Append("reformgraph-20190102T000000Z.db").Append(newest).Order(StringComparer.Ordinal)],
            Names());

        // The next cycles, until all backups are those of this program.
        for (var cycle = 1; cycle <= 3; cycle++)
        {
            File.Move(Path.Combine(backups, newest), Path.Combine(backups, $"reformgraph-2022010{cycle}T000000Z.db"));
            (exit, output, _) = await RunAsync("--into", "backups", "--keep", "3");
            Assert.Equal((0, 2), (exit, output.Split("Deleted").Length));
            newest = Path.GetFileName(output.Split(' ', ':')[3]);
        }

        Assert.Equal(
            [.. others.Append("reformgraph-20220102T000000Z.db").Append("reformgraph-20220103T000000Z.db")
                .Append("reformgraph-20190102T000000Z.db").Append(newest).Order(StringComparer.Ordinal)],
            Names());
        await WriteServer.AuditAsync(Path.Combine(backups, newest));
    }

    [Fact]
    public async Task Without_a_number_all_are_kept()
    {
        Lay("reformgraph-20200101T000000Z.db");
        Assert.Equal(0, (await RunAsync("--into=backups")).Exit);
        Assert.Equal(2, Names().Count);
    }

    [Fact]
    public async Task A_damaged_database_is_not_backed_up_and_no_backup_is_deleted()
    {
        Lay("reformgraph-20200101T000000Z.db", "reformgraph-20200102T000000Z.db");
        await DamageAsync(database.Path);
        foreach (var arguments in (string[][])[["--into=backups", "--keep=1"], ["backups/copy.db"]])
        {
            var (exit, output, error) = await RunAsync(arguments);
            Assert.Equal((1, ""), (exit, output));
            Assert.Matches(
                "^The database reformgraph[.]db is damaged, so no backup was made: .+[.] To list all faults, run: audit verify " +
                "--database reformgraph[.]db[.] An earlier backup can be restored with the command: restore FILE[.]\n$", error);
        }

        Assert.Equal(["reformgraph-20200101T000000Z.db", "reformgraph-20200102T000000Z.db"], Names());
    }

    [FactIfMounting]
    public async Task A_full_disk_is_named_and_no_backup_is_deleted()
    {
        using var disk = new SmallDisk(database.Folder, 1_000_000);
        await File.WriteAllTextAsync(Path.Combine(disk.Folder, "reformgraph-20200101T000000Z.db"), "");
        var (exit, output, error) = await RunAsync("--into=small", "--keep=1");
        Assert.Equal((1, ""), (exit, output));
        Assert.Matches(
            "^There is not enough disk space for small/reformgraph-.*Z[.]db: a copy needs as much as the database reformgraph[.]db[.]\n$",
            error);
        Assert.Equal(["reformgraph-20200101T000000Z.db"], Directory.GetFiles(disk.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("backup needs either FILE, the new file, or --into FOLDER, the folder in which it names the new file.", "copy.db",
        "--into=backups")]
    [InlineData("--keep says how many backups are kept in a folder: give it with --into only.", "copy.db", "--keep=2")]
    [InlineData("--keep cannot be 0: it must be at least 1, because the new backup counts.", "--into=backups", "--keep=0")]
    [InlineData("The folder FOLDER/nowhere does not exist.", "--into=nowhere", "--keep=2")]
    public async Task What_cannot_be_done_is_reported_in_one_line(string message, params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(arguments);
        Assert.Equal((1, "", message.Replace("FOLDER/", database.Folder + "/", StringComparison.Ordinal) + Environment.NewLine),
            (exit, output, error));
        Assert.Empty(Names());
    }

    /// <summary>Overwrites a page in the middle of a database, which stays one that can be opened.</summary>
    internal static async Task DamageAsync(string path)
    {
        SqliteConnection.ClearAllPools();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Position = file.Length / 2 / 4_096 * 4_096;
        await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 8_192).ToArray());
    }

    private void Lay(params string[] names) => names.ToList().ForEach(name => File.WriteAllText(Path.Combine(backups, name), ""));

    private List<string?> Names() =>
        [.. Directory.GetFiles(backups).Select(Path.GetFileName).Order(StringComparer.Ordinal)];

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) =>
        ProgramProcess.RunAsync(database.Folder, ["backup", .. arguments, "--database=reformgraph.db"]);
}
