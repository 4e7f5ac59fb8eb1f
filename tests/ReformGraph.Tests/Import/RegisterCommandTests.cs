using System.CommandLine;
using System.Text.Json;
using ReformGraph.Commands;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Tests.Seeding;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>The command, with the table of an office.</summary>
public sealed class RegisterCommandTests : IDisposable
{
    private const string Table = "某县台账\n序号,乡镇,村名称,风险等级,意见\n1,甲镇,东村,高,好\n合计,,,,\n";

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Theory]
    [InlineData("effectiveOn must be a date.", "--effective-on must be a date.")]
    [InlineData("; addPlaces adds those that it does not have", "; --add-places adds those that it does not have")]
    [InlineData("must be one of nameEn, effectiveOn, floorArea", "must be one of nameEn, effectiveOn, floorArea")]
    public void Parameters_are_called_as_options_and_columns_are_not(string sentence, string said) =>
        Assert.Equal(said, ImportCommand.InOptions(sentence));

    [Fact]
    public async Task A_dry_run_shows_what_was_understood_and_writes_a_mapping_to_correct()
    {
        await WriteAsync("rows.csv", Table);
        var mapping = Path.Combine(database.Folder, "mapping.json");
        var (exit, output, error) = await RunAsync("rows.csv", "--county", "county", "--dry-run", "--write-mapping", mapping);
        Assert.Equal((1, ""), (exit, error));
        Assert.Matches("意见 +│ \\? ", output);
        Assert.Matches("村名称 +│ village +│ gives the code", output);
        Assert.Matches("高 +│ HIGH", output);
        Assert.Matches("4 +│ total +│ 合计", output);
        Assert.Matches("3 +│ townships +│ 甲镇", output);
        Assert.Contains("--add-places adds those that it does not have", output, StringComparison.Ordinal);
        var proposed = await File.ReadAllTextAsync(mapping);
        Assert.Equal("?", JsonElement.Parse(proposed).GetProperty("riskVillages").GetProperty("columns").GetProperty("意见").GetString());
        await File.WriteAllTextAsync(mapping, proposed.Replace("\"?\"", "null", StringComparison.Ordinal));
        (exit, output, error) =
            await RunAsync("rows.csv", "--county", "county", "--mapping", mapping, "--add-places", "--replace", "--language", "zh");
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("riskVillages 共 1 行：未变 0，修改 0，新增 1，拒绝 0；撤销 118。" +
            "已记录为第 2 号变更。", output, StringComparison.Ordinal);
        Assert.Contains("1 行沿用所替换行的依据数据。", output, StringComparison.Ordinal);
        Assert.Matches(@"│ 校验 +│ 原值 +│ 新值 +│", output);
        Assert.Matches("成立：应有值 .*勾稽不符：应有值 ", output);
        Assert.DoesNotContain("expected", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--replace requires --county: it is for the register of a county.", "--replace")]
    [InlineData("--add-places requires --county: it is for the register of a county.", "--add-places")]
    [InlineData("--mapping requires --county: it is for the register of a county.", "--mapping", "x.json")]
    [InlineData("--mapping cannot be read: ", "--county", "county", "--mapping", "nowhere/x.json")]
    [InlineData("--sheet is for workbooks only.", "--sheet", "x")]
    [InlineData("--county cannot be 'nowhere': no county has this code.", "--county", "nowhere")]
    [InlineData("--effective-on must be a date such as 2020-10-31.", "--effective-on", "soon")]
    [InlineData("--evidence-sha256 must be 64 hexadecimal digits.", "--evidence-reference", "x", "--evidence-sha256", "y")]
    public async Task An_option_that_is_wrong_is_named(string expected, params string[] options)
    {
        await WriteAsync("rows.csv", Table);
        var (exit, output, error) = await RunAsync(["rows.csv", .. options]);
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Kind", "process")]
    public async Task A_dry_run_creates_no_database()
    {
        await WriteAsync("rows.csv", "code,level\nRV-H-001,LOW\n");
        var (exit, output, error) = await ProgramProcess.RunAsync(database.Folder, "import", "rows.csv", "--entity", "risk-villages",
            "--reason", "x", "--dry-run", "--database", "new.db");
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("new.db does not exist.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(database.Folder, "new.db")));
    }

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(database.Folder, name), text);

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        var command = ImportCommand.Create(() => Importing.Model, () => new TableLimits(),
            (_, _) => DatabaseFile.WritingContextOfAsync(database.Path, TimeSpan.FromSeconds(30)), console);
        try
        {
            var given = command.Parse(
                [Path.Combine(database.Folder, arguments[0]), "--entity", "risk-villages", "--reason", "x", .. arguments[1..]]);
            var exit = await given.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return (exit, output.ToString().ReplaceLineEndings("\n"), string.Empty);
        }
        catch (StartupException refusal)
        {
            return (1, output.ToString(), refusal.Message);
        }
    }
}
