using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Import;

/// <summary>Columns that an import cannot change, and labels next to codes.</summary>
public sealed class HeldValueTests(SeededDatabase database) : IClassFixture<SeededDatabase>
{
    [Theory]
    [InlineData("figures", "code,value\nhigh-risk-villages,13\n", "")]
    [InlineData("figures", "code,value,lower,unit\nhigh-risk-villages,14,13,个\n", "value COMPUTED must be 13, as in the row")]
    [InlineData("figures", "编码,数值,精度\nhigh-risk-villages,14个,\n", "数值 COMPUTED must be 13, as in the row")]
    [InlineData("checks", "code,status\nrisk-villages-by-level,勾稽不符\n", "status COMPUTED must be HOLDS, as in the row")]
    [InlineData("risk-villages", "code,id,level,county,version\nRV-N-1,,LOW,county,\n", "")]
    [InlineData("risk-villages", "code,id,level,county,synthetic\nRV-N-1,7,LOW,county,否\n", "id COMPUTED must be empty")]
    [InlineData("risk-villages", "code,id\nRV-H-001,7\n", "id COMPUTED must be 1, as in the row")]
    [InlineData("risk-villages", "code,level,levelZh\nRV-H-001,LOW,低风险\n", "")]
    [InlineData("risk-villages", "code,level,levelZh\nRV-H-001,LOW,高风险\n", "levelZh LABEL must be a label of LOW")]
    [InlineData("risk-villages", "编码,风险等级名称\nRV-H-001,低风险\n", "")]
    [InlineData("risk-villages", "code,township.code,township.nameZh,乡镇编码\nRV-H-001,mulin-town,,\n", "!列 only once")]
    [InlineData("risk-villages",
        "code,township.code,township.knownAs\nRV-H-001,mulin-town,The town in which Mulin village (木林村) lies.\n", "")]
    [InlineData("risk-villages", "code,township.code,township.knownAs\nRV-H-001,mulin-town,x\n",
        "township.knownAs COMPUTED must be The town in which Mulin village")]
    [InlineData("risk-villages", "code,township.code,county.code\nRV-H-001,mulin-town,nowhere\n",
        "county.code REFERENCE must be the code of a row of counties")]
    [InlineData("risk-villages", "Code,Level label,Assessed on\nRV-H-001,low,2020-10-31\n", "")]
    [InlineData("townships", "code,风险村编码\nmulin-town,x\n", "!no such column")]
    public async Task What_an_import_cannot_change_is_taken_where_it_is_so_and_else_refused_with_what_is(string entity, string text,
        string refused)
    {
        if (refused.StartsWith('!'))
        {
            await Assert.ThrowsAsync<TableException>(() => Importing.RunAsync(database.Path, entity, text, dryRun: true));
            return;
        }

        var report = await Importing.RunAsync(database.Path, entity, text, dryRun: true);
        Assert.StartsWith(refused, string.Join("; ",
            report.RefusedCells.Listed.Select(cell => $"{cell.Column} {cell.Rule} {cell.Message.En}")), StringComparison.Ordinal);
        Assert.Equal(refused.Length > 0, report.RefusedCells.Total > 0);
    }

    [Fact]
    public void No_two_values_of_a_code_list_have_the_same_label()
    {
        using var context = database.Open();
        foreach (var list in DataModel.Create(context.Model).Enums)
        {
            var names = list.EnumValues().SelectMany(value => new[] { value.Name, value.LabelZh, value.LabelEn }.Distinct()).ToList();
            Assert.Equal((list.Name, names.Count), (list.Name, names.Distinct().Count()));
        }
    }
}
