using System.Globalization;
using System.Text.RegularExpressions;
using ReformGraph.Domain.Quantities;

namespace ReformGraph.Data.Extraction;

/// <summary>Recognizes rates whose unit nothing states: a 完成率 of 0.85 may be 85 % or 0.85 %.</summary>
internal static partial class Rates
{
    private const int LongestLead = 10;
    private const string Names = "(?<!容积|汇|倍|效|功|频|速|曲)率(?![先领队])|占比|比重|比例|满意度|知晓度|" +
        "增幅|降幅|减幅|涨幅|增速";

    /// <summary>Why such a number is not read.</summary>
    public const string Unclear = "a rate without a unit: it is not clear whether it is in per cent";

    /// <summary>Whether a heading names a rate.</summary>
    public static bool IsRate(string heading) => Heading().IsMatch(heading);

    /// <summary>Whether a heading names the rate of a change.</summary>
    public static bool IsOfChange(string heading) => Change().IsMatch(heading);

    /// <summary>Of each column of a table, whether it has a number with decimals, whether one is in per cent, and the largest
    /// one.</summary>
    /// <param name="rows">The cells of its rows.</param>
    /// <param name="columns">The number of columns; other rows do not count.</param>
    public static (bool HasRatio, bool HasPercent, decimal Largest)[] SizesOf(IEnumerable<string[]> rows, int columns)
    {
        var all = new (bool HasRatio, bool HasPercent, decimal Largest)[columns];
        foreach (var cells in rows.Where(cells => cells.Length == columns))
        {
            for (var at = 0; at < columns; at++)
            {
                var isNumber = decimal.TryParse(cells[at].Trim(' ', '%'), CultureInfo.InvariantCulture, out var size);
                all[at] = isNumber ? (all[at].HasRatio || size % 1 != 0, all[at].HasPercent || cells[at].Contains('%'),
                    Math.Max(all[at].Largest, Math.Abs(size))) : all[at];
            }
        }

        return all;
    }

    /// <summary>Whether a number without a unit in running text is such a rate.</summary>
    public static bool IsUnclear(string text, ReadQuantity quantity) =>
        quantity.IsWithoutUnit
        && Lead().IsMatch(text[Math.Max(0, quantity.Start - LongestLead)..quantity.Start]);

    [GeneratedRegex(Names + "|同比|环比|进度")]
    private static partial Regex Heading();

    [GeneratedRegex("幅|增|减|降|同比|环比")]
    private static partial Regex Change();

    [GeneratedRegex("(?:" + Names + ")(?:达到|达|为|是|至|到|：)?$")]
    private static partial Regex Lead();
}
