using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Commands;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Tests.Seeding;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The command: as its users start it, and in this process where what it says does not depend on that.</summary>
[Trait("Kind", "process")]
public sealed class ImportCommandTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task It_reports_in_tables_and_as_json_and_its_exit_code_tells_whether_all_was_accepted()
    {
        await WriteAsync("rows.csv", "code,level,county\nRV-H-001,LOW,county\n");
        var (exit, output, error) =
            await RunAsync("import", "rows.csv", "--entity", "risk-villages", "--reason", "x", "--report", "report.json");
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("1 row of riskVillages: 0 unchanged, 1 changed, 0 added, 0 refused. Recorded as change 2.", output,
            StringComparison.Ordinal);
        Assert.Matches(
            "rows-high-risk-villages .* HOLDS: expected 13, actual 13, difference 0 .* NOT_RECONCILED: expected 13, actual 12, " +
            "difference -1", output);
        Assert.Contains("\"changed\":{\"total\":1,", await File.ReadAllTextAsync(Path.Combine(database.Folder, "report.json")),
            StringComparison.Ordinal);

        await WriteAsync("rows.csv", "code,level,county\nRV-H-001,TALL,county\n");
        (exit, output, _) = await RunAsync("import", "rows.csv", "--entity", "risk-villages", "--reason", "x");
        Assert.Equal(1, exit);
        Assert.Matches(@"2 .* level .* TALL .* TYPE .* must be one of LOW, MEDIUM, HIGH", output);
    }

    [Fact]
    public async Task It_reads_as_requested_and_reports_how_it_read_in_the_requested_language()
    {
        await File.WriteAllBytesAsync(Path.Combine(database.Folder, "移交.csv"),
            System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(
                "编码;账面价值\nAH-G-001;1,5\nAH-G-002;1,5亩\n"));
        string[] arguments =
            ["import", "移交.csv", "--entity", "asset-handovers", "--reason", "x", "--charset", "gbk", "--decimal", ",",
                "--language", "zh"];
        var (exit, output, _) = await RunHereAsync(arguments);
        Assert.Equal(1, exit);
        Assert.StartsWith(
            "assetHandovers 共 2 行：未变 0，修改 1，新增 0，拒绝 1。未导入任何数据。\n已读取 " +
            "移交.csv，编码 GB18030，分隔符 ;。\n", output,
            StringComparison.Ordinal);
        Assert.Matches("3 .* 账面价值 .* 1,5亩 .* UNIT", output);
        (exit, _, var error) = await RunHereAsync([.. arguments[..^3], ".", "--charset", "big5"]);
        Assert.NotEqual((0, ""), (exit, error));
        (exit, _, error) = await RunHereAsync([.. arguments[..6], "--decimal", ";"]);
        Assert.Equal((1, "--decimal must be a point or a comma."), (exit, error.Trim()));
    }

    [Theory]
    [InlineData("rows.csv", "villages-at-risk", "x", "correction",
        "--entity cannot be 'villages-at-risk': it must be one of asset-handovers, ")]
    [InlineData("rows.md", "risk-villages", "x", "correction",
        "The name of the file must end with one of .csv, .tsv, .txt, .json, .ndjson, .xlsx.")]
    [InlineData("rows.csv", "risk-villages", " ", "correction", "--reason must not be blank.")]
    [InlineData("rows.csv", "risk-villages", "x", "seed", "--kind must be correction or event.")]
    [InlineData("rows.csv", "risk-villages", "x", "event", "An event must have --effective-on, the day on which it took effect.")]
    [InlineData("none.csv", "risk-villages", "x", "correction", "The file cannot be read or written: ")]
    [InlineData("rows.csv", "risk-villages", "x", "correction",
        "rows.csv, line 2: \"RV-H-001,LOW\"; expected 1 cell, not 2. Nothing was imported.")]
    public async Task What_cannot_be_imported_ends_in_one_line(string file, string entity, string reason, string kind, string message)
    {
        await WriteAsync("rows.csv", "code\nRV-H-001,LOW\n");
        var (exit, output, error) = await RunHereAsync("import", file, "--entity", entity, "--reason", reason, "--kind", kind);
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--entity", "risk-villages")]
    [InlineData("--charset", "gbk")]
    [InlineData("--decimal", ",")]
    [InlineData("--language", "zh")]
    [InlineData("--report", "report.json")]
    [InlineData("--county", "county")]
    [InlineData("--mapping", "mapping.json")]
    public async Task An_option_of_a_single_table_is_refused_for_a_folder(string option, string value)
    {
        var (exit, output, error) = await RunHereAsync("import", ".", "--reason", "x", option, value);
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith($"{option} is for a single table, and ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_to_be_missing() => Assert.StartsWith(
        "There is no file or folder ", (await RunHereAsync("import", "seed-dat", "--reason", "x")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_kill_in_the_middle_leaves_nothing_behind()
    {
        await WriteAsync("rows.csv", "code,level,county\n"
            + string.Concat(Enumerable.Range(1, 100_000).Select(number => FormattableString.Invariant($"RV-N-{number},LOW,county\n"))));
        using (var process = ProgramProcess.Start(database.Folder, "import", "rows.csv", "--entity", "risk-villages", "--reason", "x",
            "--database", "reformgraph.db"))
        {
            // It writes more than fits into the cache of pages long before it is done.
            var log = new FileInfo(database.Path + "-wal");
            for (var tries = 0; tries < 6_000 && !(log.Exists && log.Length > 1_000_000) && !process.HasExited; tries++)
            {
                await Task.Delay(10);
                log.Refresh();
            }

            Assert.False(process.HasExited);
            Assert.True(log.Length > 1_000_000);
            process.Kill();
            await process.WaitForExitAsync();
        }

        await Importing.AuditAsync(database.Path);
        await using var context = database.Open();
        Assert.Equal((118, 1), (await context.Set<RiskVillage>().CountAsync(), await Importing.SequenceAsync(database.Path)));
        var report = await Importing.RunAsync(database.Path, "risk-villages", "code,level,county\nRV-N-1,LOW,county\n");
        Assert.Equal(2, report.Change);
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(database.Folder, name), text);

    /// <summary>Like the program, which reports an error in one line.</summary>
    private async Task<(int Exit, string Output, string Error)> RunHereAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        var command = ImportCommand.Create(() => Importing.Model, () => new TableLimits(),
            (_, _) => DatabaseFile.WritingContextOfAsync(database.Path, TimeSpan.FromSeconds(30)), console);
        try
        {
            var given = command.Parse([Path.Combine(database.Folder, arguments[1]), .. arguments[2..]]);
            var exit = await given.InvokeAsync(
                new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString());
        }
        catch (StartupException refusal)
        {
            return (1, output.ToString(), refusal.Message);
        }
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) =>
        ProgramProcess.RunAsync(database.Folder, [.. arguments, "--database", "reformgraph.db"]);
}
