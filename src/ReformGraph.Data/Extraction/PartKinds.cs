using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Says whether parts of a total need not add up to it. Input: the parts, in order. Output: true if they are counted by what one of them
/// can have together with another (女干部, 党员, 35岁以下), or if the text only says that the total contains them (含).
/// </summary>
internal static partial class PartKinds
{
    // Both together are all there are.
    private static readonly (string One, string Other, string Common)[] Complements =
        [("男", "女", ""), ("以上", "以下", "岁"), ("汉族", "少数民族", ""), ("党员", "群众", "")];

    /// <summary>Whether they need not add up.</summary>
    public static bool MayOverlap(IReadOnlyList<DraftRow> parts)
    {
        var words = parts.Select(part => part.Lead + part.Words).ToList();
        return (Contains().IsMatch(parts[0].Lead) || words.Exists(Attribute().IsMatch))
            && !Array.Exists(Complements, pair => words.Exists(one => Has(one, pair.One)) && words.Exists(one => Has(one, pair.Other))
                && words.TrueForAll(one => Has(one, pair.Common) && (Has(one, pair.One) || Has(one, pair.Other))));
    }

    private static bool Has(string words, string name) => words.Contains(name, StringComparison.Ordinal);

    [GeneratedRegex("(?<!不)(?:含|包括)(?!税)")]
    private static partial Regex Contains();

    [GeneratedRegex("妇女|女(?:性|干部|党员|职工|教师|成员|委员|代表|同志|儿童|生)|[（、，中]女|党员|团员|少数民族|" +
        "周?岁|[0-9０-９]后|学历|大专|本科|研究生|硕士|博士|职称|青年|退(?:役|伍|休)|大学(?:毕业)?生|致富|" +
        "返乡|回引|脱贫|低保|残疾|留守|独居|空巢|失能|高龄|贫困|流动人口|一肩挑|交叉任职|兼任")]
    private static partial Regex Attribute();
}
