using CsCheck;
using ReformGraph.Data.Extraction;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>What a quantity is in its sentence.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("全县建制村由312个减少至186个，减少126个，减幅40.4%。",
        "312个 Baseline; 186个 Level; 126个 Change DOWN; 40.4% ChangeRate DOWN")]
    [InlineData("将308个村整合为179个，乡镇从24个调整为15个，精简37.5%。",
        "308个 Baseline; 179个 Level; 24个 Baseline; 15个 Level; 37.5% ChangeRate DOWN")]
    [InlineData("改革前有学校86所，改革后保留62所，办理时间由5天缩短为1天。",
        "86所 Baseline; 62所 Level; 5天 Baseline; 1天 Level")]
    [InlineData("满意率98.6%，同比上升1.2个百分点；信访量同比减少56件，投诉量下降近三成。",
        "98.6% Share; 1.2个百分点 Change UP; 56件 Change DOWN; 近三成 ChangeRate DOWN")]
    [InlineData("收入是上年的2.3倍，办件量增长1.5倍，翻了一番多，增速为-3.2%，增幅为8%。",
        "2.3倍 ChangeRate UP; 1.5倍 ChangeRate UP; 翻了一番多 ChangeRate UP; -3.2% ChangeRate DOWN; 8% ChangeRate UP")]
    [InlineData("每个乡镇配备人员不少于6名，人均服务群众860余人，召开会议12次，补助500元/亩。",
        "不少于6名 PerUnit; 860余人 PerUnit; 12次 Level; 500元/亩 PerUnit")]
    [InlineData("共有干部1286名，其中女性312名、党员845名，由26名领导联系。",
        "1286名 Total; 312名 Part; 845名 Part; 26名 Level")]
    [InlineData("分解任务42项，已完成33项、正在推进7项、尚未启动2项，完成率78.6%。",
        "42项 Total; 33项 Part; 7项 Part; 2项 Part; 78.6% Share")]
    [InlineData("设立中心15个，服务站42个，服务室186个，共计243个。",
        "15个 Part; 42个 Part; 186个 Part; 243个 Total")]
    [InlineData("党员12580人（其中农村6320人、机关4100人、其他2160人），问题236个，已整改198个。",
        "12580人 Total; 6320人 Part; 4100人 Part; 2160人 Part; 236个 Level; 198个 Level")]
    [InlineData("计划投资3.2亿元，已到位1.1亿元。力争新增床位300张，收入增长8%。",
        "3.2亿元 Planned; 1.1亿元 Level; 300张 Planned; 8% Planned UP")]
    [InlineData("撤并乡镇12个、村156个，减幅分别为37.5%和52.3%，分别增长23.4%、31.2%。",
        "12个 Level; 156个 Level; 37.5% ChangeRate DOWN; 52.3% ChangeRate DOWN; 23.4% ChangeRate UP; 31.2% ChangeRate UP")]
    [InlineData("老人4.2万人，占比21.6%；其中80岁以上0.6万人。",
        "4.2万人 Total; 21.6% Share; 80岁以上 Level; 0.6万人 Part")]
    [InlineData("总结\n八、2024年目标\n新建3个。\n九、问题\n缺2个。", "3个 Planned; 2个 Level")]
    [InlineData("总结\n三、工作展望\n新建3个。", "3个 Planned")]
    [InlineData("总结\n2024年工作目标\n新建3个。\n存在问题\n缺2个。", "3个 Planned; 2个 Level")]
    [InlineData("2024年目标：新建3个。\n2024年目标：3个，完成：2个。", "3个 Planned; 3个 Planned; 2个 Level")]
    [InlineData("八、2023年目标任务完成情况\n新建3个。", "3个 Level")]
    [InlineData("三、下步打算\n新建中心3个。\n注：含高新区2个街道。", "3个 Planned; 2个 Level")]
    [InlineData("到2025年，覆盖率达到95%。\n2023年10月16日", "95% Planned")]
    [InlineData("安置离任干部1769名。\n注：离任干部含届中离任37人。", "1769名 Total; 37人 Part")]
    [InlineData("日均办理250件，月均接待30人次，次均费用300元，周均巡查3次，会议3次均通过12项，平均每户3亩。",
        "250件 PerUnit; 30人次 PerUnit; 300元 PerUnit; 3次 PerUnit; 3次 Level; 12项 Level; 3亩 PerUnit")]
    [InlineData("行政村均建成服务站123个，乡镇均设立中心24个，28个村均完成31项；" +
        "各村均达3名，行政村均收入20万元，全县村均3亩。",
        "123个 Level; 24个 Level; 28个 Level; 31项 Level; 3名 PerUnit; 20万元 PerUnit; 3亩 PerUnit")]
    [InlineData("学校均配备校医30名，农户均分得红利300元，乡镇均为12名，近三年均完成30项。",
        "30名 Level; 300元 PerUnit; 12名 PerUnit; 30项 Level")]
    [InlineData("时间缩短到原来的1/3，成本降至原来的30%，规模是原来的3倍，由原来的30%提高到50%，负担减负30%。",
        "1/3 Share; 30% Share; 3倍 ChangeRate UP; 30% Baseline; 50% Share; 30% ChangeRate DOWN")]
    [InlineData("收益2000万元，较去年同期增加340万元，增长20.48%；办件比改革前增加2万件，比原来多出3个窗口。",
        "2000万元 Level; 340万元 Change UP; 20.48% ChangeRate UP; 2万件 Change UP; 3个 Change UP")]
    [InlineData("网办率从上年的85%提高到今年的92%，较去年的120件增加30件，门诊为改革前的1.8倍。",
        "85% Baseline; 92% Share; 120件 Baseline; 30件 Change UP; 1.8倍 ChangeRate UP")]
    [InlineData("1—6月办件31.4万件，去年同期为32.4万件。", "31.4万件 Level; 32.4万件 Baseline")]
    [InlineData("增速由-3.2%提高到1.5%。", "-3.2% Baseline DOWN; 1.5% Share")]
    [InlineData("用户由1.2亿增加到1.5亿。", "1.2亿 Baseline; 1.5亿 Level")]
    [InlineData("最低气温零下5度，最高零上30度，平均下降2℃。",
        "零下5度 Level DOWN; 零上30度 Level; 2℃ Change DOWN")]
    [InlineData("负债率为负3.2%，利润率达-2.1%，增速为-3.2%，同比-1.5%，增长-0.8%。",
        "负3.2% Level DOWN; -2.1% Level DOWN; -3.2% ChangeRate DOWN; -1.5% ChangeRate DOWN; -0.8% ChangeRate DOWN")]
    [InlineData("办理提速六成，效率提高三成，成本下降近两成，占三成，出生率提高0.3个千分点。",
        "六成 ChangeRate UP; 三成 ChangeRate UP; 近两成 ChangeRate DOWN; 三成 Share; 0.3个千分点 Change UP")]
    [InlineData(
        "共30个（其中甲20个，乙9个），医院12所（县级2所、乡级10所），共40个（甲20个、乙19个）。",
        "30个 Total; 20个 Part; 9个 Part; 12所 Total; 2所 Part; 10所 Part; 40个 Total; 20个 Part; 19个 Part")]
    [InlineData("设施30处（学校20所、卫生院10个），网点30个（新建5个、改建8个）。",
        "30处 Total; 20所 Part; 10个 Part; 30个 Level; 5个 Level; 8个 Level")]
    [InlineData("投资同比分别增长12%、8%和-3.5%；产值同比分别为+3%、-2%；分别增长-3.5%、8%。",
        "12% ChangeRate UP; 8% ChangeRate UP; -3.5% ChangeRate DOWN; +3% ChangeRate UP; -2% ChangeRate DOWN; " +
        "-3.5% ChangeRate DOWN; 8% ChangeRate UP")]
    [InlineData("满意率、办结率分别提高2个和1.5个百分点。", "2个 Change UP; 1.5个百分点 Change UP")]
    [InlineData("原有乡镇41个、村495个，改革后分别为28个、312个。",
        "41个 Baseline; 495个 Baseline; 28个 Level; 312个 Level")]
    [InlineData("减少村级出纳、会计等386人，精简行政、事业编制86名，降低运行成本120万元，减少跑腿、建成代办点15个。",
        "386人 Change DOWN; 86名 Change DOWN; 120万元 Change DOWN; 15个 Level")]
    [InlineData("撤并率44.4%，精简率达30%，压缩率为60%，盘活率85%，至少增加3个，排名上升3位，前移2位。",
        "44.4% ChangeRate DOWN; 30% ChangeRate DOWN; 60% ChangeRate DOWN; 85% Share; 至少增加3个 Change UP; " +
        "3位 Change UP; 2位 Change UP")]
    [InlineData("改革前有学校86所（小学60所、中学26所），改革后62所，由18个（其中镇6个）减少到10个，原有干部30名（现为20名）。",
        "86所 Baseline; 60所 Baseline; 26所 Baseline; 62所 Level; 18个 Baseline; 6个 Baseline; 10个 Level; " +
        "30名 Baseline; 20名 Level")]
    [InlineData("债务由8600万元下降到6460万元。268个村收入10万元以上，其中50万元以上的村47个。",
        "8600万元 Baseline; 6460万元 Level; 268个 Total; 10万元以上 Level; 50万元以上 Level; 47个 Part")]
    [InlineData("新增床位420张，占新增床位的63.1%，占比提高3%。", "420张 Level; 63.1% Share; 3% ChangeRate UP")]
    [InlineData("规范化率为67%，低于全市平均水平8个百分点，高于上年2个百分点，完成1200户，占年度任务1500户的80%。",
        "67% Share; 8个百分点 Change DOWN; 2个百分点 Change UP; 1200户 Level; 1500户 Planned; 80% Share")]
    [InlineData("实现工业增加值35.2亿元，占增加值的3%，增加值增长8%，推动编制下移120名，职级晋升86人，排名后移2名。",
        "35.2亿元 Level; 3% Share; 8% ChangeRate UP; 120名 Level; 86人 Level; 2名 Change DOWN")]
    [InlineData("窗口至少减少 3 个。", "至少减少 3 个 Change DOWN")]
    [InlineData("原有乡镇41个、行政村495个、社区63个，改革后分别为28个、312个。",
        "41个 Baseline; 495个 Baseline; 63个 Baseline; 28个 Level; 312个 Level")]
    [InlineData("共有100000000000000000000亿件，其中甲600000000000000000000亿件，乙600000000000000000000亿件。",
        "100000000000000000000亿件 NotRead; 600000000000000000000亿件 NotRead; 600000000000000000000亿件 NotRead")]
    [InlineData("补贴标准100元每人每月，收费3元每吨，召开会议3次每月更新。",
        "100元 PerUnit; 3元 PerUnit; 3次 Level")]
    [InlineData("较上年增加12个至96个，费用下降12.4元至88.7元，提高1.2个百分点至98.6%，" +
        "增加3至5个，下降5%至10%。",
        "12个 Change UP; 96个 Level; 12.4元 Change DOWN; 88.7元 Level; 1.2个百分点 Change UP; 98.6% Share; " +
        "3至5个 Change UP; 5%至10% NotRead")]
    [InlineData("补助从5万元到20万元不等，由5万元到20万元，由86到215平方公里不等。",
        "5万元到20万元 Level; 5万元 Baseline; 20万元 Level; 86到215平方公里 Level")]
    [InlineData("补贴从每月1,800元提高到每月2,300元，" +
        "由平均每个乡镇4.5人增加到平均每个乡镇8.1人，从人均500元增加到人均800元，" +
        "由每次12元降至每次8元。",
        "1,800元 Baseline; 2,300元 PerUnit; 4.5人 Baseline; 8.1人 PerUnit; 500元 Baseline; 800元 PerUnit; " +
        "12元 Baseline; 8元 PerUnit")]
    [InlineData("由原来的21个乡镇、318个村减为13个乡镇、196个村，" +
        "乡镇由21个、村由318个分别减至13个、196个。",
        "21个 Baseline; 318个 Baseline; 13个 Level; 196个 Level; 21个 Baseline; 318个 Baseline; 13个 Level; 196个 Level")]
    [InlineData("21个乡镇合并为13个，24个窗口整合为2个，15个部门建成3个中心。" +
        "由县财政出资30万元补助到每村3万元。",
        "21个 Baseline; 13个 Level; 24个 Baseline; 2个 Level; 15个 Level; 3个 Level; 30万元 Level; 3万元 PerUnit")]
    [InlineData("由12名干部、3个专班负责建成5个中心。从2小时缩短到一小时十分钟以内。",
        "12名 Level; 3个 Level; 5个 Level; 2小时 Baseline; 一小时十分钟 NotRead")]
    [InlineData("减少乡镇8个、村122个，存款增长6.1%、贷款7.2%，压减编制12名、经费86万元，" +
        "增加学位2,700个、床位480张。",
        "8个 Change DOWN; 122个 Change DOWN; 6.1% ChangeRate UP; 7.2% ChangeRate UP; 12名 Change DOWN; 86万元 Change DOWN; " +
        "2,700个 Change UP; 480张 Change UP")]
    [InlineData("增加投入5万元、新建学校3所，增长6.1%、满意率98%，减少乡镇8个、建制村122个和社区3个。",
        "5万元 Change UP; 3所 Level; 6.1% ChangeRate UP; 98% Share; 8个 Change DOWN; 122个 Change DOWN; 3个 Change DOWN")]
    [InlineData("24个乡镇（街道）合并为15个，由平均15天缩短到平均3天，由一年一次改为一年两次，提前一周办结。",
        "24个 Baseline; 15个 Level; 15天 Baseline; 3天 PerUnit; 两次 Level; 一周 Level")]
    [InlineData("由“多次跑”变为“一次跑”，变“多头跑”为“一次办”，今年目标：建成5个。", "5个 Planned")]
    [InlineData("减少乡镇8个、保留村122个，增长6.1%、占比7.2%，减少8个、办结率98%，" +
        "减少窗口8个、满意率98%。",
        "8个 Change DOWN; 122个 Level; 6.1% ChangeRate UP; 7.2% Share; 8个 Change DOWN; 98% Share; 8个 Change DOWN; 98% Share")]
    [InlineData("比2020年的120件多30件，比上年的20天少5天，同比减收1,200万元，减支3万元，增产5%。",
        "120件 Baseline; 30件 Change UP; 20天 Baseline; 5天 Change DOWN; 1,200万元 Change DOWN; 3万元 Change DOWN; " +
        "5% ChangeRate UP")]
    [InlineData("审批由“7个环节、13份材料”减为“4个环节、5份材料”，" +
        "由“90分钟”减为“60分钟”，满意度为“98.6%”。",
        "7个 Baseline; 13份 Baseline; 4个 Level; 5份 Level; 90分钟 Baseline; 60分钟 Level; 98.6% Share")]
    [InlineData("从半年缩短至一个月，由一周缩短到两个工作日，由五个工作日缩短为三个。",
        "半年 Baseline; 一个月 Level; 一周 Baseline; 两个工作日 Level; 五个工作日 Baseline; 三个 Level")]
    [InlineData("X102线提升7公里，里程提高7公里，由20天压缩到5天，提速75%，办理提速75%，" +
        "高18个百分点，低2个百分点。",
        "7公里 Level; 7公里 Change UP; 20天 Baseline; 5天 Level; 75% ChangeRate DOWN; 75% ChangeRate UP; " +
        "18个百分点 Change UP; 2个百分点 Change DOWN")]
    [InlineData("信访增加0件，增长0%，分别增长0%、3%，满意率↑2%，投诉↓5件。",
        "0件 Change; 0% ChangeRate; 0% ChangeRate; 3% ChangeRate UP; ↑2% ChangeRate UP; ↓5件 Change DOWN")]
    public void Each_quantity_has_its_kind_and_direction(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Rows(text)
        .Select(row => $"{row.Wording} {row.Kind}{(row.IsRise is null ? "" : row.IsRise.Value ? " UP" : " DOWN")}")));

    [Theory]
    [InlineData("2023年1—9月，办理事项5.6万件，一般事项在3个工作日以内办结。", "2023年1—9月,")]
    [InlineData("普及率95%（较2019年提高3个百分点），任务9项于2023年9月30日验收。", ",,")]
    [InlineData("今年前三季度，接待游客156.8万人次。", "前三季度")]
    [InlineData("2023年1—6月办件31.4万件，去年同期为32.4万件。", "2023年1—6月,")]
    [InlineData("不含2020年以前离任的百余人。2022年，新建学校3所。", ",2022年")]
    [InlineData("全年办理5.6万件，其中上半年2万件；较去年全年多3万件。", "全年,上半年,上半年")]
    [InlineData("2022年全年办理3万件，2023年上半年办理2万件。全年龄段覆盖3类人群。",
        "2022年全年,2023年上半年,")]
    [InlineData("2023年1—9月，办件5.6万件，较上半年提高12%，较2022年下降3%。",
        "2023年1—9月,2023年1—9月,2023年1—9月")]
    [InlineData("较上半年提高2.3个百分点，比2023年上半年多3个，高于上半年5%。", ",,")]
    [InlineData("较上半年的120件增加30件，网办率由上半年的85%提高到92%。", "上半年,,上半年,")]
    [InlineData("2023年，网办率由2022年的85%提高到2023年的92%，由2022年的3个增至5个。",
        "2022年,2023年,2022年,2023年")]
    [InlineData("2022年、2023年分别培训干部800人次、950人次，共培训1750人次。", "2022年,2023年,")]
    [InlineData("2022年和2023年共培训1750人次。", "")]
    [InlineData("2023年实现收入412.6万元，较上年的358万元增长15.3%。", "2023年,,2023年")]
    [InlineData("2023年产值5.2亿元，2022年4.8亿元，增长8.3%。", "2023年,2022年,2023年")]
    [InlineData("2023年收入12亿元，是2019年的1.5倍，达到2021年的1.3倍，为2020年的三分之二。" +
        "", "2023年,2023年,2023年,2023年")]
    [InlineData("满意率连续3个季度保持在98%以上，前三季度办件3万件。", ",,前三季度")]
    [InlineData("上半年接诊21.4万人次，下半年截至10月底接诊16.9万人次。", "上半年,下半年截至10月底")]
    [InlineData("参与2023年改革的村12个，合同2023年34份，占比2022年35%，评比2023年98分。",
        "2023年,2023年,2022年,2023年")]
    [InlineData("药品占比2023年为31%，今年降至27.5%；2023年，围绕今年目标任务，完成12项，目前整改3项。",
        "2023年,,2023年,")]
    [InlineData("同比2022年增长3%，与2022年持平的3个，相比2022年多3个。", ",,")]
    public void A_period_is_that_of_the_sentence_if_it_precedes_the_quantity(string text, string expected) =>
        Assert.Equal(expected, string.Join(",", Rows(text).Select(row => row.Period)));

    [Fact]
    public void Cells_of_a_table_have_the_unit_of_their_heading()
    {
        const string text =
            "表1 便民服务情况（单位：万元）\n序号\t乡镇\t办件量（件）\t满意度%\t投资\n1\t甲镇\t8,912\t99.2\t120\n2\t乙镇\t3,068\t98.5\t1.5\n\t合计\t11,980\t—\t121.5\n";
        Assert.Equal(
            "8,912 8912 COUNT Part; 99.2 99.2 PERCENT Share; 120 1200000 YUAN Part; 3,068 3068 COUNT Part; 98.5 98.5 PERCENT Share; 1.5 " +
            "15000 YUAN Part; 11,980 11980 COUNT Total; 121.5 1215000 YUAN Total",
            string.Join("; ",
                Rows(text).Select(row => $"{row.Wording} {row.Quantity!.Value / 1.0000000000m} {row.Quantity.Measure.Unit} {row.Kind}")));
    }

    [Theory]
    [InlineData("镇\t目标（户）\t完成（户）\n甲\t1 200\t1，100\n乙\t约1，200.5\t0\n",
        "1 200 1200 COUNT; 1，100 1100 COUNT; 约1，200.5 1200.5 COUNT; 0 0 COUNT")]
    [InlineData("指标\t单位\t2022年\t增幅\t增长（%）\n办件量\t万件\t53\t17%\t8\n" +
        "办结率\t%\t95.1\t3\t8\n学费\t元/学员\t53\t—\t8\n租金\t元/亩\t53\t—\t8\n",
        "53 530000 COUNT; 17% 17 PERCENT; 8 8 PERCENT; 95.1 95.1 PERCENT; 3 - the unit is not clear: the row has %; 8 8 PERCENT; " +
        "53 - the unit is not clear: the row has 元/学员; 8 8 PERCENT; 53 53 YUAN; 8 8 PERCENT")]
    [InlineData("单位\t人数（人）\t较上年增减（%）\n教育局\t1，200\t+6.2\n水利局\t0\t-1.5\n",
        "1，200 1200 PERSON; +6.2 6.2 PERCENT; 0 0 PERSON; -1.5 1.5 PERCENT")]
    public void A_cell_is_one_number_in_the_unit_of_its_column_or_row(string text, string expected) => Assert.Equal(expected,
        string.Join("; ", Rows(text).Select(row => row.Quantity is { } quantity
            ? $"{row.Wording} {quantity.Value / 1.0000000000m} {quantity.Measure.Unit}" : $"{row.Wording} - {row.Note}")));

    [Fact]
    public void A_rate_below_the_heading_of_a_change_is_a_change() => Assert.Equal(
        "72 Share; 8.2 ChangeRate UP; 3 Level; 69 Share; -3.2 ChangeRate DOWN; 2 Level",
        string.Join("; ", Rows("镇\t完成率（%）\t同比增减（%）\t新增（个）\n甲镇\t72\t8.2\t3\n乙镇\t69\t-3.2\t2\n")
            .Select(row => $"{row.Wording} {row.Kind}{(row.IsRise is null ? "" : row.IsRise.Value ? " UP" : " DOWN")}")));

    [Fact]
    public void A_table_with_a_caption_at_the_end_is_planned_only_if_that_or_its_header_says_so()
    {
        const string plan = "三、下步打算\n新建中心3个。\n";
        Assert.Equal("3个 Planned; 62 Level", Kinds(plan + "表1 盘活情况\n乡镇\t盘活数（宗）\n城关镇\t62\n"));
        Assert.Equal("3个 Planned; 62 Planned", Kinds(plan + "表1 2024年目标任务\n乡镇\t盘活数（宗）\n城关镇\t62\n"));
        Assert.Equal("3个 Planned; 62 Planned", Kinds(plan + "乡镇\t盘活数（宗）\n城关镇\t62\n"));

        static string Kinds(string text) => string.Join("; ", Rows(text).Select(row => $"{row.Wording} {row.Kind}"));
    }

    [Fact]
    public void Numbers_of_pages_and_of_headings_are_no_quantities() =>
        Assert.Empty(Rows("一、主要做法\t3\n二、主要成效\t12\n1.\t加强领导\n"));

    [Fact]
    public void A_number_that_its_sentence_states_is_repeated_by_the_name_of_a_framework()
    {
        Assert.Equal("29项,29",
            string.Join(",", Rows("制定29项工作方案，形成“1+29”改革框架。").Select(row => row.Wording)));
        Assert.Empty(Rows("紧扣“1+28”改革框架，产生“1+2>3”的效应。"));
    }

    [Fact]
    public void No_text_is_refused() =>
        Gen.String[Gen.OneOf(
            Gen.Char["0123456789一二十百万余约至—%.,、，。“”《》（）+个名年月日半倍由到增其中含共每\t\n "], Gen.Char), 0, 80].Sample(text =>
    {
        var rows = ReportDraft.Make(new(text, text.Length) { Numbers = text.Length > 2 ? [(0, 2)] : [] }, all: true).ToList();
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
        Assert.All(CheckProposals.From(rows, []), check => Assert.NotEmpty(CheckWriter.FormulaOf(check)));
    }, iter: 3_000);

    [Theory]
    [InlineData("全年办理9.3万件。", "Flow")]
    [InlineData("上半年受理120件。", "Flow")]
    [InlineData("2022年，受理120件。", "Flow")]
    [InlineData("村级产值达1.5亿元以上。", "Flow")]
    [InlineData("全年地区生产总值56亿元，社会消费品零售总额12亿元。", "Flow,Flow")]
    [InlineData("办理9.3万件。", "Level")]
    [InlineData("全年有干部12名。", "Level")]
    [InlineData("撤并村小3所。", "Cumulative")]
    [InlineData("老年低收入群体320人，低收入青年收入户30户。", "Level,Level")]
    [InlineData("撤并乡镇12个、村156个。", "Cumulative,Cumulative")]
    [InlineData("撤并机构3个，撤并后保留村10个。", "Cumulative,Level")]
    [InlineData("培训干部30人（男20人、女10人），培训基地3个。", "Cumulative,Cumulative,Cumulative,Level")]
    [InlineData("对123个村开展运行研判，对13条客运班线实行改造。", "Cumulative,Cumulative")]
    [InlineData("整合设施9处，其中做强中心6个、撤并村小3所。", "Cumulative,Level,Cumulative")]
    [InlineData("1—9月，办理事项5.6万件，其中网上3万件、窗口2.6万件。", "Flow,Flow,Flow")]
    [InlineData("培训村干部120人、社区干部80人，共200人。", "Cumulative,Cumulative,Cumulative")]
    [InlineData("现有干部200人，其中培训过的80人，其他120人。", "Level,Cumulative,Level")]
    [InlineData("上半年，办件5.6万件，门诊接诊2万人次，平均办理时限2天，网上办理占60%。",
        "Flow,Flow,Level,Level")]
    [InlineData("年租金收入1260万元，今年新建3所，年节约支出640万元。", "Flow,Level,Flow")]
    [InlineData("撤并“麻雀学校”19所、教学点27个，开展督导36次，清查资产412宗。",
        "Cumulative,Cumulative,Cumulative,Cumulative")]
    [InlineData("1—9月，培训干部200人。", "Flow")]
    [InlineData("中小学由132所整合为84所。", "Baseline,Level")]
    [InlineData("梳理宅基地审批、工商登记、林木采伐许可等36项。", "Level")]
    public void What_is_done_in_a_period_is_a_flow_and_what_has_been_done_so_far_is_cumulative(string text, string roles) =>
        Assert.Equal(roles, string.Join(',', Rows(text).Select(row => row.Role.ToString())));

    [Theory]
    [InlineData("每千人拥有床位6.5张，每百户拥有汽车32辆，每10万人拥有律师5名。",
        "per 千人,per 百户,,per 10万人")]
    [InlineData("每平方米租金12元，每亩收益1200元，每公里造价20万元，每吨300元。",
        "per 平方米,per 亩,per 公里,per 吨")]
    [InlineData("每千名老人拥有床位35张，平均每个乡镇4.5人，每名干部联系10户。",
        "per 千名老人,per 乡镇,per 干部")]
    [InlineData("人员由平均每个乡镇4.5人增加到9.2人，每村计划配备3名，乡镇均设立中心24个，" +
        "户均增收2000元。",
        "per 乡镇,per 乡镇,per 村,read as of all 乡镇 together: check whether it is of each,per 户")]
    [InlineData("人均拆迁补偿标准为每平方米2,300元，人均补贴每人每月50元，日均办理3件。",
        "per 平方米,per 人/月,per 日")]
    [InlineData("补贴每人每月最高600元，补助每亩每年300元，100元每人每年。", "per 人/月,per 亩/年,per 人/年")]
    public void The_note_says_per_what(string text, string notes) =>
        Assert.Equal(notes, string.Join(',', Rows(text).Select(row => row.Note)));

    private static List<DraftRow> Rows(string text) => [.. ReportDraft.Make(new(text, text.Length), all: false)];
}
