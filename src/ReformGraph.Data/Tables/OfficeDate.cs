using System.Globalization;
using System.Text.RegularExpressions;

namespace ReformGraph.Data.Tables;

/// <summary>
/// Reads dates as offices write them: 2023年9月30日前, 二〇二三年九月三十日, 20230930. A month, a quarter or a
/// year without a day is the last day of it for a deadline, and rejected in any other column.
/// </summary>
internal static partial class OfficeDate
{
    private const string Digits = "〇一二三四五六七八九";
    private const int Longest = 40;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The day, or why there is none; neither if the text has no such form.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="isDeadline">Whether a period without a day is its last day.</param>
    public static (DateOnly? Day, CellProblem? Problem) Read(string text, bool isDeadline)
    {
        if (text.Length > Longest)
        {
            return default;
        }

        var plain = InArabic(Spaces().Replace(text, string.Empty));
        if (Serial().IsMatch(plain) && int.Parse(plain, Invariant) is var serial && ImportValue.IsDay(serial))
        {
            return (DateOnly.FromDateTime(DateTime.FromOADate(serial)), null);
        }

        return Form().Match(plain) is { Success: true } form ? OfForm(form, isDeadline)
            : WithoutYear().IsMatch(plain) ? (null, WithoutIts("the year", "年份"))
            : default;
    }

    /// <summary>Whether a text of a deadline is a month, a quarter or a year, which stands for its last day.</summary>
    public static bool IsPeriod(ImportField field, string text) => field is { IsOfOffice: true, IsDeadline: true }
        && Form().Match(InArabic(text)) is { Success: true } form && !form.Groups["d"].Success;

    private static (DateOnly?, CellProblem?) OfForm(Match form, bool isDeadline)
    {
        var (year, month, day) = (NumberOf(form.Groups["y"]), NumberOf(form.Groups["m"]), NumberOf(form.Groups["d"]));
        var (part, isBefore) = (form.Groups["part"].Value, form.Groups["before"].Success);
        if (year is < 1900 or > 2199 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year!.Value, month ?? 1))
        {
            return default;
        }

        if (day is { } whole)
        {
            return isBefore && !isDeadline ? default : (new(year.Value, month!.Value, whole), null);
        }

        // A spreadsheet makes 2023.1 of 2023.10; before 2023年9月 may mean before it begins, or before it ends.
        return form.Groups["loose"].Success ? (null, CellProblem.Ambiguous(
                $"must be a month such as {year}-10 or {year}-01: a spreadsheet may have dropped a zero",
                $"必须是明确的月份，例如 {year}-10 或 {year}-01：电子表格可能已去掉末尾的 0"))
            : !isDeadline ? (null, WithoutIts("the day", "具体日期（到日）"))
            : isBefore && part.Length == 0 ? (null, CellProblem.Ambiguous(
                "must be a day such as 2023-09-30, or a month: here it is unclear whether the month or year itself still counts",
                "必须是日期（例如 2023-09-30）或月份：此处是否包括当月（当年）无法确定"))
            : (EndOf(year.Value, month, part), null);
    }

    private static DateOnly EndOf(int year, int? month, string part) => (month, part) switch
    {
        ({ } one, "上旬") => new(year, one, 10),
        ({ } one, "中旬") => new(year, one, 20),
        ({ } one, _) => new(year, one, DateTime.DaysInMonth(year, one)),
        (_, "上半年") => new(year, 6, 30),
        (_, [.., _, '季', '度']) => EndOf(year, 3 * int.Parse(part[^3..^2], Invariant), string.Empty),
        _ => new(year, 12, 31),
    };

    private static CellProblem WithoutIts(string part, string partZh) => CellProblem.Ambiguous(
        $"must have {part}, such as 2023-09-30; leave it empty if {part} is not known",
        $"须写明{partZh}，例如 2023-09-30；不清楚时请留空");

    private static int? NumberOf(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, Invariant) : null;

    // 二〇二三年九月三十日, and 三季度.
    private static string InArabic(string text) => Chinese().Replace(text, found =>
    {
        var digits = found.Value.Replace('○', '〇').Replace('零', '〇');
        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? string.Concat(digits.Select(ValueOf))
            : $"{(ten == 0 ? 1 : ValueOf(digits[0]))}{(ten == digits.Length - 1 ? 0 : ValueOf(digits[^1]))}";
    });

    private static int ValueOf(char digit) => Digits.IndexOf(digit, StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\d{5}$", RegexOptions.ECMAScript)]
    private static partial Regex Serial();

    [GeneratedRegex("[〇○零一二三四五六七八九]?十[一二三四五六七八九]?|[〇○零一二三四五六七八九]+")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:" +
        @"(?<m>[0-9]{2})(?<d>[0-9]{2})?" +
        @"|(?:年(?<m>[0-9]{1,2})月|(?<s>[-/.])(?<m>[0-9]{1,2})\k<s>)(?<d>[0-9]{1,2})[日号]?(?<before>以前|之前|前)?" +
        @"|\.(?<m>(?<loose>1))" +
        @"|(?:(?:年|[-/.])(?<m>[0-9]{1,2})月份?|[-/](?<m>[0-9]{1,2})|\.(?<m>[02-9]|[0-9]{2}))" +
        @"(?<part>底|末|上旬|中旬|下旬)?(?<before>以前|之前|前)?" +
        @"|年?(?:(?<part>年?底|年?末|度|年内|全年|上半年|下半年)|(?<part>第?[1-4]季度)[底末]?)?(?<before>以前|之前|前)?)[.。]?$")]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?:今年|明年|本年度?)?[0-9]{1,2}月" +
        @"(?:[0-9]{1,2}[日号]?|份?(?:底|末|上旬|中旬|下旬)?)?(?:以前|之前|前)?$")]
    private static partial Regex WithoutYear();
}
