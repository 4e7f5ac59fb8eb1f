using ReformGraph.Data.Extraction;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>Which checks a text suggests, and which it does not.</summary>
public sealed class CheckProposalTests
{
    [Theory]
    [InlineData("由312个减少至186个，减少126个，减幅40.4%。", "186个 - 312个 = -126个; 312个 → 186个 = -40.4%")]
    [InlineData("人员由平均每个乡镇4.5人增加到9.2人，工作力量增长104%。", "4.5人 → 9.2人 = 104%")]
    [InlineData("乡镇由18个减少到10个（其中镇6个），人数减幅达45%。", "6个 ≤ 10个; 18个 → 10个 = -45%")]
    [InlineData("乡镇由23个减至14个，村由279个减至156个，减幅分别为39.1%和44.1%。",
        "23个 → 14个 = -39.1%; 279个 → 156个 = -44.1%")]
    [InlineData("乡镇由23个减至14个，村由279个减至156个，减少123个，减幅44.1%。",
        "156个 - 279个 = -123个; 279个 → 156个 = -44.1%")]
    [InlineData("满意度由97.1%提高到98.2%，投诉率由1.2%降到0.9%，下降0.3个百分点。",
        "0.9% - 1.2% = -0.3个百分点")]
    [InlineData("改革前有乡镇24个、行政村213个，改革后乡镇减至16个，减幅33.3%。", "24个 → 16个 = -33.3%")]
    [InlineData("改革前有乡镇36个、行政村432个，改革后行政村减至268个，减幅38%。", "432个 → 268个 = -38%")]
    [InlineData("死亡率由6.2‰降到5.9‰，下降0.3个千分点。", "5.9‰ - 6.2‰ = -0.3个千分点")]
    [InlineData("村级班子由12个增加到18个，班子增长30%。", "12个 → 18个 = 30%")]
    [InlineData("租金收入412.6万元，较上年的358万元增长15.3%，拍卖收入1.06亿元。",
        "358万元 → 412.6万元 = 15.3%")]
    [InlineData("办件3万件，去年同期2.5万件，同比增长20%。", "2.5万件 → 3万件 = 20%")]
    [InlineData("办件3万件（去年同期2.5万件），同比增长20%。", "2.5万件 → 3万件 = 20%")]
    [InlineData("接件1万件；去年同期办件2.5万件，今年3万件，同比增长20%。", "2.5万件 → 3万件 = 20%")]
    [InlineData("由去年同期的2.5万件增至3万件，增长20%。", "2.5万件 → 3万件 = 20%")]
    [InlineData("乡镇由36个（其中镇22个）调整为24个，精简率33.3%。", "36个 → 24个 = -33.3%")]
    [InlineData("乡镇由18个减少到10个，撤并率44.4%。", "18个 → 10个 = -44.4%")]
    [InlineData("内设机构由50个减至40个，精简率达20%。", "50个 → 40个 = -20%")]
    [InlineData("接件50件，办件较上年的120件增加30件，达到150件。", "150件 - 120件 = 30件")]
    public void A_change_is_compared_with_the_values_that_it_is_about(string text, string checks) => Assert.Equal(checks, Proposed(text));

    [Theory]
    [InlineData("办理时限由5个工作日压缩至2个工作日以内，群众满意度达98.7%，提升36%。")]
    [InlineData("办理时限由5个工作日压缩至2个工作日以内，压缩60%。")] // at least 60 %
    [InlineData("审批事项由120项精简至80项，网上可办率提升33.3%。")]
    [InlineData("审批事项由80项增至120项，网上可办率提升36%。")]
    [InlineData("办理时限由5天压缩至2天，群众满意度达98.7%，提升36%。")]
    [InlineData("满意度由97.1%提高到98.2%，群众知晓率提高0.3个百分点。")]
    [InlineData("原来网办率85%，现满意度98.2%，提高13.2个百分点。")]
    [InlineData("每千人口拥有床位由32张增加到45张，护理型床位占比55%，提高40.6个百分点。")]
    [InlineData("每千人口拥有床位由32张增加到45张，护理型床位提高23%。")]
    [InlineData("由18个减少到10个，增长44.4%。")]
    [InlineData("村（社区）由462个调整为304个，其中村减少149个、社区减少9个。")]
    [InlineData("原有乡镇41个、村495个，改革后分别为28个、312个。")]
    public void A_change_of_something_else_is_not(string text) => Assert.Empty(Proposed(text));

