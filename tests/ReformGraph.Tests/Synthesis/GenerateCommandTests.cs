using System.Globalization;
using ReformGraph.Data.Database;
using ReformGraph.Data.Errors;
using ReformGraph.Data.History;
using ReformGraph.Data.Sqlite;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Synthesis;

/// <summary>The file that the command makes, and what it refuses to make.</summary>
public sealed class GenerateCommandTests(SyntheticDatabase database) : IClassFixture<SyntheticDatabase>
{
    [Fact]
    public void It_says_in_one_line_what_it_made() => Assert.Matches(
        @"\ACreated \S+three\.db: Counties 3, Townships 99, Villages 1386, ReformTasks 597, FacilityConsolidations 1770, AssetHandovers 411, RiskVillages 354 \(\d+\.\d MB in \d+\.\d s\)\r?\n\z",
        database.Said);

    [Fact]
    public async Task The_same_seed_gives_the_same_file_and_another_seed_another()
    {
        string again = Beside("again.db"), other = Beside("other.db");
        await SyntheticDatabase.MakeAsync(again, SyntheticDatabase.Counties);
        await SyntheticDatabase.MakeAsync(other, SyntheticDatabase.Counties, seed: 8);
        Assert.Equal(await File.ReadAllBytesAsync(database.Path), await File.ReadAllBytesAsync(again));
        foreach (var query in new[] { "SELECT RiskFactors FROM RiskVillages", "SELECT \"Database\" FROM DataState" })
        {
            Assert.NotEqual(database.Rows(query), SyntheticDatabase.Rows(other, query));
        }
    }

    [Fact]
    public async Task A_county_is_the_same_however_many_others_there_are()
    {
        var path = Beside("one.db");
        await SyntheticDatabase.MakeAsync(path, counties: 1);
        foreach (var table in new[] { "Counties", "Townships", "Villages", "ReformTasks", "FacilityConsolidations", "AssetHandovers",
            "RiskVillages" })
        {
            var query = $"SELECT * FROM {table} WHERE Code LIKE 'S0001%' ORDER BY Id";
            Assert.NotEmpty(SyntheticDatabase.Rows(path, query));
            Assert.Equal(SyntheticDatabase.Rows(path, query), database.Rows(query));
        }

        const string State = "SELECT \"Database\" FROM DataState";
        Assert.NotEqual(SyntheticDatabase.Rows(path, State), database.Rows(State)); // not the same set of data
    }

    [Fact]
    public void The_file_is_like_any_other_database_of_this_build_and_knows_its_statistics()
    {
        using var seeded = new SeededDatabase();
        const string Schema = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
        Assert.Equal(SyntheticDatabase.Rows(seeded.Path, Schema), database.Rows(Schema));
        Assert.Equal(["wal"], database.Rows("PRAGMA journal_mode"));
        Assert.Equal(["ok"], database.Rows("PRAGMA integrity_check"));
        Assert.NotEmpty(database.Rows("SELECT * FROM sqlite_stat1"));
    }

    [Fact]
    public void What_a_later_change_records_is_found_without_reading_a_table()
    {
        var tables = database.Rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE '%Revisions'");
        var large = tables.Where(table =>
            int.Parse(Assert.Single(database.Rows($"SELECT count(*) FROM \"{table}\"")), CultureInfo.InvariantCulture) > 50).ToList();
        Assert.NotEmpty(large);
        Assert.All(large, table => Assert.Contains(
            $"IX_{table}_RecordedFrom (RecordedFrom=?)",
                string.Join('\n', database.Rows($"EXPLAIN QUERY PLAN SELECT * FROM \"{table}\" WHERE RecordedFrom = 2 ORDER BY Id")),
                StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_answers_from_it()
    {
        var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        try
        {
            using var response = await server.PostAsync("""
                {"query":"{ counties { totalCount } riskVillages(where: { county: { code: { eq: \"S0003\" } }, level: { eq: HIGH }, synthetic: { eq: true } }, first: 1) { totalCount nodes { code } } assetHandoverById(id: 411) { code synthetic county { areaCode } } }"}
                """);
            Assert.Equal(
                """{"data":{"counties":{"totalCount":3},"riskVillages":{"totalCount":13,"nodes":[{"code":"S0003-RV-H-001"}]},"assetHandoverById":{"code":"S0003-AH-O-012","synthetic":true,"county":{"areaCode":"990003"}}}}""",
                await response.Content.ReadAsStringAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("The option --counties cannot be '0': it must be a whole number from 1 to 9999.", "--counties=0", "--seed=1")]
    [InlineData("The option --counties cannot be 'ten': it must be a whole number from 1 to 9999.", "--counties=ten", "--seed=1")]
    [InlineData("The option --seed cannot be '-1': it must be a whole number from 0 to 9223372036854775807.", "--counties=1", "--seed=-1")]
    [InlineData("Option '--seed' is required.", "--counties=1")]
    public async Task A_wrong_option_is_reported_in_one_line(string message, params string[] options)
    {
        var path = Beside("refused.db");
        var refusal = await Assert.ThrowsAsync<StartupException>(() => CommandLine.RunAsync(["generate", .. options, "--out", path]));
        Assert.Equal(message, refusal.Message);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_file_that_exists_is_kept()
    {
        var before = await File.ReadAllBytesAsync(database.Path);
        Assert.Equal($"The file {database.Path} already exists and is not replaced: choose another name, or delete it.",
            (await RefusalAsync(database.Path)).Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(database.Path));
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_not_made()
    {
        var folder = Beside("nowhere");
        Assert.Equal($"The folder {folder} does not exist.", (await RefusalAsync(Path.Combine(folder, "x.db"))).Message);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task What_fails_midway_leaves_nothing_and_replaces_nothing()
    {
        var folder = Directory.CreateDirectory(Beside("midway")).FullName;
        var path = Path.Combine(folder, "x.db");
        await Assert.ThrowsAsync<OperationCanceledException>(() => LoadAsync(path, _ => throw new OperationCanceledException()));
        Assert.Empty(Directory.GetFileSystemEntries(folder));

        var refusal = await Assert.ThrowsAsync<StartupException>(() => LoadAsync(path, _ => File.WriteAllText(path, "made meanwhile")));
        Assert.StartsWith($"The database {path} cannot be opened or created: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
        Assert.Equal("made meanwhile", await File.ReadAllTextAsync(path));
    }

    private static Task LoadAsync(string path, Action<BulkLoad> fill) =>
        DatabaseCreator.LoadAsync(path, fill, new ChangeNote(LocalActor.Name, ChangeKind.Seed, "A test."), DateTime.UtcNow, _ => { });

    private string Beside(string name) => Path.Combine(database.Folder, name);

    private static Task<StartupException> RefusalAsync(string path) =>
        Assert.ThrowsAsync<StartupException>(() => SyntheticDatabase.MakeAsync(path, 1));
}
