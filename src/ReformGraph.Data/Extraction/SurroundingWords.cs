using System.Buffers;
using System.Text.RegularExpressions;

namespace ReformGraph.Data.Extraction;

/// <summary>The words around a quantity in its clause, and how much they have in common with others.</summary>
internal static partial class SurroundingWords
{
    /// <summary>The maximum number of characters on each side; both together fit into the bits of a number.</summary>
    public const int Longest = 20;

    private const int LeastSharedCharacters = 2;
    private const int LongestSentence = 300;
    private const string SentenceEnds = "；。！？\t\n";
    private const string Ends = "，；：、。！？\t\n";
    private const string Parts = "其中"; // what follows is about a part

    // What follows is about the next number: 28个乡镇有风险村47个.
    private static readonly SearchValues<char> Having = SearchValues.Create("有设建辖含共占为达由");

    /// <summary>The Han characters from the beginning of the clause to its end, or to the next digits.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the quantity begins.</param>
    /// <param name="end">Where it ends.</param>
    public static string Of(string text, int start, int end)
    {
        var (first, last) = (start, end);
        while (first > 0 && start - first < Longest && !Ends.Contains(text[first - 1], StringComparison.Ordinal))
        {
            first--;
        }

        while (last < text.Length && last - end < Longest && !Ends.Contains(text[last], StringComparison.Ordinal)
            && !char.IsAsciiDigit(text[last]) && !text.AsSpan(last).StartsWith(Parts, StringComparison.Ordinal))
        {
            last++;
        }

        var after = text.AsSpan(end..last);
        if (last < text.Length && char.IsAsciiDigit(text[last]) && after.IndexOfAny(Having) is >= 0 and var verb)
        {
            after = after[..verb];
        }

        return Han(text.AsSpan(first..start)).Replace(Parts, string.Empty, StringComparison.Ordinal) + Han(after);
    }

