using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Quantities;

/// <summary>The connection between the two numbers of a range.</summary>
internal static partial class RangeReader
{
    private const int LongestVerb = 6;

    /// <summary>The number of characters between two numbers that make them a range; zero if they are not one.</summary>
    public static int Connector(string text, int at)
    {
        var length = 0;
        while (at + length < text.Length && length < 3 && text[at + length] is '—' or '-' or '~' or ' ')
        {
            length++;
        }

        if (length == 0 && at < text.Length && text[at] is '至' or '到')
        {
            length = 1;
        }

        var isLink = length > 0 && text[at..(at + length)].Trim().Length > 0;
        return isLink && at + length < text.Length && NumberReader.IsNumeral(text[at + length]) ? length : 0;
    }

    /// <summary>Whether two numbers with their units are a change rather than a range: 从18个到10个; but not
    /// 从5万元到20万元不等.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="floor">The earliest possible place of the word before them.</param>
    /// <param name="start">Where the first begins.</param>
    /// <param name="connector">The place between them.</param>
    /// <param name="end">Where the second ends.</param>
    public static bool IsFromTo(string text, int floor, int start, int connector, int end) =>
        text[connector] is '到' or '至' && text.AsSpan(Math.Max(floor, start - 6)..start).IndexOfAny('由', '从', '自') >= 0
            && !text.AsSpan(end).StartsWith("不等");

    /// <summary>Whether the first is how much something has changed, and the second what it has come to: 增加12个至96个.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="floor">The earliest possible place of the verb.</param>
    /// <param name="start">Where the first begins.</param>
    /// <param name="connector">The place between them.</param>
    public static bool IsChangeTo(string text, int floor, int start, int connector) =>
        text[connector] is '到' or '至' && ChangeVerb().IsMatch(text[Math.Max(floor, start - LongestVerb)..start]);

    [GeneratedRegex("(?:增长|增加|提高|提升|上升|上涨|上调|扩大|净增|下降|减少|降低|缩减|压减|压缩|" +
        "精简|缩短|下滑|下跌|下调|回落|核减|净减|削减)了?(?:约|近)?$")]
    private static partial Regex ChangeVerb();
}
