using System.Globalization;
using CsCheck;
using ReformGraph.Domain.Quantities;
using ReformGraph.Engine.Modeling;
using Xunit;

namespace ReformGraph.Tests.Extraction;

/// <summary>What official prose states in digits, and what it does not.</summary>
public sealed class QuantityScannerTests
{
    /// <summary>Sentences with a word for each passage: what is read, or why nothing is.</summary>
    [Theory]
    [InlineData("完成投资3百万元，吸纳2千余人，规模5万亿元，收入1亿2千万元。",
        "3百万元 3000000 [2500000,3500000) YUAN; 2千余人 2000 (2000,3000) PERSON; 5万亿元 5000000000000 " +
        "[4500000000000,5500000000000) YUAN; " +
        "1亿2千万元 120000000 [115000000,125000000) YUAN")]
    [InlineData("发展6000多亩，补助5万元以下，带动二百零六户、三十二个社区。",
        "6000多亩 6000 (6000,7000) MU; 5万元以下 50000 (,50000] YUAN; 二百零六户 206 [206,206] COUNT; 三十二个 32 [32,32] " +
        "COUNT")]
    [InlineData("占三分之一，百分之九十八点六，近三分之二，过半群众，3成以上，七成五，达1/3。",
        "三分之一 0.3333333333 [0.3333333333,0.3333333333] RATIO; 百分之九十八点六 98.6 [98.55,98.65) PERCENT; " +
        "近三分之二 0.6666666667 (,0.6666666667) " +
        "RATIO; 过半 0.5 (0.5,) RATIO; 3成以上 30 [30,) PERCENT; 七成五 75 [74.5,75.5) PERCENT; 1/3 0.3333333333 " +
        "[0.3333333333,0.3333333333] RATIO")]
    [InlineData("是去年的2.3倍，翻了两番，翻番，近3倍，2倍多。",
        "2.3倍 2.3 [2.25,2.35) TIMES; 翻了两番 4 [4,4] TIMES; 翻番 2 [2,2] TIMES; 近3倍 3 (,3) TIMES; 2倍多 2 (2,3) TIMES")]
    [InlineData("3—5名，10至20公里，三至五人，3～5万元，3万元—5万元，95%—98%。",
        "3—5名 - [3,5] PERSON; 10至20公里 - [10,20] KILOMETRE; 三至五人 - [3,5] PERSON; 3～5万元 - [30000,50000] YUAN; " +
        "3万元—5万元 - [30000,50000] " +
        "YUAN; 95%—98% - [95,98] PERCENT")]
    [InlineData("共三、四十人，二、三十户，二十三、四十户。",
        "三、四十人 - [30,40] PERSON; 二、三十户 - [20,30] COUNT; 二十三 23 [23,23] COUNT; 四十户 40 [40,40] COUNT")]
    [InlineData("共三、六十人。", "三 Word; 六十人 60 [60,60] PERSON")]
    [InlineData("生师比3∶1。", "3∶1 NOT_READ")]
    [InlineData("三四十人，三五个，七八百户，十七八名，几十户。",
        "三四十人 - [30,40] PERSON; 三五个 - [3,5] COUNT; 七八百户 - [700,800] COUNT; 十七八名 - [17,18] PERSON; " +
        "几十户 - [20,100) COUNT")]
    [InlineData("约300人，大约三十户，近百名，300人左右，50户上下。",
        "约300人 300 (,) PERSON; 大约三十户 30 (,) COUNT; 近百名 100 (,100) PERSON; 300人左右 300 (,) PERSON; 50户上下 " +
        "50 (,) COUNT")]
    [InlineData("超过100家，逾3万人，突破10亿元，客流量过10万人次，上千人。",
        "超过100家 100 (100,) COUNT; 逾3万人 30000 (30000,) PERSON; 突破10亿元 1000000000 (1000000000,) YUAN; 过10万人次 " +
        "100000 (100000,) PERSON_TIME; " +
        "上千人 1000 [1000,) PERSON")]
    [InlineData("十几名，5个多月，3年多，10多个，1.5万余亩，十余万元。",
        "十几名 10 (10,20) PERSON; 5个多月 5 (5,6) MONTH; 3年多 3 (3,4) YEAR; 10多个 10 (10,20) COUNT; 1.5万余亩 15000 " +
        "(15000,16000) MU; 十余万元 100000 " +
        "(100000,200000) YUAN")]
    [InlineData("不到3天，不足5%，不超过3个工作日，至少2名，3天内，5公里以内。",
        "不到3天 3 (,3) DAY; 不足5% 5 (,5) PERCENT; 不超过3个工作日 3 (,3] WORKING_DAY; 至少2名 2 [2,) PERSON; 3天内 3 " +
        "(,3] DAY; 5公里以内 5 (,5] KILOMETRE")]
    [InlineData("共 12 名，３．５万元，５，２３６元，壹佰贰拾万元，500元/亩，30台（套），3km²。",
        "12 名 12 [12,12] PERSON; ３．５万元 35000 [34500,35500) YUAN; ５，２３６元 5236 [5236,5236] YUAN; " +
        "壹佰贰拾万元 1200000 [1150000,1250000) YUAN; " +
        "500元/亩 500 [500,500] YUAN; 30台（套） 30 [30,30] COUNT; 3km² 3 [3,3] SQUARE_KILOMETRE")]
    [InlineData("分别为12、15、18个，增速为-3.2%，两年半，12畦。",
        "12 12 [12,12] COUNT; 15 15 [15,15] COUNT; 18个 18 [18,18] COUNT; -3.2% 3.2 [3.15,3.25) PERCENT; 两年半 2.5 [2.5,2.5] YEAR; " +
        "12畦 12 " +
        "[12,12] COUNT")]
    [InlineData("12,34个，3万五，3小时20分钟，3×5米，10⁴次，3比1，1.2.3。",
        "12,34个 NOT_READ; 3万五 NOT_READ; 3小时20分钟 NOT_READ; 3×5米 NOT_READ; 10⁴次 NOT_READ; 3比1 NOT_READ; 1.2.3 NOT_READ")]
    [InlineData("新建学校两所、幼儿园一所，设置三个专班，十二名干部。",
        "两所 2 [2,2] COUNT; 一所 1 [1,1] COUNT; 三个 3 [3,3] COUNT; 十二名 12 [12,12] PERSON")]
    [InlineData(
        "四大任务，两项改革，三级联动，“五个搞清楚”，“一个改革方案、一名牵头领导”，四个坚持，一支队伍管执法，成熟一批、赋予一批。",
        "四 Word; 两 Name; 三 Name; 五 Name; 一 Name; 一 Name; 四 Name; 一 Name; 一 Name; 一 Name")]
    [InlineData("统一，一般，十分重要，万元户，千方百计，五户村，三江镇，百万头生猪。",
        "一 Word; 一 Word; 十 Word; 万 Word; 千 Word; 百 Word; 五 Name; 三 Word; 百万 Word")]
    [InlineData(
        "“1+28”改革框架，“1+4+N”布局，“十四五”目标，十四五规划，15分钟服务圈，7×24小时，500强企业。",
        "1+28 FrameworkName; 1+4+N FrameworkName; 十四五 PlanName; 十四五 PlanName; 15分钟 Name; 7×24小时 Name; 500强 Ordinal")]
    [InlineData(
        "澄委发〔2021〕3号，第三批，前10名，3号楼，5G，4A级，G108线，联系电话：0000-5550123，12345热线。",
        "澄委发〔2021〕3号 DocumentNumber; 第三批 Ordinal; 前10名 Ordinal; 3号 Ordinal; 5G Code; 4A级 Code; G108 Code; " +
        "0000-5550123 PhoneNumber; " +
        "12345 PhoneNumber")]
    [InlineData(
        "2023年，2023年1—9月，2023年9月30日—10月15日，二〇二三年十月，2021—2025年，前三季度，9时30分，近三年来。",
        "2023年 Date; 2023年1—9月 Period; 2023年9月30日—10月15日 Period; 二〇二三年十月 Date; 2021—2025年 Period; " +
        "前三季度 Period; 9时30分 Time; 三年 Period")]
    [InlineData("实现GDP56.8亿元，PM2.5，省道207线，110报警，3.0版，9点至17点开放，500强企业3家。",
        "56.8亿元 5680000000 [5675000000,5685000000) YUAN; PM2.5 Code; 207线 Ordinal; 110 PhoneNumber; 3.0版 Ordinal; 9点至17点 " +
        "Time; 500强 " +
        "Ordinal; 3家 3 [3,3] COUNT")]
    [InlineData("《2023年三十二项任务清单》", "2023 Title; 三十二 Title")]
    [InlineData("建成１２,３００平方米、３,５００亩，投资２,１５０万元，５,２３６.８万元，1，286.4万元，3 000万元，12 345元，1，200—1，500户。",
        "１２,３００平方米 12300 [12300,12300] SQUARE_METRE; ３,５００亩 3500 [3500,3500] MU; ２,１５０万元 21500000 [21495000,21505000) YUAN; " +
        "５,２３６.８万元 52368000 [52367500,52368500) YUAN; 1，286.4万元 12864000 [12863500,12864500) YUAN; " +
        "3 000万元 30000000 [29995000,30005000) YUAN; 12 345元 12345 [12345,12345] YUAN; 1，200—1，500户 - [1200,1500] COUNT")]
    [InlineData("GDP1，286.4亿元，得98.5，120个，12，34个，2023，100个，3 000万元",
        "1，286.4亿元 128640000000 [128635000000,128645000000) YUAN; 98.5 98.5 [98.45,98.55) COUNT; 120个 120 [120,120] COUNT; " +
        "12 12 [12,12] COUNT; 34个 34 [34,34] COUNT; 2023 2023 [2023,2023] COUNT; 100个 100 [100,100] COUNT; " +
        "3 000万元 30000000 [29995000,30005000) YUAN")]
    [InlineData("分别为1，200、1，500户和2，300户，另有1 200、500户，以及1，200、500户。",
        "1，200 1200 [1200,1200] COUNT; 1，500户 1500 [1500,1500] COUNT; 2，300户 2300 [2300,2300] COUNT; " +
        "1 200 1200 [1200,1200] COUNT; 500户 500 [500,500] COUNT; 1，200 NOT_READ; 500户 500 [500,500] COUNT")]
    [InlineData("投入1 234,567元，1,234 567元，1，234,567.5元，1 234,567，2个。",
        "1 234,567元 NOT_READ; 1,234 567元 NOT_READ; 1，234,567.5元 NOT_READ; 1 1 [1,1] COUNT; 234,567 234567 [234567,234567] COUNT; " +
        "2个 2 [2,2] COUNT")]
    [InlineData("来了百把人、千把户，投入万把元，买了两百把椅子，一百把伞。",
        "百把人 100 (,) PERSON; 千把户 1000 (,) COUNT; 万把元 10000 (,) YUAN; 两百把 200 [200,200] COUNT; " +
        "一百把 100 [100,100] COUNT")]
    [InlineData("用时半个多月，半个多小时，半年多。",
        "半个多月 0.5 (0.5,1) MONTH; 半个多小时 0.5 (0.5,1) HOUR; 半年多 0.5 (0.5,1) YEAR")]
    [InlineData("最低零下5度，零下3.5℃，零上二十度，零下五摄氏度，用电5度，零上下波动，零下。",
        "零下5度 5 [5,5] DEGREE_CELSIUS; 零下3.5℃ 3.5 [3.45,3.55) DEGREE_CELSIUS; 零上二十度 20 [20,20] DEGREE_CELSIUS; " +
        "零下五摄氏度 5 [5,5] DEGREE_CELSIUS; 5度 5 [5,5] KILOWATT_HOUR; 零 Word; 零 Word")]
    [InlineData("1 200个村通路", "1 HeadingNumber; 200个 200 [200,200] COUNT")]
    [InlineData("3 000万元到位", "3 000万元 30000000 [29995000,30005000) YUAN")]
    [InlineData("共廿五个、卅二人、二百廿户、廿余名，提高〇.五个百分点，五.5%。",
        "廿五个 25 [25,25] COUNT; 卅二人 32 [32,32] PERSON; 二百廿户 220 [220,220] COUNT; 廿余名 20 (20,30) PERSON; " +
        "〇.五个百分点 0.5 [0.45,0.55) PERCENTAGE_POINT; 五.5% NOT_READ")]
    [InlineData("选派20来个，两百来人，三十来家，百来户，百来头，近20来万元，20来畦，接待20来自外地。",
        "20来个 20 (,) COUNT; 两百来人 200 (,) PERSON; 三十来家 30 (,) COUNT; 百来户 100 (,) COUNT; 百来头 100 (,) COUNT; " +
        "近20来万元 200000 (,) YUAN; 20 NOT_READ; 20 20 [20,20] COUNT")]
    [InlineData("用时一个半工作日，半个工作日，两亩半，一个半学时，3.5万亩半，半年多，高半个百分点，三成半。",
        "一个半工作日 1.5 [1.5,1.5] WORKING_DAY; 半个工作日 0.5 [0.5,0.5] WORKING_DAY; 两亩半 2.5 [2.5,2.5] MU; 一个 NOT_READ; " +
        "半 Word; 3.5万亩 NOT_READ; 半 Word; 半年多 0.5 (0.5,1) YEAR; 半个百分点 0.5 [0.5,0.5] PERCENTAGE_POINT; 三成半 35 [34.5,35.5) PERCENT")]
    [InlineData("担负3项任务，肩负3项职责，增负5项，减负30%，欠负3.2万元，增速为负3.2%，增速负百分之三，由-3%升至负1.5%。",
        "3项 3 [3,3] COUNT; 3项 3 [3,3] COUNT; 5项 5 [5,5] COUNT; 30% 30 [29.5,30.5) PERCENT; 3.2万元 32000 [31500,32500) YUAN; " +
        "负3.2% 3.2 [3.15,3.25) PERCENT; 负百分之三 3 [2.5,3.5) PERCENT; -3% 3 [2.5,3.5) PERCENT; 负1.5% 1.5 [1.45,1.55) PERCENT")]
    [InlineData("达到百分之百，百分之二十，百分之一百二十，千分之三十，二十个百分点，十成。",
        "百分之百 100 [99.5,100.5) PERCENT; 百分之二十 20 [19.5,20.5) PERCENT; 百分之一百二十 120 [119.5,120.5) PERCENT; " +
        "千分之三十 30 [29.5,30.5) PER_MILLE; 二十个百分点 20 [19.5,20.5) PERCENTAGE_POINT; 十成 100 [95,105) PERCENT")]
    [InlineData("由1.2亿增加到1.5亿，3.6亿降至2.1亿，1.2亿升至1.5亿，3提高到5，3达到5，3列入5。",
        "1.2亿 120000000 [115000000,125000000) COUNT; 1.5亿 150000000 [145000000,155000000) COUNT; " +
        "3.6亿 360000000 [355000000,365000000) COUNT; 2.1亿 210000000 [205000000,215000000) COUNT; " +
        "1.2亿 120000000 [115000000,125000000) COUNT; 1.5亿 150000000 [145000000,155000000) COUNT; " +
        "3 3 [3,3] COUNT; 5 5 [5,5] COUNT; 3 3 [3,3] COUNT; 5 5 [5,5] COUNT; 3 3 [3,3] COUNT; 5 5 [5,5] COUNT")]
    [InlineData("控制在±5%以内，正负3个百分点，30±2分钟，+/-5%，≥95%，≤3天，大于等于90%。",
        "±5% NOT_READ; 正负3个百分点 NOT_READ; 30±2分钟 NOT_READ; +/-5% NOT_READ; ≥95% 95 [95,) PERCENT; ≤3天 3 (,3] DAY; " +
        "大于等于90% 90 [90,) PERCENT")]
    [InlineData("最高5千元，最低3百元，最大12亩，最小3亩，2元起步，5万元封顶，最快1天，起步区3平方公里，最大一笔，最多一个。",
        "最高5千元 5000 (,5000] YUAN; 最低3百元 300 [300,) YUAN; 最大12亩 12 (,12] MU; 最小3亩 3 [3,) MU; 2元起步 2 [2,) YUAN; " +
        "5万元封顶 50000 (,50000] YUAN; 最快1天 1 [1,) DAY; 3平方公里 3 [3,3] SQUARE_KILOMETRE; 一 Name; 最多一个 1 (,1] COUNT")]
    [InlineData("提高0.3个千分点，下降两个千分点，上升1.2个万分点，0.5千分点。",
        "0.3个千分点 0.3 [0.25,0.35) PER_MILLE_POINT; 两个千分点 2 [1.5,2.5) PER_MILLE_POINT; " +
        "1.2个万分点 1.2 [1.15,1.25) BASIS_POINT; 0.5千分点 0.5 [0.45,0.55) PER_MILLE_POINT")]
    [InlineData("用时个把月，大半年时间，小半年完成，大半个月，小半天，一年多，用年把时间，个把小时，天把。",
        "个把月 1 (,) MONTH; 大半年 0.5 (0.5,1) YEAR; 小半年 0.5 (,0.5) YEAR; 大半个月 0.5 (0.5,1) MONTH; 小半天 0.5 (,0.5) DAY; " +
        "一年多 1 (1,2) YEAR; 年把 1 (,) YEAR; 个把小时 1 (,) HOUR; 天把 1 (,) DAY")]
    [InlineData("历时一年零三个月，1年零3个月，两个月零五天，一年四季。",
        "一年零三个月 NOT_READ; 1年零3个月 NOT_READ; 两个月零五天 NOT_READ; 一 Name; 四 Word")]
    [InlineData("今年把任务定实，每天把关，3个把手，两个把月报，上半年，前半年，大半径。",
        "3个 3 [3,3] COUNT; 两个 2 [2,2] COUNT; 半 Word; 半 Word; 半 Word")]
    [InlineData("缩短到8分30秒，用时2小时15分、两小时十五分，1小时20分钟，得98分，共12场，一年四季。",
        "8分30秒 NOT_READ; 2小时15分 NOT_READ; 两小时十五分 NOT_READ; 1小时20分钟 NOT_READ; 98分 98 [98,98] COUNT; " +
        "12场 12 [12,12] COUNT; 一 Name; 四 Word")]
    [InlineData("其中最大1宗7.2亩、最小1宗0.8亩，最大1个村320户，最大1宗建筑面积86平方米，最高1人。",
        "1宗 1 [1,1] COUNT; 7.2亩 7.2 [7.15,7.25) MU; 1宗 1 [1,1] COUNT; 0.8亩 0.8 [0.75,0.85) MU; 1个 1 [1,1] COUNT; " +
        "320户 320 [320,320] COUNT; 1宗 1 [1,1] COUNT; 86平方米 86 [86,86] SQUARE_METRE; 最高1人 1 (,1] PERSON")]
    [InlineData("分别提高2个、3个和1.5个百分点，分别缩短2个和3个工作日，新建2个和3亩，" +
        "由3.5万增至8万元，由3.5增至8万元，从85提高到92%。",
        "2个 2 [1.5,2.5) PERCENTAGE_POINT; 3个 3 [2.5,3.5) PERCENTAGE_POINT; 1.5个百分点 1.5 [1.45,1.55) PERCENTAGE_POINT; " +
        "2个 2 [2,2] WORKING_DAY; 3个工作日 3 [3,3] WORKING_DAY; 2个 2 [2,2] COUNT; 3亩 3 [3,3] MU; " +
        "3.5万 35000 [34500,35500) YUAN; 8万元 80000 [75000,85000) YUAN; 3.5 NOT_READ; 8万元 80000 [75000,85000) YUAN; " +
        "85 85 [84.5,85.5) PERCENT; 92% 92 [91.5,92.5) PERCENT")]
    [InlineData("同比分别为+3%、＋2%，甲中心+12个网点，“1+28”框架。",
        "+3% 3 [2.5,3.5) PERCENT; ＋2% 2 [1.5,2.5) PERCENT; 12个 12 [12,12] COUNT; 1+28 FrameworkName")]
    [InlineData("PM2.5浓度31微克/立方米，租金12元/平方米·月，补助800元/学员，100元/人/年，30元/亩，96%/年。",
        "PM2.5 Code; 31微克/立方米 31 [31,31] MICROGRAM; 12元/平方米·月 12 [12,12] YUAN; 800元 NOT_READ; " +
        "100元/人/年 100 [100,100] YUAN; 30元/亩 30 [30,30] YUAN; 96%/年 96 [95.5,96.5) PERCENT")]
    [InlineData("全省排名上升3位，位次前移2名，较上年提升两位，引进3位专家，上升3名，综合排名较上年前进5名。",
        "3位 3 [3,3] COUNT; 2名 2 [2,2] COUNT; 两位 2 [2,2] COUNT; 3位 3 [3,3] PERSON; " +
        "3名 3 [3,3] PERSON; 5名 5 [5,5] COUNT")]
    [InlineData("收入翻了近一番，翻近两番，翻了约一番，翻了不到一番，翻超一番，翻了一番半，翻种番茄。",
        "翻了近一番 2 (,2) TIMES; 翻近两番 4 (,4) TIMES; 翻了约一番 2 (,) TIMES; " +
        "翻了不到一番 2 (,2) TIMES; 翻超一番 2 (2,) TIMES; 翻了一番半 NOT_READ")]
    [InlineData("最高奖励1万元，每户最高可贷款30万元，最低缴纳100元，至少配备2名，不得少于3次，不得超过3次。",
        "最高奖励1万元 10000 (,10000] YUAN; 最高可贷款30万元 300000 (,300000] YUAN; " +
        "最低缴纳100元 100 [100,) YUAN; 至少配备2名 2 [2,) PERSON; 不得少于3次 3 [3,) COUNT; " +
        "不得超过3次 3 (,3] COUNT")]
    [InlineData("至少建成一所，最高气温35℃，最高分98分。",
        "至少建成一所 1 [1,) COUNT; 35℃ 35 [35,35] DEGREE_CELSIUS; 98分 98 [98,98] COUNT")]
    [InlineData("至少为每村配备2名，不低于村总数的30%，最高一次性奖励1万元，最多的村320户，不低于平均且达98%。",
        "2名 NOT_READ; 不低于村总数的30% 30 [30,) PERCENT; 一 Name; 1万元 NOT_READ; 320户 320 [320,320] COUNT; " +
        "98% 98 [97.5,98.5) PERCENT")]
    [InlineData("不得突破编制数30人，不超过核定编制数30人，不低于规划总数50%，不少于应到人数的80%，" +
        "产值突破产值大关30亿元。",
        "不得突破编制数30人 30 (,30] PERSON; 不超过核定编制数30人 30 (,30] PERSON; " +
        "不低于规划总数50% 50 [50,) PERCENT; " +
        "不少于应到人数的80% 80 [80,) PERCENT; 突破产值大关30亿元 3000000000 (3000000000,) YUAN")]
    [InlineData("不得超过法定时限5个工作日，不得高于警戒线60%。",
        "不得超过法定时限5个工作日 5 (,5] WORKING_DAY; 不得高于警戒线60% 60 (,60] PERCENT")]
    [InlineData("不得突破上级核定的30人，不高于全市平均数2个百分点，超过编制数30人，" +
        "不超编制总量30人，未突破30亿元大关。",
        "30人 NOT_READ; 2个百分点 NOT_READ; 30人 30 [30,30] PERSON; 不超编制总量30人 30 (,30] PERSON; " +
        "未突破30亿元 3000000000 (,3000000000] YUAN")]
    [InlineData("编制总数不得突破30人，不得超30人，未突破30人，不宜超过5人，严禁超过3次，不得再超过5%。",
        "不得突破30人 30 (,30] PERSON; 不得超30人 30 (,30] PERSON; 未突破30人 30 (,30] PERSON; 不宜超过5人 5 (,5] PERSON; " +
        "严禁超过3次 3 (,3] COUNT; 不得再超过5% 5 (,5] PERCENT")]
    [InlineData("每组不宜少于3名，不可低于95%，不应当小于3亩，未低于90%，不少于3名，不超3天，不突破5亿元。",
        "不宜少于3名 3 [3,) PERSON; 不可低于95% 95 [95,) PERCENT; 不应当小于3亩 3 [3,) MU; 未低于90% 90 [90,) PERCENT; " +
        "不少于3名 3 [3,) PERSON; 不超3天 3 (,3] DAY; 不突破5亿元 500000000 (,500000000] YUAN")]
    [InlineData("窗口至少减少 3 个，至少每村 2 名，最高可达50万元，贷款最高额度50万元，最高限额为3万元。",
        "至少减少 3 个 3 [3,) COUNT; 2 NOT_READ; 最高可达50万元 500000 (,500000] YUAN; " +
        "最高额度50万元 500000 (,500000] YUAN; 最高限额为3万元 30000 (,30000] YUAN")]
    [InlineData("晋升2位副科级干部，排名晋升2位。", "2位 2 [2,2] PERSON; 2位 2 [2,2] COUNT")]
    [InlineData("共500000000000000000000件。", "500000000000000000000件 NOT_READ")]
    [InlineData("（二十一）2024年投入3亿元。",
        "二十一） HeadingNumber; 2024年 Date; 3亿元 300000000 [250000000,350000000) YUAN")]
    [InlineData("1.加强领导。\n2.5个部门联合办理。\n3.15分钟办结。\n4.100%完成。",
        "1. HeadingNumber; 2. HeadingNumber; 5个 5 [5,5] COUNT; 3. HeadingNumber; 15分钟 15 [15,15] MINUTE; " +
        "4. HeadingNumber; 100% 100 [99.5,100.5) PERCENT")]
    [InlineData("1.2023年新建2所。\n2．50余名干部。", "1. HeadingNumber; 2023年 Date; 2所 2 [2,2] COUNT; " +
        "2． HeadingNumber; " +
        "50余名 50 (50,60) PERSON")]
    [InlineData("1.6月底前完成11条。", "1. HeadingNumber; 6月底 Date; 11条 11 [11,11] COUNT")]
    [InlineData("5.12345热线办结8641件", "5. HeadingNumber; 12345 PhoneNumber; 8641件 8641 [8641,8641] COUNT")]
    [InlineData("1、2023年新建2所。", "1、 HeadingNumber; 2023年 Date; 2所 2 [2,2] COUNT")]
    [InlineData("包括：（1）5个部门；（2）3.5万元。",
        "1） HeadingNumber; 5个 5 [5,5] COUNT; 2） HeadingNumber; 3.5万元 35000 [34500,35500) YUAN")]
    [InlineData("2）5个部门。", "2） HeadingNumber; 5个 5 [5,5] COUNT")]
    [InlineData("2.5个部门联合办理。", "2.5个 NOT_READ")]
    [InlineData("1.5亿元用于道路。\n2.5亿元用于学校。", "1.5亿元 NOT_READ; 2.5亿元 NOT_READ")]
    [InlineData("98.5%的群众满意。\n1.05亿元到位。\n2.5亿元\n2.4",
        "98.5% 98.5 [98.45,98.55) PERCENT; 1.05亿元 105000000 [104500000,105500000) YUAN; " +
        "2.5亿元 250000000 [245000000,255000000) YUAN; 2.4 2.4 [2.35,2.45) COUNT")]
    [InlineData("做法：1.成立专班；2.5个部门联合。投资：1.5亿元；2.5亿元。",
        "1. HeadingNumber; 2. HeadingNumber; 5个 5 [5,5] COUNT; 1.5亿元 150000000 [145000000,155000000) YUAN; " +
        "2.5亿元 250000000 [245000000,255000000) YUAN")]
    [InlineData("师生比1∶12.6，师生比为1：12，由1：15调整为1：12，结构比为12：40：48，9：30开会，" +
        "8：05：30。",
        "1∶12.6 NOT_READ; 1：12 NOT_READ; 1：15 Time; 1：12 Time; 12：40：48 NOT_READ; 9：30 Time; 8：05：30 NOT_READ")]
    [InlineData("师生比由1：15优化为1：12。", "1：15 NOT_READ; 1：12 NOT_READ")]
    [InlineData("由5个工作日缩短为3个，由五个工作日缩短为三个，由3个月减至1个，" +
        "由3个百分点降为2个环节。",
        "5个工作日 5 [5,5] WORKING_DAY; 3个 3 [3,3] WORKING_DAY; 五个工作日 5 [5,5] WORKING_DAY; 三个 3 [3,3] WORKING_DAY; " +
        "3个月 3 [3,3] MONTH; 1个 1 [1,1] MONTH; 3个百分点 3 [2.5,3.5) PERCENTAGE_POINT; 2个 2 [2,2] COUNT")]
    [InlineData("十分钟办结，两小时十分钟，十分重要，打造十分钟服务圈，年收入过百万，逾亿，" +
        "成千上万，拥有8.3标台，三次产业。",
        "十分钟 10 [10,10] MINUTE; 两小时十分钟 NOT_READ; 十 Word; 十 Name; 过百万 NOT_READ; 逾亿 NOT_READ; " +
        "千 Word; 万 Word; " +
        "8.3标台 8.3 [8.25,8.35) COUNT; 三 Name")]
    [InlineData("由“3个专班”牵头，打造“15分钟”圈，变为“5个一批”，评为“3个示范”。" +
        "", "3 Name; 15 Name; 5 Name; 一 Name; 3 Name")]
    public void A_sentence_is_read(string sentence, string expected) =>
        Assert.Equal(expected, string.Join("; ", QuantityScanner.Scan(sentence).Select(passage => Shown(sentence, passage))));

