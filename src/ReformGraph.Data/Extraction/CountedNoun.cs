using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>What a quantity counts: 乡镇 in 24个乡镇建成, and 便民服务中心 in 建成乡镇便民服务中心24个.</summary>
internal static partial class CountedNoun
{
    private const int HeadLength = 2, Longest = 20;

    /// <summary>The words: those that follow the quantity, or else those before it, without the earlier value of a change.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="mention">The quantity.</param>
    public static string Of(string text, Mention mention)
    {
        var (start, end) = (mention.Quantity.Start, mention.Quantity.End);
        var after = After().Match(text, end, Math.Min(Longest, mention.SentenceEnd - end)).Value;
        return SurroundingWords.Han(after) is { Length: >= HeadLength } noun ? noun
            : SurroundingWords.Han(Link().Replace(text[ContextReader.ClauseOf(text, mention)..start], string.Empty));
    }

    /// <summary>Whether two quantities may count the same: the last words of both are the same.</summary>
    public static bool IsSame(string one, string other) => one.Length >= HeadLength && other.Length >= HeadLength
        && one.AsSpan(one.Length - HeadLength).SequenceEqual(other.AsSpan(other.Length - HeadLength));

    // Up to the verb or the adverb: 村（社区）全覆盖研判, 诉求逐一回访, 乡镇的中心.
    [GeneratedRegex(@"\G(?:(?!全[部面县市覆]|逐[一个步项]|[的地均都已完建设有由将把在为达按开推进实共各]|" +
        "[并和及与也还等其能可被入出用正不未占])" +
        @"[\u4E00-\u9FFF（）])*")]
    private static partial Regex After();

    // 村（社区）由206个减至
    [GeneratedRegex("(?:[由从][^，。；]{1,20})?" +
        "(?:减少|增加|压减|精简|调整|整合|优化|合并|缩减|扩大|[减增降升])?[到至为成]$|" +
        "(?:共有?|共计|合计|总计|达到?|为|是|有|现有|约|近|等|各|仅|已)+$")]
    private static partial Regex Link();
}
