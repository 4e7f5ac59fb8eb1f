using System.Buffers;

namespace ReformGraph.Data.Extraction;

/// <summary>The words around a quantity in its clause, and how much they have in common with others.</summary>
internal static class SurroundingWords
{
    /// <summary>The maximum number of characters on each side; both together fit into the bits of a number.</summary>
    public const int Longest = 20;

    private const int LeastSharedCharacters = 2;
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
        /// 群众办事满意度.</summary>
        public int LongestWithOneGap(string name)
        {
            var longest = 0;
            for (var at = 0; at <= Length; at++)
            {
                longest = Math.Max(longest, PrefixBefore(name, at) + SuffixFrom(name, at));
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
