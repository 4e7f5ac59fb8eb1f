using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Import;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

public sealed class ImportTests : IDisposable
{
    private const string Villages = """
        code,level,county,leadOfficial,status,provenBy,assessedOn
        RV-H-001,MEDIUM,county,王某,RESOLVED,,2020-10-31
        RV-H-002,HIGH,county,,,high-risk-villages,
        RV-X-001,LOW,county,,,,

        """;

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    public static TheoryData<string, byte[]> SameTables() => new()
    {
        { ".csv", Encoding.UTF8.GetBytes(Villages) },
        { ".csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Villages.ReplaceLineEndings("\r\n"))] },
        { ".json",
            """[{"code":"RV-H-001","level":"MEDIUM","county":"county","leadOfficial":"王某","status":"RESOLVED","provenBy":null,"assessedOn":"2020-10-31"},{"code":"RV-H-002","leadOfficial":""},{"code":"RV-X-001","level":"LOW","county":"county"}]"""u8.ToArray() },
        { ".ndjson", """
            {"code":"RV-H-001","level":"MEDIUM","county":"county","leadOfficial":"王某","status":"RESOLVED","provenBy":null,"assessedOn":"2020-10-31"}
            {"code":"RV-H-002"}
            {"code":"RV-X-001","level":"LOW","county":"county"}
            """u8.ToArray() },
        { ".xlsx", Importing.Workbook(
            ["code", "level", "county", "leadOfficial", "status", "provenBy", "assessedOn"],
            ["RV-H-001", "MEDIUM", "county", "<c t=\"inlineStr\"><is><r><t>王</t></r><r><t>某</t></r></is></c>", "RESOLVED", "",
                "<c s=\"1\"><v>44135</v></c>"],
            ["RV-H-002", "HIGH", "county", "", "", "high-risk-villages", ""],
            [],
            ["RV-X-001", "LOW", "county"]) },
    };

    [Theory]
    [MemberData(nameof(SameTables))]
    public async Task A_table_does_the_same_in_every_format(string extension, byte[] file)
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", file, extension: extension);
        Assert.Equal((3, 1, 1, 1, 0, 2L),
            (report.Rows, report.Created.Total, report.Changed.Total, report.Unchanged, report.Refused, report.Change));
        Assert.Equal("RV-X-001", report.Created.Listed[0].Key);
        Assert.Equal("level HIGH>MEDIUM, status >RESOLVED, leadOfficial >王某, assessedOn >2020-10-31, provenBy high-risk-villages>",
            Fields(report.Changed.Listed[0]));

        await using var context = database.Open();
        var row = await context.Set<RiskVillage>().SingleAsync(village => village.Code == "RV-H-001");
        Assert.Equal((RiskLevel.Medium, "王某", new DateOnly(2020, 10, 31), null, 2),
            (row.Level, row.LeadOfficial, row.AssessedOn, row.ProvenById, row.Version));
        var change = await context.Set<Change>().SingleAsync(change => change.Sequence == 2);
        Assert.Equal(("an editor", ChangeKind.Correction, "A test."), (change.Actor, change.Kind, change.Reason));
        await Importing.AuditAsync(database.Path);
    }

    [Fact]
    public async Task The_checks_that_come_out_otherwise_are_reported_and_stored()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", Villages);
        Assert.Equal(
            ["rows-high-risk-villages -1", "rows-low-risk-villages 1", "rows-medium-risk-villages 1", "rows-risk-villages 1"],
            report.Checks.Select(check => FormattableString.Invariant($"{check.Code} {check.After!.Difference}")));
        Assert.All(report.Checks,
            check => Assert.Equal((CheckStatus.Holds, CheckStatus.NotReconciled), (check.Before!.Status, check.After!.Status)));
        await using var context = database.Open();
        Assert.Equal(4, await context.Set<Check>()
            .CountAsync(check => report.Checks.Select(one => one.Code).Contains(check.Code) && check.Status == CheckStatus.NotReconciled));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await Importing.RunAsync(database.Path, "risk-villages", Villages);
        var report = await Importing.RunAsync(database.Path, "risk-villages", Villages);
        Assert.Equal((3, null, 2L), (report.Unchanged, report.Change, await Importing.SequenceAsync(database.Path)));
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_writes_nothing()
    {
        var dry = await Importing.RunAsync(database.Path, "risk-villages", Villages, dryRun: true);
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
        var real = await Importing.RunAsync(database.Path, "risk-villages", Villages);
        Assert.Equal(
            Encoding.UTF8.GetString(real.ToJson()).Replace("\"dryRun\":false", "\"dryRun\":true", StringComparison.Ordinal)
                .Replace("\"change\":2,", "", StringComparison.Ordinal),
            Encoding.UTF8.GetString(dry.ToJson()));
    }

