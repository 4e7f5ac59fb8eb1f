using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Commands;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Database;
using ReformGraph.Data.History;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Tests.Seeding;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>The rollups agree with the rows, whoever writes, and tampering with them is detected.</summary>
public sealed class RollupTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private const string Swapped = "UPDATE RiskVillages SET Level = 4 - Level";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_random_changes_by_the_model_and_by_plain_sql_they_are_those_of_the_rows(int seed)
    {
        var path = Copy();
        var random = new Random(seed);
        for (var step = 0; step < 40; step++)
        {
            await using var context = DatabaseFile.ContextOf(path);
            await using var transaction = await context.Database.BeginTransactionAsync();
            if (random.Next(2) == 0)
            {
                var recording =
                    await SealedRecording.BeginAsync(context, new ChangeNote(LocalActor.Name, ChangeKind.Correction, "A test."));
                ChangeByTheModel(context, random);
                await context.SaveChangesAsync();
                await recording.EndAsync(DateTime.UtcNow);
            }
            else
            {
                await context.Database.ExecuteSqlRawAsync(AnyStatement(random));
            }

            if (random.Next(4) > 0)
            {
                await transaction.CommitAsync(); // else it is rolled back, and the rollups with it
            }
        }

        Assert.Empty(await MismatchesAsync(path));
        Assert.NotEqual(Rows(database.Path, "SELECT SUM(Rows * Level) FROM RiskVillagesByLevelStatus"),
            Rows(path, "SELECT SUM(Rows * Level) FROM RiskVillagesByLevelStatus"));
    }

    [Fact]
    public async Task Any_change_without_the_triggers_is_found()
    {
        var path = Copy();
        Execute(path, "DROP TRIGGER rollup_RiskVillagesByLevelStatus_update; UPDATE RiskVillages SET Level = 1 WHERE Code = 'RV-H-001'");
        Assert.Equal(
            ["Level 1, Status null: the rollup says Rows 47; the rows say Rows 48",
                "Level 3, Status null: the rollup says Rows 13; the rows say Rows 12"],
            await MismatchesAsync(path));
    }

    [Theory]
    [InlineData("UPDATE RiskVillagesByLevelStatus SET Rows = Rows + 1 WHERE Level = 3",
        "RiskVillagesByLevelStatus: Level 3, Status null: the rollup says Rows 14; the rows say Rows 13")]
    [InlineData("DELETE FROM RiskVillagesByLevelStatus WHERE Level = 3",
        "RiskVillagesByLevelStatus: Level 3, Status null: the rollup says nothing; the rows say Rows 13")]
    [InlineData(
        "INSERT INTO RiskVillagesByLevelStatus (Level, Status, Rows) SELECT Level, Status, Rows FROM RiskVillagesByLevelStatus WHERE " +
        "Level = 3", "RiskVillagesByLevelStatus: Level 3, Status null: the rollup says Rows 13; the rows say nothing")]
    [InlineData("UPDATE AssetHandoversByHandedOverOnMonthMethod SET BookValueHigh = 1 WHERE Method = 4",
        "AssetHandoversByHandedOverOnMonthMethod: HandedOverOn null, Method 4: the rollup says Rows 107, FloorAreaValues 0, " +
        "FloorAreaHigh 0, FloorAreaLow 0, BookValueValues 0, BookValueHigh 1, BookValueLow 0, ProceedsValues 0, ProceedsHigh 0, ProceedsLow 0, " +
        "AnnualRentValues 0, AnnualRentHigh 0, AnnualRentLow 0; the rows say Rows 107, FloorAreaValues 0, FloorAreaHigh 0, FloorAreaLow 0, " +
        "BookValueValues 0, BookValueHigh 0, BookValueLow 0, ProceedsValues 0, ProceedsHigh 0, ProceedsLow 0, AnnualRentValues 0, " +
        "AnnualRentHigh 0, AnnualRentLow 0")]
    public async Task The_command_names_what_was_tampered_with_and_ends_with_1(string tamper, string mismatch)
    {
        var path = Copy();
        Assert.Equal((0, true), Ended(await VerifyAsync(path), "RiskVillagesByLevelStatus"));
        Execute(path, tamper);
        Assert.Equal((1, true), Ended(await VerifyAsync(path), $"Mismatch: {mismatch}\n"));
    }

    [Fact]
    public async Task A_start_recreates_them_if_a_trigger_is_missing_or_from_another_build()
    {
        foreach (var damage in (string[])["DROP TRIGGER rollup_RiskVillagesByLevelStatus_update;",
            "CREATE TRIGGER rollup_old AFTER INSERT ON RiskVillages BEGIN SELECT 1; END;"])
        {
            var path = Copy();
            Execute(path, damage + "UPDATE RiskVillagesByLevelStatus SET Rows = Rows + 1;");
            SqliteConnection.ClearAllPools(); // else the tests' own connections stay with the file that is replaced
            await DatabaseCreator.OpenAsync(path, "unused");
            Assert.Empty(await MismatchesAsync(path));
            Execute(path, Swapped);
            Assert.Empty(await MismatchesAsync(path));
        }
    }

    [Fact]
    public async Task A_database_from_before_them_gets_them_with_its_rows()
    {
        using var earlier = new EarlierDatabase(EarlierDatabase.Prerelease);
        earlier.Execute(
            "DELETE FROM RiskVillagesByCountyLevel; DELETE FROM RiskVillagesByLevelStatus; DROP TRIGGER " +
            "rollup_RiskVillagesByCountyLevel_insert");
        await DatabaseCreator.OpenAsync(earlier.Path, "unused");
        Assert.Equal([1L, 1L], Rows(earlier.Path, "SELECT Rows FROM RiskVillagesByCountyLevel WHERE CountyId = 1"));
        Assert.Empty(await MismatchesAsync(earlier.Path));
    }

    [Fact]
    public void A_group_has_one_row_also_where_a_dimension_is_null()
    {
        var path = Copy();
        Execute(path, "INSERT INTO RiskVillages (Code, Synthetic, Level, CountyId) VALUES ('x', 0, 3, 1), ('y', 0, 3, 1)");
        Assert.Equal([15L], Rows(path, "SELECT Rows FROM RiskVillagesByLevelStatus WHERE Level = 3"));
        Execute(path, "UPDATE RiskVillages SET Status = 2 WHERE Level = 3");
        Assert.Equal([15L], Rows(path, "SELECT Rows FROM RiskVillagesByLevelStatus WHERE Level = 3"));
        Execute(path, "DELETE FROM RiskVillages WHERE Level = 3");
        Assert.Empty(Rows(path, "SELECT Rows FROM RiskVillagesByLevelStatus WHERE Level = 3"));
    }

    [Theory]
    [InlineData(typeof(ByNothing), "A [Rollup] of ByNothing has the dimension Nothing, which is not a column of its rows.")]
    [InlineData(typeof(ByMonthOfNoDate), "A [Rollup] of ByMonthOfNoDate has the dimension Level:MONTH, which is not a date of its rows.")]
    public void A_dimension_that_is_none_is_refused(Type entity, string message)
    {
        using var context = new WrongContext(entity);
        Assert.Equal(message, Assert.Throws<ModelException>(() => context.Model).Message);
    }

    private static void ChangeByTheModel(ReformDbContext context, Random random)
    {
        var counties = context.Set<County>().OrderBy(county => county.Id).ToList();
        if (counties.Count < 3)
        {
            counties.Add(context.Add(new County { Code = $"C{counties.Count}", KnownAs = "A county." }).Entity);
        }

        var village = context.Set<RiskVillage>().OrderBy(row => row.Id).Skip(random.Next(90)).First();
        (village.Level, village.Status, village.County) =
            ((RiskLevel)random.Next(1, 4), (RiskStatus?)Maybe(random, 3), counties[random.Next(counties.Count)]);
        var lot = context.Set<AssetHandover>().OrderBy(row => row.Id).Skip(random.Next(90)).First();
        (lot.Method, lot.BookValue, lot.County) =
            ((HandoverMethod?)Maybe(random, 4), Maybe(random, 9) * 98_765_432_109_876.5432m, counties[random.Next(counties.Count)]);
        lot.HandedOverOn = Maybe(random, 400) is { } days ? new DateOnly(2021, 1, 1).AddDays(days) : null;
        context.Add(new ReformTask
        {
            Code = $"N{random.NextInt64()}",
            Kind = (TaskKind)random.Next(1, 4),
            Status = (Domain.Entities.TaskStatus?)Maybe(random, 3),
            Progress = Maybe(random, 100),
            County = counties[0]
        });
        context.Remove(context.Set<FacilityConsolidation>().OrderBy(row => row.Id).Skip(random.Next(400)).First());
    }

    private static string AnyStatement(Random random) => ((string[])
    [
        "UPDATE RiskVillages SET Status = NULLIF(Id % 4, 0) WHERE Id % 3 = {0}",
        "UPDATE RiskVillages SET LeadOfficial = 'x'",
        "UPDATE AssetHandovers SET BookValue = CASE WHEN Id % 5 = {0} THEN NULL ELSE -9223372036854775807 + Id END, FloorArea = Id * 4294967295",
        "UPDATE AssetHandovers SET HandedOverOn = date('2021-01-31', '+' || (Id * {0}) || ' days') WHERE Id % 2 = 0",
        "DELETE FROM AssetHandovers WHERE Id % 50 = {0}",
        "INSERT INTO RiskVillages (Code, Synthetic, Level, CountyId) SELECT 'I' || lower(hex(randomblob(9))), 0, 1 + Id % 3, CountyId FROM RiskVillages WHERE Id % 9 = {0}",
        "INSERT INTO RiskVillages (Id, Code, Synthetic, Level, CountyId) SELECT Id, Code, 1, 2, CountyId FROM RiskVillages WHERE true ON CONFLICT (Id) DO UPDATE SET Level = excluded.Level",
        "UPDATE ReformTasks SET MajorTask = 1 + Id % 4, Progress = NULL WHERE Id % 4 = {0}",
    ])[random.Next(8)].Replace("{0}", $"{random.Next(4)}", StringComparison.Ordinal);

    private static int? Maybe(Random random, int most) => random.Next(most + 1) is > 0 and var number ? number : null;

    private static (int ExitCode, bool Says) Ended((int ExitCode, string Output) run, string expected) =>
        (run.ExitCode, run.Output.Contains(expected, StringComparison.Ordinal));

    private static async Task<(int ExitCode, string Output)> VerifyAsync(string path)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 1_000;
        var command = VerifyRollupsCommand.Create(_ => Task.FromResult(DatabaseFile.ContextOf(path)), console);
        var exitCode = await new RootCommand { command }.Parse(["verify-rollups"]).InvokeAsync();
        return (exitCode, output.ToString().ReplaceLineEndings("\n"));
    }

    private static async Task<IEnumerable<string>> MismatchesAsync(string path)
    {
        await using var context = DatabaseFile.ContextOf(path);
        return (await RollupVerification.RunAsync(context, CancellationToken.None)).SelectMany(finding => finding.Mismatches);
    }

    private static void Execute(string path, string sql)
    {
        using var context = DatabaseFile.ContextOf(path);
        context.Database.ExecuteSqlRaw(sql);
    }

    private static List<long> Rows(string path, string sql)
    {
        using var context = DatabaseFile.ContextOf(path);
        return [.. context.Database.SqlQueryRaw<long>(sql)];
    }

    private string Copy()
    {
        var path = Path.Combine(database.Folder, Path.GetRandomFileName());
        File.Copy(database.Path, path);
        return path;
    }

    [Entity("things")]
    [Rollup("Nothing")]
    private sealed class ByNothing
    {
        public int Id { get; set; }
    }

    [Entity("things")]
    [Rollup(nameof(Level) + RollupAttribute.Month)]
    private sealed class ByMonthOfNoDate
    {
        public int Id { get; set; }

        public int Level { get; set; }
    }

    private sealed class WrongContext(Type entity) : DbContext(
        new DbContextOptionsBuilder().UseSqlite().EnableServiceProviderCaching(false).Options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddEntities([entity]);
            modelBuilder.FitToProvider(Database.ProviderName);
        }
    }
}