    [Theory]
    [InlineData("清理腾退资产136宗，完成处置98宗，占72.06%。", "98宗 / 136宗 = 72.06%")]
    [InlineData("共有腾退资产136宗。目前完成98宗，占72.06%。", "98宗 / 136宗 = 72.06%")]
    [InlineData("共有腾退资产136宗。\n目前完成98宗，占72.06%。", "98宗 / 136宗 = 72.06%")]
    [InlineData("共有腾退资产136宗。\n目前完成98宗，占72.1%。", "")] // it may be of other lots
    [InlineData("党员35人，占村干部187人的18.7%。", "35人 / 187人 = 18.7%")]
    [InlineData("共有村干部1245人，35岁以下153人，占干部总数的12.3%。", "153人 / 1245人 = 12.3%")]
    [InlineData("村“两委”成员1245人，其中妇女153人，占干部总数的12.3%。",
        "153人 ≤ 1245人; 153人 / 1245人 = 12.3%")]
    [InlineData("新增床位420张，其中护理型265张，占新增床位的63.1%。", "265张 ≤ 420张; 265张 / 420张 = 63.1%")]
    [InlineData("仍有7个中心不达标，12个村无场所，约三成的村收入不足20万元。", "")]
    [InlineData("改造完成1200户，占年度任务1500户的80%。", "1200户 / 1500户 = 80%")]
    [InlineData("27个风险村占全县196个村的13.8%。", "27个 / 196个 = 13.8%")]
    [InlineData("确定风险村27个，已化解19个，余下8个。", "19个 + 8个 = 27个")]
    [InlineData("走访群众1245人，发展党员153人，占干部总数的12.3%。", "")] // of other persons
    [InlineData("党员35人，占187人的28.7%。", "35人 / 187人 = 28.7%")] // the words say so
    [InlineData("任务42项，已完成33项、推进7项，完成率78.6%。", "33项 / 42项 = 78.6%")]
    [InlineData("养老床位1200张，护理型床位660张，护理型床位占比55%。", "660张 / 1200张 = 55%")]
    [InlineData("养老床位1200张，公办床位800张，护理型床位占比66.7%。", "")]
    [InlineData("卫生院18所，卫生室12个，医生占比66.7%。", "")]
    [InlineData("每千名老人拥有床位32张，床位64张，占50%。", "")]
    [InlineData("走访200户，慰问74户，满意度37%。", "")]
    public void A_share_is_compared_with_its_part_and_its_whole(string text, string checks) => Assert.Equal(checks, Proposed(text));

    [Fact]
    public void A_column_of_rates_is_compared_with_the_columns_that_it_compares() => Assert.Equal(
        "50 + 40 = 90; 36 + 30 = 66; 36 / 50 = 72; 30 / 40 = 76; 66 / 90 = 73.33",
        Proposed("乡镇\t户数（户）\t计划（宗）\t完成（宗）\t完成率（%）\n甲镇\t300\t50\t36\t72\n" +
            "乙镇\t400\t40\t30\t76\n合计\t—\t90\t66\t73.33\n"));

    [Theory]
    [InlineData("上半年办理2万件、下半年办理3.6万件，全年办理5.6万件。", "2万件 + 3.6万件 = 5.6万件")]
    [InlineData("全年办理5.6万件，其中上半年2万件、下半年3.6万件。", "2万件 + 3.6万件 = 5.6万件")]
    [InlineData("上半年受理群众诉求120件。下半年受理群众诉求120件。", "")]
    [InlineData("受理群众诉求120件。对受理的120件诉求逐一回访。", "120件 = 120件")]
    public void Halves_add_to_their_year_and_do_not_repeat_each_other(string text, string checks) => Assert.Equal(checks, Proposed(text));

