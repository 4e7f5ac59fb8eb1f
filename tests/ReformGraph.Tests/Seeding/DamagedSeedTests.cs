using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Import;
using ReformGraph.Domain.Entities;
using Xunit;

namespace ReformGraph.Tests.Seeding;

public sealed class DamagedSeedTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private const string RiskVillages = "risk-villages.csv";

    [Theory]
    [InlineData("code,level,county,colour\n", "line 1, column colour: expected one of the columns code, level, ")]
    [InlineData("level,county\n", "line 1, column code: expected this column, which is missing: it identifies the rows.")]
    [InlineData("code,level,county,level\n", "line 1, column level: expected the column only once.")]
    [InlineData("", "line 1: empty; expected a file that is not empty.")]
    [InlineData("code,county\nA,county\n", "line 2, column level: must be given (REQUIRED).")]
    [InlineData("code,level,county\nA,HIGH,county\nB,HIHG,county\n",
        "line 3, column level: \"HIHG\"; must be one of LOW, MEDIUM, HIGH (TYPE).")]
    [InlineData("编码,风险等级,县\nA,HIHG,county\n",
        "line 2, column 风险等级: \"HIHG\"; must be one of LOW, MEDIUM, HIGH (TYPE).")]
    [InlineData("code,level,county\n,HIGH,county\n", "line 2, column code: empty; must be given (REQUIRED).")]
    [InlineData("code,level,county\nA,HIGH,nowhere\n",
        "line 2, column county: \"nowhere\"; must be the code of a row of counties (REFERENCE).")]
    [InlineData("code,level,county\nA,HIGH,\n", "line 2, column county: empty; must be given (REQUIRED).")]
    [InlineData("code,level,county\nA,HIGH,county\nA,LOW,county\n",
        "line 3, column code: \"A\"; must not be the same as in another row of the file (UNIQUE).")]
    [InlineData("code,level,county\nA,HIGH\n", "line 2: \"A,HIGH\"; expected 3 cells, not 2.")]
    [InlineData("code,level,county\nA,HIGH,county,x\n", "line 2: \"A,HIGH,county,x\"; expected 3 cells, not 4.")]
    [InlineData("code,level,county\nA,\"HI\"GH,county\n",
        "line 2: expected quotes only around a whole cell, closed, and doubled inside it.")]
    [InlineData("code,level,county\nA,HIGH,\"county\n",
        "line 2: expected quotes only around a whole cell, closed, and doubled inside it.")]
    [InlineData("code,level,county,assessedOn\nA,HIGH,county,2020-02-30\n",
        "line 2, column assessedOn: \"2020-02-30\"; must be a date such as 2020-10-31 (TYPE).")]
    [InlineData("code,level,county\n\"A\nB\",HIGH,county\nC,NONE,nowhere\n", "line 2, column code: ")]
    [InlineData("code,level,county,leadOfficial\nA,HIGH,county,\"A\nB\"\nC,NONE,county,\n",
        "line 4, column level: \"NONE\"; must be one of LOW, MEDIUM, HIGH (TYPE).")]
    [InlineData("code,level,county\nA,NONE,nowhere\n",
        "line 2, column level: \"NONE\"; must be one of LOW, MEDIUM, HIGH (TYPE). One more cell of the file is refused.")]
    [InlineData("code,level,county\nA,NONE,nowhere\nB,HIHG,county\n",
        "line 2, column level: \"NONE\"; must be one of LOW, MEDIUM, HIGH (TYPE). 2 more cells of the file are refused.")]
    public async Task A_damaged_file_is_refused_with_its_place_and_what_would_be_right(string text, string expected)
    {
        var refusal = await RefusalAsync(RiskVillages, Encoding.UTF8.GetBytes(text));
        Assert.StartsWith($"{RiskVillages}, {expected}", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal);
    }

    [Fact]
    public async Task Invalid_utf_8_is_refused_with_its_line() => Assert.EndsWith(
        ", line 2: \"A\uFFFD(,HIGH,county\"; expected valid UTF-8.",
        await RefusalAsync(RiskVillages, [.. "code,level,county\nA"u8, 0xC3, 0x28, .. ",HIGH,county\n"u8]), StringComparison.Ordinal);

    [Fact]
    public async Task The_character_u_0000_is_refused_with_its_line() => Assert.EndsWith(
        ", line 2: \"A\uFFFD,HIGH,county\"; expected text without the character U+0000.",
        await RefusalAsync(RiskVillages, "code,level,county\nA\0,HIGH,county\n"u8.ToArray()), StringComparison.Ordinal);

    [Theory]
    [InlineData("reform-tasks.csv", "code,kind,county,progress\nA,TASK,county,\"1,5\"\n", "progress")]
    [InlineData("reform-tasks.csv", "code,kind,county,progress\nA,TASK,county,1e3\n", "progress")]
    [InlineData("reform-tasks.csv", "code,kind,county,progress\nA,TASK,county,0.00001\n", "progress")]
    [InlineData("townships.csv", "code,knownAs,county,class\nA,a town,county,one\n", "class")]
    [InlineData("townships.csv", "code,knownAs,county,class\nA,a town,county,99999999999\n", "class")]
    [InlineData("figure-inputs.csv", "figure,position,input\nproblems-found,01,tasks\n", "position")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording\nA,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,第十五项\n",
        "wording")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording\nA,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,\n", "wording")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording,derivation\n" +
        "A,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,15项,SUM\n",
        "wording")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,derivation,period\n" +
        "A,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,SUM,2024年\n",
        "derivation")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording,value,locator\n" +
        "A,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,15项,15,F-tasks\n",
        "value")]
    [InlineData("checks.csv",
        "code,report,theme,rule,relation,unit,explanation,rows\nA,two-reforms-follow-up,PILOTS,r,EQUAL,ITEM,e,riskVillages(level: TALL)\n",
        "rows")]
    [InlineData("checks.csv",
        "code,report,theme,rule,relation,unit,explanation,expectedBy\nA,two-reforms-follow-up,PILOTS,r,EQUAL,ITEM,e,SUM\n", "expectedBy")]
    public async Task A_value_that_cannot_be_is_refused_by_its_column(string file, string text, string column) => Assert.StartsWith(
        $"{file}, line 2, column {column}: ", await RefusalAsync(file, Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("risk-vilages.csv")]
    [InlineData("Risk-Villages.CSV")]
    [InlineData("risk-villages.xlsx")]
    [InlineData("withdrawn-code.json")]
    public async Task A_table_that_is_no_seed_file_is_refused(string file) => Assert.StartsWith(
        $"{file} is not the seed file of an entity: expected one of counties.csv, ",
        await RefusalAsync(file, "code\n"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public async Task A_folder_without_seed_files_is_refused() => Assert.Contains(
        " has no seed files: expected one or more of counties.csv, ",
        await RefusalAsync("notes.txt", "code\n"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "unreadable")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, RiskVillages), Path.Combine(folder, "gone.csv"));
        Assert.StartsWith("A seed file cannot be read: ", await RefusalAsync(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ", line 1: expected an object that has each collection once, with a list of codes, such as ")]
    [InlineData("[]", ", line 1: expected ")]
    [InlineData("5", ", line 1: expected ")]
    [InlineData("null", ": expected ")]
    [InlineData("{\n  \"initiatives\": [\"a\"]\n", ", line 3: expected ")]
    [InlineData("{\n  \"initiatives\": [5]\n}", ", line 2: expected ")]
    [InlineData("{\n  \"initiatives\": \"a\"\n}", ", line 2: expected ")]
    [InlineData("{ \"initiatives\": null }", ": expected ")]
    [InlineData("{ \"initiatives\": [null] }", ": expected ")]
    [InlineData("{ \"initiatives\": [\"a\"], \"initiatives\": [\"b\"] }", ", line 1: expected ")]
    [InlineData("{ \"figureInputs\": [\"a\"] }", ": figureInputs is not a collection of rows that have a code and a history.")]
    public async Task Withdrawn_codes_in_another_form_are_refused_with_what_would_be_right(string text, string expected)
    {
        var refusal = await RefusalAsync("withdrawn-codes.json", Encoding.UTF8.GetBytes(text));
        Assert.StartsWith($"withdrawn-codes.json{expected}", refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_the_folder_withdraws_and_still_has_is_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "contradictory")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, RiskVillages), "code,level,county\nNEW,HIGH,county\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "withdrawn-codes.json"), "{ \"riskVillages\": [\"NEW\"] }");
        Assert.Equal("withdrawn-codes.json: riskVillages NEW is also in risk-villages.csv, line 2: remove it from one of the two files.",
            await RefusalAsync(folder));
    }

    [Fact]
    public async Task Nothing_of_a_damaged_folder_is_loaded()
    {
        await RefusalAsync(RiskVillages, "code,level,county\nNEW,HIGH,county\nBAD,HIHG,county\n"u8.ToArray());
        await using var context = database.Open();
        Assert.False(await context.Set<RiskVillage>().AnyAsync(row => row.Code == "NEW"));
        Assert.Equal(64, await context.Set<Figure>().CountAsync());
    }

    [Theory]
    [InlineData("figure,position,input\ntownships,1,townships\n",
        "Figure townships, derivation: expected a derivation that does not depend on itself.")]
    [InlineData("figure,position,input\ntownships,2,tasks\n", "Figure townships, derivation: expected inputs that it accepts")]
    public async Task A_file_that_spoils_a_row_of_another_is_refused(string text, string expected) => Assert.Contains(expected,
        await RefusalAsync("figure-inputs.csv", Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    private async Task<string> RefusalAsync(string file, byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("damaged-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file), bytes);
            return await RefusalAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> RefusalAsync(string folder)
    {
        await using var context = database.Open();
        return (await Assert.ThrowsAnyAsync<StartupException>(() => SeedFiles.LoadAsync(context, folder))).Message;
    }
}
