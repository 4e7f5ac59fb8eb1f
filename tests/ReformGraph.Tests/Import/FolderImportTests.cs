using System.CommandLine;
using ReformGraph.Commands;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Tests.Seeding;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>What the command says of a folder of tables.</summary>
public sealed class FolderImportTests : IDisposable
{
    private const string Table = "risk-villages.csv";

    private readonly SeededDatabase database = new();
    private readonly string folder;

    public FolderImportTests() => folder = Directory.CreateDirectory(Path.Combine(database.Folder, "tables")).FullName;

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task It_names_withdrawn_codes_changed_checks_and_the_change_and_says_when_nothing_differs()
    {
        await WriteAsync(Table, "code,level,county\nRV-H-001,LOW,county\n");
        await WriteAsync("withdrawn-codes.json", "{ \"riskVillages\": [\"RV-H-002\", \"RV-X-000\"] }");
        var (exit, output, _) = await RunAsync("--dry-run");
        Assert.Equal(0, exit);
        Assert.EndsWith("This was a dry run: nothing was written.\n", output, StringComparison.Ordinal);
        (exit, output, _) = await RunAsync();
        Assert.Equal(0, exit);
        Assert.StartsWith("riskVillages: 0 unchanged, 1 changed, 0 added.\nriskVillages: withdrawn RV-H-002.\n", output,
            StringComparison.Ordinal);
        Assert.Contains("check rows-high-risk-villages: HOLDS: expected 13, actual 13, difference 0 -> NOT_RECONCILED: expected 13, " +
            "actual 11, difference -2.\n", output, StringComparison.Ordinal);
        Assert.EndsWith("The folder was imported. Recorded as change 2.\n", output, StringComparison.Ordinal);
        (exit, output, _) = await RunAsync();
        Assert.Equal((0, "riskVillages: 1 unchanged, 0 changed, 0 added.\nNo row differs from before: nothing was recorded.\n"),
            (exit, output));
    }

    [Fact]
    public async Task It_lists_every_refused_cell_of_a_table()
    {
        await WriteAsync(Table, "code,level,county\n"
            + string.Concat(Enumerable.Range(1, 60).Select(row => $"RV-N-{row},TALL{row},county\n")));
        var (exit, output, error) = await RunAsync();
        Assert.Equal(1, exit);
        Assert.StartsWith("risk-villages.csv, line 2, column level: \"TALL1\"; must be one of LOW, MEDIUM, HIGH (TYPE).", error,
            StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 60), row => Assert.Contains($"TALL{row} ", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_with_the_name_of_a_table_is_refused_by_a_sentence()
    {
        await WriteAsync(Table, "code,level,county\nRV-H-001,LOW,county\n");
        Directory.CreateDirectory(Path.Combine(folder, "townships.csv"));
        Assert.Equal((1, "", $"townships.csv in {folder} is a folder: expected a file."), await RunAsync());
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text);

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] options)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        var command = ImportCommand.Create(() => Importing.Model, () => new TableLimits(),
            (_, _) => DatabaseFile.WritingContextOfAsync(database.Path, TimeSpan.FromSeconds(30)), console);
        try
        {
            var exit = await command.Parse([folder, "--reason", "x", .. options])
                .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return (exit, output.ToString().ReplaceLineEndings("\n"), string.Empty);
        }
        catch (StartupException refusal)
        {
            return (1, output.ToString(), refusal.Message);
        }
    }
}
