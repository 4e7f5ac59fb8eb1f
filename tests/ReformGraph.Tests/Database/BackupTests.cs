using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The command <c>backup</c>.</summary>
[Trait("Kind", "process")]
public sealed class BackupTests
{
    private const int Writers = 8;

    [Fact]
    public async Task A_backup_of_a_database_that_is_written_holds_all_that_was_acknowledged_before_it_began()
    {
        await using var own = await WriteServer.StartAsync();
        using var end = new CancellationTokenSource();
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<long>();
        var writing = Enumerable.Range(1, Writers).Select(number => WriteAsync(own, $"RV-H-00{number}", acknowledged, end.Token)).ToList();
        while (acknowledged.Count < 10 * Writers)
        {
            await Task.Delay(10);
        }

        var before = acknowledged.ToList();
        var (exit, output, error) = await ProgramProcess.RunAsync(own.Database.Folder, "backup", "copy.db", "--database=reformgraph.db");
        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"^Copied reformgraph.db to copy.db: \d+\.\d MB\n$", output.ReplaceLineEndings("\n"));
        var during = acknowledged.Count;
        while (acknowledged.Count < during + Writers)
        {
            await Task.Delay(10); // writes continue after it
        }

        await end.CancelAsync();
        await Task.WhenAll(writing);

        var copy = Path.Combine(own.Database.Folder, "copy.db");
        Assert.False(File.Exists(copy + "-wal"));
        Assert.Empty((await DatabaseCreator.OpenAsync(copy, "unused")).Seeded);
        await WriteServer.AuditAsync(copy);
        await using var context = DatabaseFile.ReadingContextOf(copy);
        Assert.Subset((await context.Set<Change>().Select(change => change.Sequence).ToListAsync()).ToHashSet(), before.ToHashSet());
        Assert.Equal(1 + acknowledged.Count, (await own.SequencesAsync()).Count);
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_is_copied_as_it_is()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Incomplete.First());
        var (exit, _, _) = await ProgramProcess.RunAsync(database.Folder, "backup", "copy.db", "--database=earlier.db");
        Assert.Equal(0, exit);
        Assert.Equal((await ContentAsync("earlier.db")).ToArray(), (await ContentAsync("copy.db")).ToArray());

        // Behind the header, which counts how often the file was written.
        async Task<Memory<byte>> ContentAsync(string file) =>
            (await File.ReadAllBytesAsync(Path.Combine(database.Folder, file))).AsMemory(100);
    }

    [Fact]
    public async Task What_cannot_be_copied_or_written_is_refused_in_one_line()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Incomplete.First());
        await RefusedAsync("earlier.db", "earlier.db",
            "The file earlier.db already exists and is not replaced: choose another name, or delete it.");
        await RefusedAsync("earlier.db", "nowhere/copy.db", $"The folder {Path.Combine(database.Folder, "nowhere")} does not exist.");
        await RefusedAsync("other.db", "copy.db", $"The database {Path.Combine(database.Folder, "other.db")} does not exist.");
        await File.WriteAllTextAsync(Path.Combine(database.Folder, "stray.db-wal"), "of a database that is gone");
        await RefusedAsync("earlier.db", "stray.db",
            "The file stray.db-wal already exists and is not replaced: choose another name, or delete it.");
        database.Execute("DROP TABLE __EFMigrationsHistory");
        await RefusedAsync("earlier.db", "copy.db", "The file earlier.db is a SQLite database, but not a database of this application.");
        Assert.Equal(2, Directory.GetFileSystemEntries(database.Folder).Length);

        async Task RefusedAsync(string from, string to, string message)
        {
            var (exit, output, error) = await ProgramProcess.RunAsync(database.Folder, "backup", to, "--database", from);
            Assert.Equal((1, "", message + Environment.NewLine), (exit, output, error));
        }
    }

    [TheoryIfTracing]
    [InlineData("pwrite64", 20)]
    [InlineData("fsync", 1)]
    [InlineData("rename", 1)]
    public async Task A_backup_that_is_killed_leaves_no_file_and_the_next_one_is_made(string call, int time)
    {
        using var database = new EarlierDatabase(EarlierDatabase.Incomplete.First());
        var copy = Path.Combine(database.Folder, "copy.db");
        using (var process = ProgramProcess.StartToBeKilled(database.Folder, call, time, "backup", "copy.db", "--database=earlier.db"))
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(120));
            Assert.NotEqual(0, process.ExitCode);
        }

        Assert.False(File.Exists(copy));
        Assert.True(File.Exists(copy + ".new"));
        Assert.Equal(0, (await ProgramProcess.RunAsync(database.Folder, "backup", "copy.db", "--database=earlier.db")).Exit);
        Assert.Equal([copy, database.Path], Directory.GetFiles(database.Folder).Order(StringComparer.Ordinal));
    }

    private static async Task WriteAsync(WriteServer own, string code, System.Collections.Concurrent.ConcurrentBag<long> acknowledged,
        CancellationToken end)
    {
        for (var version = 1; !end.IsCancellationRequested; version++)
        {
            var written =
                await own.FieldAsync(
                $$"""mutation { updateRiskVillage(input: { {{WriteServer.Note}}, code: "{{code}}", version: {{version}}, riskFactors: "{{version}}" }) { change { sequence } } }""");
            acknowledged.Add(written.GetProperty("change").GetProperty("sequence").GetInt64());
        }
    }
}
