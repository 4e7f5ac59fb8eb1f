using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Versions;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Ledger;

/// <summary>An audit finds what a forger did who dropped the triggers, wrote what he liked, and put them back.</summary>
public sealed class AuditTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private static readonly Lazy<Task<SchemaContent>> Declared = new(() => DeclaredSchema.ReadAsync());

    [Fact]
    public async Task A_database_that_nobody_tampered_with_never_alarms()
    {
        var (path, known) = await MadeAsync();
        var report = await AuditAsync(path, known);
        Assert.Empty(report.Findings);
        Assert.Equal((4, known.Root), (report.Changes, report.Root));
    }

    [Theory]
    [InlineData("UPDATE RiskVillages SET Level = 1 WHERE Id = 1",
        "CHANGED RiskVillage RV-H-001 (id 1): the row differs from its version 3: level is \"LOW\" but was recorded as \"HIGH\"")]
    [InlineData("DELETE FROM CheckInputs WHERE Id = 1", "MISSING CheckInput 1: ")]
    [InlineData("INSERT INTO RiskVillages (Id, Code, Synthetic, Level, CountyId, Version) VALUES (900, 'x', 0, 1, 1, 1)",
        "ADDED RiskVillage x (id 900): the row exists, but no version of it was recorded: code is \"x\"; ")]
    [InlineData("UPDATE RiskVillagesRevisions SET LeadOfficial = 'x' WHERE Id = 5; UPDATE RiskVillages SET LeadOfficial = 'x' WHERE Id = 5",
        "CHANGED RiskVillage RV-H-005 (id 5) version 1: it differs from what change 1 recorded, of which only the hash is left; now: ")]
    [InlineData("UPDATE RiskVillagesRevisions SET Level = 1 WHERE Id = 1 AND Version = 1",
        "CHANGED RiskVillage RV-H-001 (id 1) version 1: it differs from what change 1 recorded")]
    [InlineData("DELETE FROM RiskVillagesRevisions WHERE Id = 1 AND Version = 1",
        "MISSING RiskVillage RV-H-001 (id 1): change 1 recorded it, but the record is gone",
        "MISSING RiskVillage RV-H-001 (id 1) version 1: version 2 exists")]
    [InlineData("DELETE FROM RiskVillagesRevisions WHERE Id = 5; DELETE FROM RiskVillages WHERE Id = 5",
        "MISSING RiskVillage 5: change 1 recorded it, but the record is gone")]
    [InlineData("UPDATE RiskVillagesRevisions SET RecordedTo = 3 WHERE Id = 1 AND Version = 1",
        "CHANGED RiskVillage RV-H-001 (id 1) version 1: ")]
    [InlineData("UPDATE RiskVillagesRevisions SET RecordedTo = '2x' WHERE Id = 1 AND Version = 1",
        "DAMAGED RiskVillage RV-H-001 (id 1) version 1: ")]
    [InlineData("UPDATE RiskVillagesRevisions SET RecordedTo = 3 WHERE Id = 2", "MISSING RiskVillage RV-H-002 (id 2): change 4 ",
        "ADDED RiskVillage RV-H-002 (id 2): its withdrawal exists as of change 3, which did not record it")]
    [InlineData("UPDATE RiskVillagesRevisions SET RecordedTo = 9223372036854775807 WHERE Id = 2",
        "MISSING RiskVillage RV-H-002 (id 2): change 4 ", "MISSING RiskVillage RV-H-002 (id 2): the row does not exist")]
    [InlineData("UPDATE Changes SET Reason = 'another' WHERE Id = 2", "CHANGED change 2: its hash")]
    [InlineData("UPDATE Changes SET Actor = CAST(Actor AS BLOB) WHERE Id = 2", "CHANGED change 2: its hash")]
    [InlineData("UPDATE Changes SET EvidenceSha256 = 'x' WHERE Id = 2", "CHANGED change 2: its hash")]
    [InlineData("UPDATE Changes SET RecordedAt = '2001-01-01 00:00:00' WHERE Id = 3", "REORDERED change 3: ")]
    [InlineData("DELETE FROM Changes WHERE Id = 3", "MISSING change 3: ")]
    [InlineData("DELETE FROM Changes WHERE Id = 4", "TRUNCATED DataState: ")]
    [InlineData(
        "UPDATE Changes SET Id = 9, Sequence = 9 WHERE Id = 2; UPDATE Changes SET Id = 2, Sequence = 2 WHERE Id = 3; UPDATE Changes SET " +
        "Id = 3, Sequence = 3 WHERE Id = 9", "CHANGED change 2: ", "REORDERED change 3: ")]
    [InlineData(
        "INSERT INTO Changes SELECT 5, 5, '2099-01-01 00:00:00', Actor, Kind, Reason, EffectiveOn, EvidenceReference, EvidenceSha256, " +
        "RowCount, RowsRoot, Hash, Salt FROM Changes WHERE Id = 4", "MISSING change 5: it states that it recorded 1 row with the root ")]
    [InlineData(
        "INSERT INTO RiskVillagesRevisions (Id, Code, Synthetic, Level, CountyId, Version, RecordedFrom, RecordedTo) VALUES (900, 'x', " +
        "0, 1, 1, 1, 1, 9223372036854775807)",
        "ADDED RiskVillage x (id 900) version 1: it exists as of change 1, which did not record it: code is \"x\"; ")]
    [InlineData(
        "UPDATE RiskVillagesRevisions SET Id = 15 - Id, RecordedFrom = -Id WHERE Id IN (7, 8); UPDATE RiskVillagesRevisions SET " +
        "RecordedFrom = 1 WHERE Id IN (7, 8)",
        "CHANGED RiskVillage RV-H-008 (id 7) version 1: it differs from what change 1 recorded: code is \"RV-H-008\" but was recorded as " +
        "\"RV-H-007\"", "CHANGED RiskVillage RV-H-007 (id 8) version 1: ")]
    [InlineData("UPDATE RiskVillagesRevisions SET RevisionId = -1 WHERE Id = 1 AND Version = 2", "REORDERED RiskVillage ")]
    [InlineData("UPDATE ChangeLeaves SET Leaves = zeroblob(36) WHERE ChangeId = 2", "CHANGED change 2, its stored leaves: ")]
    [InlineData("UPDATE ChangeLeaves SET Leaves = CAST(Leaves AS TEXT) WHERE ChangeId = 2", "CHANGED change 2, its stored leaves: ")]
    [InlineData("UPDATE ChangeLeaves SET Leaves = substr(Leaves, 2) WHERE ChangeId = 2", "CHANGED change 2, its stored leaves: ")]
    [InlineData("UPDATE ChangeLeaves SET Entity = 'County' WHERE ChangeId = 2", "CHANGED change 2, its stored leaves: ")]
    [InlineData("UPDATE ChangeLeaves SET First = 1 WHERE ChangeId = 2", "CHANGED change 2, its stored leaves: ")]
    [InlineData("UPDATE ChangeLeaves SET ChangeId = 9 WHERE ChangeId = 2", "MISSING change 2, its stored leaves: ",
        "ADDED change 9, its stored leaves: there is no such change")]
    [InlineData("DELETE FROM ChangeLeaves; DELETE FROM RiskVillagesRevisions WHERE Id = 9; DELETE FROM RiskVillages WHERE Id = 9",
        "MISSING change 1: it recorded 1595 rows but has 1594, and neither these nor the stored leaves match its root: AssetHandover 1 " +
        "version 1, ")]
    [InlineData("UPDATE Changes SET RowsRoot = (SELECT RowsRoot FROM Changes WHERE Id = 3) WHERE Id = 2",
        "CHANGED change 2: it states that it recorded 1 row with the root ", "CHANGED change 2: its hash")]
    [InlineData("UPDATE DataState SET Sequence = 9", "TRUNCATED DataState: ")]
    [InlineData("UPDATE DataState SET Database = lower(Database)", "DAMAGED DataState: ")]
    [InlineData("UPDATE DataState SET Database = '00000000-0000-0000-0000-000000000001'", "CHANGED the log: ")]
    [InlineData("DELETE FROM DataState", "DAMAGED DataState: ")]
    [InlineData("UPDATE RiskVillagesByLevelStatus SET Rows = Rows + 1 WHERE Id = 1", "CHANGED RiskVillagesByLevelStatus: ")]
    [InlineData("UPDATE RiskVillages SET CountyId = 77 WHERE Id = 7", "MISSING RiskVillages, row 7: ")]
    [InlineData("DROP INDEX IX_RiskVillages_Code_CountyId", "MISSING schema, index IX_RiskVillages_Code_CountyId: ")]
    [InlineData("CREATE TABLE Mine (Id INTEGER)", "ADDED schema, table Mine: ")]
    [InlineData("DELETE FROM __EFMigrationsHistory", "MISSING schema, migration ")]
    [InlineData("DROP TABLE RiskVillagesRevisions", "MISSING schema, table RiskVillagesRevisions: ")]
    public async Task What_a_forger_did_is_named(string forgery, params string[] findings)
    {
        var (path, known) = await MadeAsync();
        Forgery.Write(path, forgery);
        var report = await AuditAsync(path, known);
        var said = report.Findings.Select(finding => finding.ToString()).ToList();
        Assert.All(findings, expected => Assert.Contains(said, finding => finding.StartsWith(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_broken_row_is_named_and_no_other()
    {
        var (path, known) = await MadeAsync();
        Forgery.Write(path,
            "UPDATE ReformTasksRevisions SET Synthetic = 1; UPDATE ReformTasks SET Synthetic = 1; DELETE FROM ReformTasksRevisions WHERE " +
            "Id = 150; DELETE FROM ReformTasks WHERE Id = 150");
        var named = new List<string>();
        await AuditAsync(path, known, finding => named.Add(finding.ToString()));
        Assert.Equal(
            Enumerable.Range(1, 199)
                .Select(id => id == 150
                ? "MISSING ReformTask 150: change 1 recorded it, but the record is gone"
                : $"CHANGED ReformTask (id {id}) version 1: it differs from what change 1 recorded"),
            named.Where(finding => finding.Contains("change", StringComparison.Ordinal))
                .Select(finding => Regex.Replace(finding, @"(?<=ReformTask )\S+ (?=\(id)|, of which.*", "")));
    }

    [Fact]
    public async Task Only_a_checkpoint_reveals_a_log_that_was_forged_as_a_whole()
    {
        var (path, known) = await MadeAsync();
        Forgery.Write(path,
            "UPDATE RiskVillagesRevisions SET LeadOfficial = 'x' WHERE Id = 5; UPDATE RiskVillages SET LeadOfficial = 'x' WHERE Id = 5");
        Forgery.Rechain(path);
        Assert.Empty((await AuditAsync(path, null)).Findings);
        Assert.StartsWith("CHANGED the log: its first 4 changes have the root ",
            Assert.Single((await AuditAsync(path, known)).Findings).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_checkpoint_reveals_a_log_whose_end_was_cut_off_cleanly()
    {
        var (path, known) = await MadeAsync();
        Forgery.Write(path,
            "DELETE FROM Changes WHERE Id = 4; DELETE FROM ChangeLeaves WHERE ChangeId = 4; UPDATE DataState SET Sequence = 3; UPDATE " +
            "RiskVillagesRevisions SET RecordedTo = 9223372036854775807 WHERE Id = 2; "
            + "INSERT INTO RiskVillages (Id, Code, Synthetic, Level, Status, LeadOfficial, RiskFactors, AssessedOn, ResolvedOn, " +
            "CountyId, TownshipId, VillageId, ProvenById, Version) "
            + "SELECT Id, Code, Synthetic, Level, Status, LeadOfficial, RiskFactors, AssessedOn, ResolvedOn, CountyId, TownshipId, " +
            "VillageId, ProvenById, Version FROM RiskVillagesRevisions WHERE Id = 2");
        Forgery.Write(path,
            "UPDATE RiskVillagesByLevelStatus SET Rows = (SELECT COUNT(*) FROM RiskVillages AS r WHERE r.Level = " +
            "RiskVillagesByLevelStatus.Level AND r.Status IS RiskVillagesByLevelStatus.Status)");
        var said = (await AuditAsync(path, known)).Findings.Select(finding => finding.ToString());
        Assert.Contains("TRUNCATED the log: it has 3 changes, but had 4 at the checkpoint", said);
        Assert.DoesNotContain((await AuditAsync(path, null)).Findings, finding => finding.Place.Contains("log", StringComparison.Ordinal)
            || finding.Place.StartsWith("change", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_from_before_later_changes_fits()
    {
        var (path, known) = await MadeAsync();
        await WriteServer.RecordAsync(path, context => context.Set<RiskVillage>().First(village => village.Id == 3).LeadOfficial = "later");
        var report = await AuditAsync(path, known);
        Assert.Empty(report.Findings);
        Assert.Equal(5, report.Changes);
    }

    [Fact]
    public async Task Every_version_and_withdrawal_can_be_proven_and_no_forged_proof_holds()
    {
        var (path, known) = await MadeAsync();
        await using var context = DatabaseFile.ReadingContextOf(path);
        await context.Database.OpenConnectionAsync();
        var maker = new ProofMaker(context.Database.GetDbConnection(), context.Model);
        foreach (var (id, version, size) in ((long, long?, long?)[])[(1, 1, null), (1, 2, null), (1, 2, 2), (1, 3, 3), (2, 1, null),
            (2, null, null), (118, null, null)])
        {
            var proof = maker.Inclusion("RiskVillage", id, version, size);
            Assert.True(proof.Holds && (size is not null || proof.Root == known.Root));
            Assert.False((proof with { Root = proof.Change.RowsRoot }).Holds);
            Assert.False((proof with { Row = proof.Row with { Id = 9 } }).Holds);
            Assert.False((proof with { Row = proof.Row with { Version = 7 } }).Holds);
            Assert.False((proof with { RowIndex = proof.RowIndex + 1 }).Holds);
            Assert.False((proof with { Change = proof.Change with { Actor = "another" } }).Holds);
            Assert.False((proof with { Change = proof.Change with { Sequence = proof.Change.Sequence + 1 } }).Holds);
            Assert.True(
                proof.Row.Values.Count == 0 || !(proof with { Row = proof.Row with { Values = [.. proof.Row.Values.Skip(1)] } }).Holds);
            var file = Path.Combine(database.Folder, Path.GetRandomFileName());
            await File.WriteAllTextAsync(file, proof.ToJson());
            var read = Proof.Read(file);
            Assert.True(read.Holds);
            Assert.Equal(proof.ToJson(), read.ToJson());
        }

        Assert.Throws<NothingToProveException>(() => maker.Inclusion("RiskVillage", 1, 9, null));
        Assert.Throws<NothingToProveException>(() => maker.Inclusion("RiskVillage", 1, 3, 1));
        Assert.True(maker.Consistency(2, null).Holds);
        Assert.False((maker.Consistency(2, null) with { FirstRoot = known.Root }).Holds);
    }

    private static async Task<AuditReport> AuditAsync(string path, Checkpoint? known, Action<AuditFinding>? tell = null)
    {
        await using var context = DatabaseFile.ReadingContextOf(path);
        return await Audit.RunAsync(context, await Declared.Value, known, tell);
    }

    /// <summary>A copy with two corrections of a row and the withdrawal of another, and the checkpoint of it.</summary>
    private async Task<(string Path, Checkpoint Known)> MadeAsync()
    {
        var path = Path.Combine(database.Folder, Path.GetRandomFileName());
        File.Copy(database.Path, path);
        await WriteServer.RecordAsync(path, context => context.Set<RiskVillage>().First(village => village.Id == 1).LeadOfficial = "王");
        await WriteServer.RecordAsync(path,
            context => context.Set<RiskVillage>().First(village => village.Id == 1).AssessedOn = new DateOnly(2026, 2, 3));
        await WriteServer.RecordAsync(path, context => context.Remove(context.Set<RiskVillage>().First(village => village.Id == 2)));
        await using var reading = DatabaseFile.ReadingContextOf(path);
        await reading.Database.OpenConnectionAsync();
        return (path, ChangeLog.Now((SqliteConnection)reading.Database.GetDbConnection(), DateTime.UtcNow));
    }
}