    [Theory]
    [InlineData("全县24个乡镇建成便民服务中心24个。推动24个乡镇全面达标。", "24个 = 24个")]
    [InlineData("全县共有乡镇24个。建成乡镇便民服务中心24个。", "")]
    [InlineData("24个乡镇的24个便民服务中心全部达标。现有便民服务中心24个。", "24个 = 24个")]
    [InlineData("村（社区）由206个减至123个。对123个村（社区）全覆盖研判。", "123个 = 123个")]
    [InlineData("不得突破编制数30人。实有人数30人。", "")]
    public void A_number_is_stated_again_only_of_the_same_things(string text, string checks) => Assert.Equal(checks, Proposed(text));

    [Fact]
    public void A_column_of_changes_is_compared_with_the_two_years_before_it() => Assert.Equal(
        "120 → 150 = 25; 300 → 270 = -12",
        Proposed("指标\t2023年（件）\t2024年（件）\t增长（%）\n甲事项\t120\t150\t25\n乙事项\t300\t270\t-12\n"));

    [Fact]
    public void Headings_may_have_digits_and_cells_two_numbers() => Assert.Equal("36 / 50 = 72",
        Proposed("乡镇\t计划2（宗）\t完成2（宗）\t完成率2（%）\n甲镇\t50\t36\t72\n乙镇\t40、30\t36\t—\n"));

    [Theory]
    [InlineData("乡镇\t窗口（个）\t专区（个）\t满意度（%）\n甲镇\t50\t36\t99.2\n乙镇\t40\t30\t98.7\n")]
    [InlineData("乡镇\t计划（宗）\t完成（宗）\t完成率\n甲镇\t50\t36\t9个72%\n")]
    public void A_column_of_rates_that_compares_no_two_columns_has_no_checks(string text) => Assert.Empty(Proposed(text));

    [Theory]
    [InlineData("提拔重用乡镇干部46人，其中“85后”干部21人、女干部15人、少数民族干部2人。",
        "21人 ≤ 46人; 15人 ≤ 46人; 2人 ≤ 46人")]
    [InlineData("选派干部46人，其中女干部15人、党员40人。", "15人 ≤ 46人; 40人 ≤ 46人")]
    [InlineData("配备班子成员120人，其中35岁以下30人、本科以上学历88人。", "30人 ≤ 120人; 88人 ≤ 120人")]
    [InlineData("共计投入3.6亿元（含债券资金1.5亿元、社会资本0.8亿元）。",
        "1.5亿元 ≤ 3.6亿元; 0.8亿元 ≤ 3.6亿元")]
    [InlineData("共计投入3.6亿元，包括债券资金1.5亿元、社会资本0.8亿元。",
        "1.5亿元 ≤ 3.6亿元; 0.8亿元 ≤ 3.6亿元")]
    public void Parts_that_overlap_or_are_not_all_are_each_compared_with_the_total(string text, string checks) =>
        Assert.Equal(checks, Proposed(text));

    [Theory]
    [InlineData("选派干部46人，其中男干部30人、女干部15人。", "30人 + 15人 = 46人")]
    [InlineData("选派干部46人，其中35岁以下30人、35岁以上15人。", "30人 + 15人 = 46人")]
    [InlineData("整合设施30处（含学校20处、卫生院10处）。", "20处 + 10处 = 30处")]
    [InlineData("研判问题36项，其中县级18项、乡镇17项。", "18项 + 17项 = 36项")]
    public void Parts_that_are_all_are_added(string text, string checks) => Assert.Equal(checks, Proposed(text));

    private static string Proposed(string text) => string.Join("; ",
        CheckWriter.TableOf(CheckProposals.From(ReportDraft.Make(new(text, text.Length), all: false), [])).Rows.Select(row => row[0].Text));
}
