using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>Recognizes averages and rates per unit of something: 平均每个乡镇4.5人, 人均860元, 100元每人每年.</summary>
internal static partial class Averages
{
    private const int LongestAfter = 12;

    // Nouns that end with a word of 村均, 镇均, 校均: 均 after them is an adverb.
    private const string Bodies =
        "行政村|建制村|自然村|中心村|试点村|示范村|重点村|风险村|薄弱村|脱贫村|乡镇|集镇|街道|社区|" +
        "学校|高校|党校|小组|村组|合作社|企业|中心|专班|案件|平台|农户|脱贫户|监测户|商户";

    // What 均 may stand before if each has it: nothing but what is measured.
    private const string Amount =
        "(?:[\\u4E00-\\u9FFF]{0,8}(?:收入|收益|支出|产值|债务|面积|人口|时间|时长|成本|费用|经费))?" +
        "(?:分别)?(?:为|是|达到?|约)?[ ]?$";

    /// <summary>Whether it is one; <see cref="Mention.Per"/> then says of what.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="clause">Where its clause begins.</param>
    /// <param name="here">The quantity.</param>
    public static bool IsOne(string text, int clause, Mention here)
    {
        if (here.Quantity.Measure.Per is { } unit)
        {
            here.Per = unit;
            return true;
        }

        var after = text[here.Quantity.End..Math.Min(here.SentenceEnd, here.Quantity.End + LongestAfter)];
        var each = EachAfter().Match(after) is { Success: true } later ? later : EachBefore(text[clause..here.LeadEnd]);
        if (!each.Success)
        {
            return false;
        }

        var words = each.Groups["of"].Value;
        if (each.Groups["all"].Success && here.Quantity.Measure.IsCount)
        {
            here.Note = $"read as of all {words} together: check whether it is of each";
            return false;
        }

        for (var more = each.NextMatch(); more.Success && more.Index == each.Index + each.Length && more.Groups["of"].Success;
            (each, more) = (more, more.NextMatch()))
        {
            words += $"/{more.Groups["of"].Value}"; // 每人每月
        }

        here.Per = words.Length > 0 ? words : null;
        return true;
    }

    // The last that ends directly before the number, with those directly before it, or else the first: 人均标准为每平方米2300元.
    private static Match EachBefore(string words)
    {
        var first = Each().Match(words);
        for (var (one, chain, end) = (first, first, -1); one.Success; (end, one) = (one.Index + one.Length, one.NextMatch()))
        {
            chain = one.Index == end ? chain : one;
            if (one.Index + one.Length == words.Length)
            {
                return chain;
            }
        }

        return first;
    }

    // 补贴100元每人每年
    [GeneratedRegex("\\G每(?:个|名|位)?(?<of>乡镇|村|社区|人|户|亩|年|月|天|日|次|件|平方米|公里|" +
        "床位|床|吨|学期|生)(?=[每，。；、）]|$)")]
    private static partial Regex EachAfter();

    // 村均收入20万元, 乡镇均达3名; but 行政村均建成服务站123个 says of all together how many there are.
    [GeneratedRegex(
        "(?:(?<of>" + Bodies + ")|各(?<of>[村镇乡县校组])|(?<![0-9一二两三四五六七八九十几近各每全])" +
        "(?<of>[人户村镇乡县组社企亩校班店床车台件次场单年季月周日时]))均" +
        "(?:(?<all>(?<=(?:" + Bodies + "|[各个][村镇乡县校组])均)(?!" + Amount + "))|)" +
        "|(?:平均|每)(?:每)?(?:(?<of>[0-9]{0,4}[十百千万亿]{1,2}(?:名|个|位)?" +
        "(?:常住人口|人口|老年人|老人|儿童|学生|人|户|亩|元|平方米))" +
        "|(?:个|名|位|户|家|所)?" +
        "(?<of>乡镇|专班|社区|建制村|片区|园区|机构|岗位|" +
        "窗口|学校|中心|企业|村民|行政村|网格员|网格|项目|" +
        "村干部|干部|学生|老人|教师|平方公里|平方米|" +
        "立方米|公里|公顷|公斤|村|镇|乡|县|组|户(?!籍)|人|亩|家|所|张床位|床位|米|吨|辆|台|" +
        "年(?!龄)|月|日|天|周|季度|次|件|项|班)?)")]
    private static partial Regex Each();
}
