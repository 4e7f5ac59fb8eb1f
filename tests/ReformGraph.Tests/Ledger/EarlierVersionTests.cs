using System.CommandLine;
using ReformGraph.Commands;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Versions;
using ReformGraph.Settings;
using ReformGraph.Tests.Database;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>Files of earlier versions are verified by what those versions knew, and distinguished from damaged ones.</summary>
public sealed class EarlierVersionTests
{
    private const string FirstWithHistory = "20261125110646_History";
    private const string HowToComplete = "Upgrade it with the last version before 0.1.0 first, as docs/databases.md describes";
    private const string Earlier = "20261128204808_KeepLeavesOfChanges";

    public static TheoryData<string> WithHistory =>
        [.. EarlierDatabase.Incomplete.Append(EarlierDatabase.Prerelease)
        .Where(migration => string.CompareOrdinal(migration, FirstWithHistory) >= 0)];

    public static TheoryData<string> WithoutHistory =>
        [.. EarlierDatabase.Incomplete.Where(migration => string.CompareOrdinal(migration, FirstWithHistory) < 0)];

    [Theory]
    [MemberData(nameof(WithHistory))]
    public async Task An_honest_file_of_an_earlier_version_is_verified_and_said_to_be_one(string migration)
    {
        using var database = new EarlierDatabase(migration);
        var before = await File.ReadAllBytesAsync(database.Path);
        var (exit, output) = await VerifyAsync(database);
        var lines = output.Split('\n');
        Assert.Equal(
            $"An earlier version of this program created the database: its last migration is {migration}, and that of this version is " +
            $"{MigrationSet.OfProgram.Last}. Its tables and columns are compared with those of that version; its triggers and views are " +
            "not verified. " +
            $"{(migration == EarlierDatabase.Prerelease ? $"The next start of the server upgrades it (--database {database.Path})" : HowToComplete)}.", lines[0]);
        Assert.Equal((0, "The database agrees with itself. Without a checkpoint, a log that was forged as a whole cannot be detected."),
            (exit, lines[2]));
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
    }

    [Theory]
    [MemberData(nameof(WithoutHistory))]
    public async Task Of_one_that_recorded_no_changes_it_is_said_that_there_is_nothing_to_verify(string migration)
    {
        using var database = new EarlierDatabase(migration);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => VerifyAsync(database));
        Assert.Equal(
            $"The database {database.Path} is from a version that did not record changes (its last migration is {migration}), so it " +
            $"cannot be verified. {HowToComplete}; its history begins then.", refusal.Message);
    }

    [Fact]
    public async Task A_file_of_the_release_is_verified_by_a_later_version_that_has_a_column_and_a_table_more()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Released);
        var earlier = await EarlierVersion.OfAsync(database.Path, LaterVersion.Migrations, CancellationToken.None);
        Assert.Equal(EarlierDatabase.Released, earlier!.Migration);
        await using var context = DatabaseFile.ReadingContextOf(database.Path);
        var report = await Audit.RunAsync(context, earlier.Schema, null, earlier: earlier);
        Assert.Empty(report.Findings);
        Assert.Equal(EarlierDatabase.Changes, report.Changes);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_not_called_damaged()
    {
        using var database = new EarlierDatabase(EarlierDatabase.Prerelease);
        await DatabaseCreator.OpenAsync(database.Path, "unused");
        database.Execute("INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Future', '99.0.0')");
        var refusal = await Assert.ThrowsAsync<StartupException>(() => VerifyAsync(database));
        Assert.Equal(
            $"The database {database.Path} is from a newer version of this application: it has the migration 99991231235959_Future. Use " +
            "that version, " +
            "or restore a backup made before the upgrade.",
            refusal.Message);
    }

    [Theory]
    [InlineData("UPDATE RiskVillages SET Level = 1 WHERE Id = 1",
        "ADDED RiskVillage RV-H-001 (id 1) version 2: it exists as of change 6, which did not record it; compared with the version " +
        "before: level is \"LOW\" but was recorded as \"HIGH\"\n")]
    [InlineData("DELETE FROM RiskVillagesRevisions WHERE Id = 3 AND Version = 1",
        "MISSING RiskVillage RV-M-001 (id 3): change 3 recorded it, but the record is gone")]
    [InlineData("UPDATE Changes SET Actor = 'another' WHERE Id = 2", "CHANGED change 2: its hash is not the hash of its content")]
    [InlineData("UPDATE ChangeLeaves SET Leaves = zeroblob(36) WHERE ChangeId = 2", "CHANGED change 2, its stored leaves: ")]
    [InlineData("ALTER TABLE Changes ADD Salt BLOB", "CHANGED schema, table Changes: ")]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%KeepLeavesOfChanges'", "ADDED schema, table ChangeLeaves: ")]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%Rollups'",
        "MISSING schema, migration 20261125072737_Rollups: ")]
    public async Task What_a_forger_did_to_one_is_named(string forgery, string finding)
    {
        using var database = new EarlierDatabase(Earlier);
        database.Execute(forgery);
        var (exit, output) = await VerifyAsync(database);
        Assert.Equal(1, exit);
        Assert.Contains("\n" + finding, "\n" + output, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output)> VerifyAsync(EarlierDatabase database)
    {
        using var output = new StringWriter();
        var exit = await AuditCommand.Create(() => new ReformGraphOptions { Database = new() { File = database.Path } }).Parse(["verify"])
            .InvokeAsync(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        return (exit, output.ToString());
    }
}
