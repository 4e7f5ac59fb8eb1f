using System.Globalization;
using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Reports;

/// <summary>
/// A period in a report's words. Input: the words, such as 2023年1—9月. Output: the year and the months, as far as the words state
/// them; 全年 without a year states all months, and words such as 今年 state nothing.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="FirstMonth">The first month.</param>
/// <param name="LastMonth">The last month.</param>
internal sealed partial record StatedPeriod(int? Year, int? FirstMonth, int? LastMonth)
{
    private const string Quarters = "一二三四";

    /// <summary>Reads a period.</summary>
    public static StatedPeriod Read(string words)
    {
        var match = Pattern().Match(words);
        if (!match.Success)
        {
            return new(null, null, null);
        }

        var (first, last) = Months(match);
        return first is >= 1 && last is <= 12 && first <= last
            ? new(Number(match, "year"), first, last) : new(Number(match, "year"), null, null);
    }

    private static (int? First, int? Last) Months(Match match) =>
        match.Groups["half"].Value switch
        {
            "上" => (1, 6),
            "下" => (7, 12),
            _ when match.Groups["quarter"] is { Success: true, Value: var quarter } =>
                Quarters.IndexOf(quarter, StringComparison.Ordinal) is >= 0 and var at ? ((at * 3) + 1, (at * 3) + 3) : (null, null),
            _ when match.Groups["whole"].Success && !match.Groups["year"].Success && !match.Groups["last"].Success => (1, 12),
            _ => (Number(match, "first") ?? Number(match, "last"), Number(match, "last")),
        };

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?:截至|截止|到|至)?(?:(?<year>(?:19|20|21)[0-9]{2})(?:年|$))?(?:度|(?<whole>全年))?"
        + @"(?:(?:(?<first>[0-9]{1,2})月?[-—–－~～至到]{1,2})?(?<last>[0-9]{1,2})月(?:份|底|末)?"
        + @"|(?<half>[上下])半年|第?(?<quarter>[一二三四])季度|)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