    [Fact]
    public void Any_wording_that_the_grammar_makes_from_a_value_and_a_bound_reads_back_to_them() =>
        Gen.Select(Wordings.Any.Where(made => made.Bounds.CanBeHeld && ModelConventions.CanHold(made.Value ?? 0)),
            Wordings.One("完成", "，其中", "共")).Sample((made, before) =>
    {
        var read = Assert.Single(QuantityScanner.Scan($"{before}{made.Wording}。"));
        Assert.Equal((made.Wording, made.Value, made.Bounds, made.Unit),
            ($"{before}{made.Wording}。"[read.Start..read.End], read.Quantity?.Value, read.Quantity?.Bounds, read.Quantity?.Measure.Unit));
    }, iter: 5_000);

    [Fact]
    public void Any_Chinese_numeral_reads_back_to_its_number() => Gen.Int[11, 99_999_999].Sample(number =>
    {
        var at = 0;
        var written = Wordings.Chinese(number);
        Assert.Equal((number, written.Length), (NumberReader.Read(written, ref at)?.Value, at));
    }, iter: 5_000);

    [Fact]
    public void No_text_is_refused_and_no_digit_is_left_out() =>
        Gen.String[Gen.OneOf(
            Gen.Char["0123456789一二三十百千万亿余多几约近至—%.,、。“”《》（）+个名年月日半翻倍成 \tA"],
            Gen.Char), 0, 60].Sample(text =>
    {
        var passages = QuantityScanner.Scan(text);
        Assert.All(passages.Zip(passages.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        var folded = FoldedText.Fold(text);
        Assert.Equal(text.Length, folded.Length);
        Assert.DoesNotContain(Enumerable.Range(0, text.Length),
            at => NumberReader.IsNumeral(folded[at]) && !passages.Any(passage => passage.Start <= at && at < passage.End));
    }, iter: 5_000);

    private static string Shown(string sentence, Passage passage)
    {
        var wording = sentence[passage.Start..passage.End];
        return passage.Quantity is { } quantity
            ? string.Create(CultureInfo.InvariantCulture,
                $"{wording} {(quantity.Value is { } value ? $"{value / 1.000000000000000000000000000000000m}" : "-")} " +
                $"{Shown(quantity.Bounds)} {quantity.Measure.Unit}")
            : $"{wording} {passage.Reason?.ToString() ?? "NOT_READ"}";
    }

    private static string Shown(Interval bounds) => string.Create(CultureInfo.InvariantCulture,
        $"{(bounds.LowerIncluded ? '[' : '(')}{bounds.Lower / 1.000000000000000000000000000000000m},{bounds.Upper / 1.000000000000000000000000000000000m}{(bounds.UpperIncluded ? ']' : ')')}");
}
