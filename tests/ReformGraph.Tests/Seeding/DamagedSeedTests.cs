using System.Text;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Seeding;
using ReformGraph.Domain.Entities;
using Xunit;

namespace ReformGraph.Tests.Seeding;

public sealed class DamagedSeedTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    private const string RiskVillages = "risk-villages.csv";

    [Theory]
    [InlineData("code,level,county,colour\n", 1, "colour", null, "no such column, but code, level")]
    [InlineData("code,county\n", 1, "level", null, "this column, which is missing")]
    [InlineData("code,level,county,level\n", 1, "level", null, "the column only once")]
    [InlineData("", 1, null, "", "a first line that names the columns")]
    [InlineData("code,level,county\nA,HIGH,county\nB,HIHG,county\n", 3, "level", "HIHG", "one of LOW, MEDIUM, HIGH")]
    [InlineData("code,level,county\nA,high,county\n", 2, "level", "high", "one of LOW, MEDIUM, HIGH")]
    [InlineData("code,level,county\n,HIGH,county\n", 2, "code", "", "a text")]
    [InlineData("code,level,county\nA,HIGH,nowhere\n", 2, "county", "nowhere", "the code of a row in counties.csv")]
    [InlineData("code,level,county\nA,HIGH,\n", 2, "county", "", "the code of a row in counties.csv")]
    [InlineData("code,level,county\nA,HIGH,county\nA,LOW,county\n", 3, "code", "A", "a key that no row above has")]
    [InlineData("code,level,county\nA,HIGH\n", 2, null, "A,HIGH", "3 cells, not 2")]
    [InlineData("code,level,county\nA,HIGH,county,x\n", 2, null, "A,HIGH,county,x", "3 cells, not 4")]
    [InlineData("code,level,county\nA,\"HI\"GH,county\n", 2, null, null, "quotes only around a whole cell")]
    [InlineData("code,level,county\nA,HIGH,\"county\n", 2, null, null, "quotes only around a whole cell")]
    [InlineData("code,level,county,assessedOn\nA,HIGH,county,2020-02-30\n", 2, "assessedOn", "2020-02-30", "a date such as")]
    [InlineData("code,level,county\n\"A\nB\",HIGH,county\nC,NONE,county\n", 4, "level", "NONE", "one of LOW")]
    public async Task A_damaged_file_is_refused_with_its_place_and_what_would_be_right(string text, int line, string? column, string? value,
        string expected)
    {
        var refusal = await RefusalAsync(RiskVillages, Encoding.UTF8.GetBytes(text));
        Assert.Equal((RiskVillages, line, column, value), (refusal.File, refusal.Line, refusal.Column, refusal.Value));
        Assert.StartsWith(expected, refusal.Expected, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task Invalid_utf_8_is_refused_with_its_line()
    {
        var refusal = await RefusalAsync(RiskVillages, [.. "code,level,county\nA"u8, 0xC3, 0x28, .. ",HIGH,county\n"u8]);
        Assert.Equal((2, "valid UTF-8"), (refusal.Line, refusal.Expected));
    }

    [Fact]
    public async Task The_character_u_0000_is_refused_with_its_line()
    {
        var refusal = await RefusalAsync(RiskVillages, Encoding.UTF8.GetBytes("code,level,county\nA\0,HIGH,county\n"));
        Assert.Equal((2, "text without the character U+0000"), (refusal.Line, refusal.Expected));
    }

    [Theory]
    [InlineData("reform-tasks.csv", "code,kind,county,progress\nA,TASK,county,\"1,5\"\n", "progress")]
    [InlineData("reform-tasks.csv", "code,kind,county,progress\nA,TASK,county,1e3\n", "progress")]
    [InlineData("reform-tasks.csv", "code,kind,county,progress\nA,TASK,county,0.00001\n", "progress")]
    [InlineData("townships.csv", "code,knownAs,county,class\nA,a town,county,one\n", "class")]
    [InlineData("townships.csv", "code,knownAs,county,class\nA,a town,county,99999999999\n", "class")]
    [InlineData("figure-inputs.csv", "figure,position,input\nproblems-found,01,tasks\n", "position")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording\nA,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,第十五项\n", "wording")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording\nA,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,\n", "wording")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,wording,derivation\nA,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,15项,SUM\n", "wording")]
    [InlineData("figures.csv",
        "code,report,indicator,theme,role,unit,county,derivation\nA,two-reforms-follow-up,tasks,PILOTS,LEVEL,ITEM,county,SUM\n",
        "derivation")]
    [InlineData("figures.csv", "code,report,indicator,theme,role,unit,county,value\n", "value")]
    [InlineData("checks.csv",
        "code,report,theme,rule,relation,unit,explanation,rows\nA,two-reforms-follow-up,PILOTS,r,EQUAL,ITEM,e,riskVillages(level: TALL)\n", "rows")]
    [InlineData("checks.csv",
        "code,report,theme,rule,relation,unit,explanation,expectedBy\nA,two-reforms-follow-up,PILOTS,r,EQUAL,ITEM,e,SUM\n", "expectedBy")]
    public async Task A_value_that_cannot_be_is_refused_by_its_column(string file, string text, string column)
    {
        var refusal = await RefusalAsync(file, Encoding.UTF8.GetBytes(text));
        Assert.Equal((file, column), (refusal.File, refusal.Column));
    }

    [Fact]
    public async Task A_file_of_no_entity_is_refused()
    {
        var refusal = await RefusalAsync("risk-vilages.csv", "code\n"u8.ToArray());
        Assert.StartsWith("no such file, but", refusal.Expected, StringComparison.Ordinal);
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
    public async Task A_file_that_spoils_a_row_of_another_is_refused(string text, string expected)
    {
        var refusal = await RefusalAsync<StartupException>("figure-inputs.csv", Encoding.UTF8.GetBytes(text));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    private Task<SeedException> RefusalAsync(string file, byte[] bytes) => RefusalAsync<SeedException>(file, bytes);

    private async Task<T> RefusalAsync<T>(string file, byte[] bytes)
        where T : Exception
    {
        var folder = Directory.CreateTempSubdirectory("damaged-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, file), bytes);
            await using var context = database.Open();
            return await Assert.ThrowsAsync<T>(() => Seeder.LoadAsync(context, folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