    [Fact]
    public async Task Every_seed_file_is_a_table_that_changes_nothing()
    {
        await using var context = database.Open();
        foreach (var entity in ImportRequest.EntitiesOf(DataModel.Create(context.Model))
            .Where(entity => entity.ClrType != typeof(Problem) && entity.ClrType != typeof(RegisterSynonym)))
        {
            var name = ImportRequest.NameOf(entity);
            var file = await File.ReadAllBytesAsync(Path.Combine(SeededDatabase.SeedFolder, name + ".csv"));
            var report = await Importing.RunAsync(database.Path, name, file);
            Assert.Equal((name, report.Rows, 0), (name, report.Unchanged, report.RefusedCells.Total));
            Assert.True(report.Rows > 0);
        }

        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Fact]
    public async Task A_row_may_refer_to_a_later_row_of_the_table()
    {
        var report =
            await Importing.RunAsync(database.Path, "reform-tasks",
            "code,kind,plan,county,progress\nRT-T-001,TASK,RT-P-NEW,county,37.50\nRT-P-NEW,WORK_PLAN,,county,\nRT-T-NEW,TASK,RT-P-NEW,county,\n");
        Assert.Equal((2, 1), (report.Created.Total, report.Changed.Total));
        Assert.Equal("progress >37.5, plan >RT-P-NEW", Fields(report.Changed.Listed[0]));
        await using var context = database.Open();
        Assert.Equal(["RT-T-001", "RT-T-NEW"],
            await context.Set<ReformTask>().Where(task => task.Plan!.Code == "RT-P-NEW").Select(task => task.Code).Order().ToListAsync());
        await Importing.AuditAsync(database.Path);
    }

    [Fact]
    public async Task New_rows_have_their_ids_in_the_order_of_the_table_whatever_they_refer_to()
    {
        await Importing.RunAsync(database.Path, "reform-tasks",
            "code,kind,plan,county\nRT-N-1,TASK,RT-N-3,county\nRT-T-001,TASK,RT-N-3,county\nRT-N-2,TASK,,county\nRT-N-3,WORK_PLAN,,county\n");
        await using var context = database.Open();
        var added = await context.Set<ReformTask>().Where(task => task.Code.StartsWith("RT-N-")).OrderBy(task => task.Id).ToListAsync();
        Assert.Equal([("RT-N-1", 200), ("RT-N-2", 201), ("RT-N-3", 202)], added.Select(task => (task.Code, task.Id)));
    }

    [Fact]
    public async Task Rows_without_a_code_are_recognised_by_their_unique_columns_and_the_checks_follow()
    {
        var report = await Importing.RunAsync(database.Path, "check-inputs",
            "check,side,position,figure\nrisk-villages-by-level,ACTUAL,1,low-risk-villages\n");
        Assert.Equal("figure high-risk-villages>low-risk-villages", Fields(report.Changed.Listed[0]));
        Assert.Equal((1, "risk-villages-by-level"), (report.Checks.Count, report.Checks[0].Code));
    }

    [Fact]
    public async Task What_follows_from_a_figure_is_computed_in_the_same_change()
    {
        var report = await Importing.RunAsync(database.Path, "figures", "code,wording\nhigh-risk-villages,14个\n");
        Assert.Contains(report.Checks,
            check => check.Code == "rows-high-risk-villages" && check.After!.Status is CheckStatus.NotReconciled);
        await using var context = database.Open();
        var figure = await context.Set<Figure>().SingleAsync(figure => figure.Code == "high-risk-villages");
        Assert.Equal((14m, 2), (figure.Value, figure.Version));
        await Importing.AuditAsync(database.Path);
    }