    /// <summary>Whether two texts have two neighbouring characters in common.</summary>
    public static bool AreShared(string one, string other)
    {
        for (var at = 0; at + LeastSharedCharacters <= one.Length; at++)
        {
            if (other.AsSpan().IndexOf(one.AsSpan(at, LeastSharedCharacters)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same, after those of the clause that names what changed, if its own clause says only how much: 同比增长. Empty if
    /// no clause of the sentence names it.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the quantity begins.</param>
    /// <param name="end">Where it ends.</param>
    public static string WithSubject(string text, int start, int end)
    {
        var own = Of(text, start, end);
        return own.Length == 0 || Change().Replace(own, string.Empty).Length > 0 ? own
            : SubjectBefore(text, start) is { Length: > 0 } subject ? subject + own : string.Empty;
    }

    private static string SubjectBefore(string text, int start)
    {
        var least = Math.Max(0, start - LongestSentence);
        var end = start;
        while (end > least && !SentenceEnds.Contains(text[end - 1], StringComparison.Ordinal))
        {
            var first = end - 1;
            while (first > least && !Ends.Contains(text[first - 1], StringComparison.Ordinal))
            {
                first--;
            }

            var number = text.AsSpan(first..end).LastIndexOfAnyInRange('0', '9');
            var words = Han(text.AsSpan(first..(number < 0 ? end : first + number)));
            if (Change().Replace(words, string.Empty).Length > 0)
            {
                return words.Length <= Longest ? words : words[^Longest..];
            }

            end = first > least && !SentenceEnds.Contains(text[first - 1], StringComparison.Ordinal) ? first - 1 : least;
        }

        return string.Empty;
    }

    // 同比增长, 调减比例, 占总数的, 完成率: how much, and not of what.
    [GeneratedRegex("(?:完成|办结|销号|处置|整改|化解)率|" + ContextReader.RiseNoun + "|" + ContextReader.FallNoun + "|" +
        ContextReader.Rise + "|" + ContextReader.Fall + "|调整|撤并|合并|撤销|同比|环比|同期|去年|上年|今年|" +
        "年初|年底|原来|改革前|此前|之前|上半年|下半年|季度|全年|累计|其中|同时|总数|总量|数量|总体|" +
        "整体|比例|比重|幅度|分别|实际|达到|以上|左右|" +
        "[较比调占总共并也均净了约近达为是的至到由从全年月多个和]")]
    private static partial Regex Change();

    // What of two names tells whose number it is.
    [GeneratedRegex("(?:城镇|城市|城区|城乡|农村|乡村|村级|镇级|乡级|乡镇|县级|市级|省级|" +
        "全市|全省|社区|公办|民办|国有|民营)$")]
    private static partial Regex OtherSort();

    /// <summary>The Han characters of a text.</summary>
    public static string Han(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (character is >= '\u3400' and <= '\u9FFF')
            {
                letters[count++] = character;
            }
        }

        return new(letters, 0, count);
    }

    /// <summary>The length of the longest common subsequence of some words with others.</summary>
    internal sealed class Comparison
    {
        private const int Most = 64;
        private const int Slots = 2 * Most;

        // A small hash table with open addressing: a Dictionary takes most of the time.
        private readonly char[] characters = new char[Slots];
        private readonly ulong[] places = new ulong[Slots];

        /// <param name="words">The words, of which the first 64 characters count.</param>
        public Comparison(string words)
        {
            Words = words;
            Length = Math.Min(words.Length, Most);
            for (var at = 0; at < Length; at++)
            {
                var slot = SlotOf(words[at]);
                (characters[slot], places[slot]) = (words[at], places[slot] | (1UL << at));
            }
        }

        /// <summary>The words.</summary>
        public string Words { get; }

        /// <summary>The number of characters.</summary>
        public int Length { get; }

        /// <summary>The length, computed for all places of the words at once (Hyyrö 2004): reports may have many quantities.</summary>
        public int CommonWith(string others)
        {
            var open = ulong.MaxValue;
            foreach (var character in others)
            {
                var matched = open & places[SlotOf(character)];
                open = (open + matched) | (open - matched);
            }

            return System.Numerics.BitOperations.PopCount(~open & (Length == Most ? ulong.MaxValue : (1UL << Length) - 1));
        }

        /// <summary>The length of the longest passage of the words that is a name with at most one part left out: 群众满意度 of
        /// 群众办事满意度. It is not the last part, and no word of the same sort takes its place: neither 城镇集体收入 nor
        /// 农村集体支出 is 农村集体收入.</summary>
        public int LongestWithOneGap(string name)
        {
            var longest = 0;
            for (var at = 0; at <= Length; at++)
            {
                var (prefix, suffix) = (PrefixBefore(name, at), SuffixFrom(name, at));
                var (isWhole, isReplaced) = (prefix + suffix >= name.Length, prefix == 0 && OtherSort().IsMatch(Words[..at]));
                longest = isWhole || (suffix > 0 && !isReplaced) ? Math.Max(longest, prefix + suffix) : longest;
            }

            return Math.Min(longest, name.Length);
        }

        // The longest beginning of the name that ends at a place of the words.
        private int PrefixBefore(string name, int at)
        {
            var length = Math.Min(at, name.Length);
            while (length > 0 && string.CompareOrdinal(Words, at - length, name, 0, length) != 0)
            {
                length--;
            }

            return length;
        }

        // The longest end of the name that begins at a place of the words.
        private int SuffixFrom(string name, int at)
        {
            var length = Math.Min(Length - at, name.Length);
            while (length > 0 && string.CompareOrdinal(Words, at, name, name.Length - length, length) != 0)
            {
                length--;
            }

            return length;
        }

        private int SlotOf(char character)
        {
            var slot = character % Slots;
            while (characters[slot] != character && characters[slot] != 0)
            {
                slot = (slot + 1) % Slots;
            }

            return slot;
        }
    }
}
