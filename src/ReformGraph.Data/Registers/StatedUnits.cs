using System.Text.RegularExpressions;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>The units of money and of area that a text of an office states for numbers that stand elsewhere.</summary>
/// <param name="Units">The units that are understood.</param>
/// <param name="Unread">What has a unit in it and is not understood.</param>
internal sealed partial record StatedUnits(IReadOnlyList<string> Units, IReadOnlyList<string> Unread)
{
    /// <summary>The units of area in a heading, as alternatives of a pattern, except 亩 and 公顷.</summary>
    public const string Areas = "㎡|m2|m²|平方(?:米|公里|千米)|km2|km²|平米";

    /// <summary>Reads a note such as 金额单位：万元；面积单位：平方米, or a title that ends with one. A number with its
    /// unit, as in 500万元以上, states none.</summary>
    public static StatedUnits InNote(string text)
    {
        var (units, unread) = (new List<string>(), new List<string>());
        foreach (Match mention in Mention().Matches(HeadingText.Normal(text)))
        {
            var unit = mention.Groups["unit"].Value;
            (mention.Groups["stated"].Success && IsKnown(unit) ? units : unread).Add(unit);
        }

        return new(units, unread);
    }

    /// <summary>Reads what stands in the brackets of a heading, such as 万元，含税.</summary>
    public static StatedUnits InHeading(string text)
    {
        var parts = text.Split([',', '、', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Label().Replace(part, string.Empty));
        var stated = parts.Where(part => IsKnown(part) || HasUnit().IsMatch(part)).ToLookup(IsKnown);
        return new([.. stated[true]], [.. stated[false]]);
    }

    /// <summary>Whether a text is a note about units, or about who filled the table in, and no heading.</summary>
    public static bool IsNote(string text) => Note().IsMatch(HeadingText.Normal(text));

    private static bool IsKnown(string unit) => unit is not "" and not "%"
        && (MeasuredUnit.FactorOf(unit, "元") ?? MeasuredUnit.FactorOf(unit, "m²")) is not null;

    [GeneratedRegex(@"单位(?:\([^()]*\))?(?:均?为|是|:)|^\([^()]*\)$")]
    private static partial Regex Note();

    // 元 alone is part of other words too, so that it is a unit only if it stands by itself, or before a slash.
    [GeneratedRegex(@"(?<![0-9.十百千万亿])(?:" +
        @"(?<=^|[:(),;、/和及为是以按]|单位|人民币)(?<stated>)(?<unit>" + Measure + "|[百千万亿]+)" +
        @"(?=$|[(),;、。和及计]|/(?=(?:" + Measure + ")(?:$|[),;、]))|[^:,;、]{0,8}(?:单位|:))" +
        "|(?<unit>[百千万亿]+(?:美|港|欧)?元|元(?=[/·每])|[美港欧]元" +
        "|[百千万亿]*(?:亩|公顷|㎡|m2|m²|k㎡|km2|km²|平方[公千]?[米里]|平米)))")]
    private static partial Regex Mention();

    private const string Measure = "[百千万亿]*(?:元|" + Areas + "|亩|公顷)";

    // 金额单位:人民币万元
    [GeneratedRegex("^(?:[^:]*:|(?:.*单位)?(?:均?为|是)|单位|以|按)?(?:人民币)?")]
    private static partial Regex Label();

    // A rent by the month is none by the year.
    [GeneratedRegex(@"[元亩㎡米吨%‰]|m2|m²|公顷|^[百千万亿]|^[每按]?(?:月|季度?|日|天)$")]
    private static partial Regex HasUnit();
}