    [Fact]
    public async Task Every_refused_cell_is_named_and_nothing_is_written()
    {
        var report = await Importing.RunAsync(database.Path, "risk-villages", """
            code,level,county,assessedOn,leadOfficial,status,resolvedOn
            RV-H-001,MEDIUM,county,2020-02-30,,,
            RV-H-002,HIHG,nowhere,,,,
            RV-X-001,LOW,county,1020-01-01,,,
            RV-X-001,LOW,county,,,,
            ,LOW,county,,,,
            RV-X-002,,county,,,,
            RV-X-003,LOW,county,,王某,,
            RV-H-003,HIGH,county,,,OPEN,2020-01-01

            """);
        Assert.Equal(
            [
                "2 assessedOn 2020-02-30 TYPE", "3 level HIHG TYPE", "3 county nowhere REFERENCE", "4 assessedOn 1020-01-01 RANGE",
                    "5 code RV-X-001 UNIQUE",
                "6 code  REQUIRED", "7 level  REQUIRED", "9 resolvedOn 2020-01-01 CONSISTENT",
            ],
            report.RefusedCells.Listed.Select(cell => $"{cell.Row} {cell.Column} {cell.Value} {cell.Rule}"));
        Assert.Equal((8, 7, 1, 1L), (report.Rows, report.Refused, report.Created.Total, await Importing.SequenceAsync(database.Path)));
    }

    [Theory]
    [InlineData("risk-villages", "code\nRV-X-001\n", "level REQUIRED; county REQUIRED")]
    [InlineData("reform-tasks", "code,plan\nRT-T-001,RT-P-NONE\n", "plan REFERENCE")]
    [InlineData("figure-inputs", "figure,position,input\nproblems-found,01,tasks\n", "position TYPE")]
    [InlineData("figures", "code,wording\nhigh-risk-villages,第十三个\n", "wording CONSISTENT")]
    [InlineData("checks", "code,rows\nrows-risk-villages,nothing(level: TALL)\n", "rows CONSISTENT")]
    public async Task A_row_that_cannot_be_is_refused_by_its_rule(string entity, string text, string refused)
    {
        var report = await Importing.RunAsync(database.Path, entity, text);
        Assert.Equal(refused, string.Join("; ", report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Rule}")));
        Assert.Equal(1, await Importing.SequenceAsync(database.Path));
    }

    [Theory]
    [InlineData("checks", "编码,所计行\nrows-low-risk-villages,riskVillages(level: LOW)\nrows-risk-villages,nothing(level: TALL)\n",
        "3 所计行 must be a collection of a county's rows (assetHandovers, checkInputs, checks, facilityConsolidations, figureInputs, " +
        "figures, initiatives, locators, problems, reformTasks, registerSynonyms, reports, riskVillages, townships, villages) instead of nothing",
        "必须是县内数据的集合（assetHandovers, checkInputs, checks, facilityConsolidations, figureInputs, figures, initiatives, " +
        "locators, problems, reformTasks, registerSynonyms, reports, riskVillages, townships, villages），而不是 nothing")]
    [InlineData("figure-inputs", "figure,position,input\ntownships,1,townships\n",
        " derivation of Figure townships must be a derivation that does not depend on itself",
        "（Figure townships）必须是不依赖自身的推算方式")]
    [InlineData("figure-inputs", "figure,position,input\nsatisfaction-change,3,townships\n",
        " derivation of Figure satisfaction-change must be inputs that it accepts (DIFFERENCE takes 2 inputs, not 3)",
        "（Figure satisfaction-change）必须是可用于推算的输入（DIFFERENCE 须有 2 个输入，现有 3 个）")]
    public async Task What_nothing_follows_from_is_refused_with_its_place_if_the_table_has_it(string entity, string text, string refused,
        string refusedZh)
    {
        var report = await Importing.RunAsync(database.Path, entity, text);
        var cell = Assert.Single(report.RefusedCells.Listed);
        Assert.Equal($"{refused} CONSISTENT", $"{cell.Row} {cell.Column} {cell.Message.En} {cell.Rule}");
        Assert.Equal(refusedZh, cell.Message.Zh);
    }

    [Fact]
    public async Task A_long_list_is_cut_and_counted_and_no_reader_sees_half_of_an_import()
    {
        var seen = new List<int>();
        var text = "code,level,county\n"
            + string.Concat(Enumerable.Range(1, 2_500).Select(number => FormattableString.Invariant($"RV-N-{number},LOW,county\n")));
        var report =
            await Importing.RunAsync(database.Path, "risk-villages", Encoding.UTF8.GetBytes(text), progress: _ => seen.Add(Count()));
        Assert.Equal((2_500, 1_000), (report.Created.Total, report.Created.Listed.Count));
        Assert.Equal([118, 118, 118], seen);
        Assert.Equal(2_618, Count());

        int Count()
        {
            using var reader = database.Open();
            return reader.Set<RiskVillage>().Count();
        }
    }

    private static string Fields(ImportedRow row) =>
        string.Join(", ", row.Fields!.Select(field => $"{field.Column} {field.Before}>{field.After}"));
}
