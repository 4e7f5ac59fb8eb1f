namespace ReformGraph.Domain.Quantities;

/// <summary>Text in quotation marks or in 《》 that is short enough to be a name. Created in one pass over a text.</summary>
internal sealed class QuotedSpans
{
    private const int LongestQuotation = 60;
    private const int LongestTitle = 120;

    private readonly byte[] quoted;
    private readonly bool[] isTitle;

    /// <summary>Finds them in a folded text.</summary>
    public QuotedSpans(string text)
    {
        (quoted, isTitle) = (new byte[text.Length], new bool[text.Length]);
        var (quotation, title) = (new Stack<int>(), -1);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '“':
                    quotation.Push(at);
                    break;
                case '”' when quotation.TryPop(out var start):
                    FillQuotation(start, at);
                    break;
                case '《':
                    title = title < 0 ? at : title;
                    break;
                case '》' when title >= 0:
                    Array.Fill(isTitle, at - title <= LongestTitle, title, at - title);
                    title = -1;
                    break;
                case '\n':
                    quotation.Clear();
                    title = -1;
                    break;
            }
        }
    }

    /// <summary>Whether a place is within a title.</summary>
    public bool IsTitle(int at) => isTitle[at];

    /// <summary>The length of the quotation around a position; zero if there is none, or a long one.</summary>
    public int LengthOfQuotation(int at) => quoted[at];

    private void FillQuotation(int start, int end)
    {
        for (var at = start + 1; end - start - 1 <= LongestQuotation && at < end; at++)
        {
            quoted[at] = quoted[at] == 0 ? (byte)(end - start - 1) : quoted[at];
        }
    }
}
