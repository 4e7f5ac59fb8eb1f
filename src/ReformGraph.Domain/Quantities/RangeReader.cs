namespace ReformGraph.Domain.Quantities;

/// <summary>The connection between the two numbers of a range.</summary>
internal static class RangeReader
{
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

    /// <summary>Whether two numbers with their units are a change rather than a range: 从18个到10个.</summary>
    public static bool IsFromTo(string text, int floor, int start, int connector) =>
        text[connector] is '到' or '至' && text.AsSpan(Math.Max(floor, start - 6)..start).IndexOfAny('由', '从', '自') >= 0;
}
