using System.Text.RegularExpressions;

namespace ReformGraph.Data.Registers;

/// <summary>What the names of townships and villages say, however an office words them. All names are in the form of
/// <see cref="CountyPlaces.Plain"/>.</summary>
internal static partial class PlaceNames
{
    /// <summary>Whether a text is the name of one place: no list, no group such as 各乡镇, and without a note such as
    /// （撤并）.</summary>
    public static bool IsOfOne(string name) => !Several().IsMatch(name) && !Noted().IsMatch(name);

    /// <summary>The name of a village without what offices add to it: 荻港村 for 荻港村委会, 湖心社区 for
    /// 湖心居委会.</summary>
    public static string VillageForm(string name)
    {
        name = Bracketed().Replace(name, "$1");
        return Committee().Match(name) is not { Success: true } committee ? name
            : committee.Groups["name"].Value is var stem && HasKind(stem) ? stem
            : stem + (committee.Groups["village"].Success ? "村" : "社区");
    }

    /// <summary>The name of a township without what offices add to it: 湖东街道 for 湖东街道办事处.</summary>
    public static string TownshipForm(string name) => Government().Replace(name, "$1");

    /// <summary>The name of a place without what kind it is, or a note in brackets: two places with the same one may be one.</summary>
    public static string BaseOf(string name)
    {
        name = AnyBracket().Replace(VillageForm(TownshipForm(name)), string.Empty);
        return Kind().Replace(name, string.Empty) is { Length: > 0 } stem ? stem : name;
    }

    /// <summary>Whether a name ends with the kind of the place.</summary>
    public static bool HasKind(string name) => Kind().IsMatch(name);

    [GeneratedRegex(@"[、,;/|+&]|[0-9]+个|(?:镇|乡|街道|村|社区)等|等$" +
        "|等(?:[一二三四五六七八九十两几数]+个?|个)" +
        "|^(?:各|所有|全部|有关|相关|涉及|多个|若干|部分|其他|其它|其余|跨)个?" +
        "(?:有关|相关)?(?:县|市|区|乡|镇|街|村|社区|居|园|单位|部门)" +
        "|^全(?:县|市|区|镇|乡|街道|村|域)(?:$|各|所有|范围|乡镇|镇街|[0-9])" +
        @"|^(?:乡镇|镇街|街镇|乡镇街道|县级|县本级|本级|县直.*|村|社区|村社区|无|暂无|不涉及|[-—]+)$" +
        "|(?:镇|乡|街道)(?:和|及|与|以及).{2,}(?:镇|乡|街道)$|(?:村|社区)(?:和|及|与|以及).+(?:村|社区)$" +
        "|^(?:.{2,6}?(?:镇|乡|街道)){2,}$")]
    private static partial Regex Several();

    // 沙嘴村(撤并)
    [GeneratedRegex(@"\([^()]*[撤并原拟已合划现改曾含][^()]*\)")]
    private static partial Regex Noted();

    // 荻港村(社区): what the form of an office calls any of them.
    [GeneratedRegex(@"(村|社区)\((?:村|社区|居|居委会)\)$")]
    private static partial Regex Bracketed();

    [GeneratedRegex("^(?<name>.+?)(?:(?<village>村?村民委员会|村?村委会?)|居民委员会|居委会?)$")]
    private static partial Regex Committee();

    [GeneratedRegex("(?<=.)(镇|乡|街道)(?:人民政府|政府|党委|办事处|办)$")]
    private static partial Regex Government();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex AnyBracket();

    [GeneratedRegex("(?<=.)(?:行政村|社区|村|镇|乡|街道)$")]
    private static partial Regex Kind();
}
