using System.Globalization;
using System.Text.RegularExpressions;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Tells the number of a list item from the whole part of a decimal where a digit follows it: the 2. of 2.5个部门 between the lines 1.
/// and 3. Input: a folded text. Output: the numbers of items, and those that may be either. It takes time proportional to the length of the
/// text.
/// </summary>
internal sealed partial class ListNumbers
{
    /// <summary>Why a passage that begins with such a number is not read.</summary>
    public const string Unclear = "it is not clear whether this begins with the number of a list item";

    private const int LongestGap = 3_000; // characters between the beginnings of two items
    private const int LeastItems = 3; // of a list in which a digit follows every number
    private const int LargestNumber = 30; // of an item in no list that is found

    private readonly Dictionary<int, int> ends = [];
    private readonly HashSet<int> unclear = [];

    /// <summary>Finds them.</summary>
    public ListNumbers(string text)
    {
        List<Item> all = [.. ItemNumber().Matches(text).Select(match => new Item(match, text))];
        Sort(all.FindAll(item => item.IsFirst));
        for (var at = 0; at < all.Count; at++)
        {
            // Within a line 1.5 is a decimal, unless an item beside it is certain.
            if (all[at] is { IsFirst: false, IsFollowed: true } item && (!item.IsOpen || IsInList(text, all, at)))
            {
                ends[item.Start] = item.End;
            }
        }
    }

    /// <summary>Where the number of an item ends; null if none begins at a position, or one that no digit follows.</summary>
    public int? EndAt(int at) => ends.TryGetValue(at, out var end) ? end : null;

    /// <summary>Whether a number at the beginning of a line may be a decimal or the number of an item.</summary>
    public bool IsUnclear(int at) => unclear.Contains(at);

    private void Sort(List<Item> items)
    {
        for (var (first, next) = (0, 1); first < items.Count; first = next++)
        {
            while (next < items.Count && IsNext(items[next - 1], items[next]))
            {
                next++;
            }

            var isList = next - first >= LeastItems || (next - first > 1 && items.Skip(first).Take(next - first).Any(item => !item.IsOpen));
            foreach (var item in items.Skip(first).Take(next - first))
            {
                if (item.IsFollowed && (isList || !item.IsOpen))
                {
                    ends[item.Start] = item.End;
                }
                else if (item.IsOpen && item.Number <= LargestNumber)
                {
                    unclear.Add(item.Start);
                }
            }
        }
    }

    private static bool IsNext(Item one, Item next) => next.Number == one.Number + 1 && next.Start - one.Start <= LongestGap;

    private static bool IsInList(string text, List<Item> all, int at) => (at > 0 && IsBeside(text, all[at - 1], all[at]))
        || (at + 1 < all.Count && IsBeside(text, all[at], all[at + 1]));

    // In one line; one of both is certain.
    private static bool IsBeside(string text, Item one, Item next) => IsNext(one, next) && !(one.IsOpen && next.IsOpen)
        && text.AsSpan(one.Start..next.Start).IndexOf('\n') < 0;

    // Not the number 1.2 of a heading, nor a cell with a decimal.
    [GeneratedRegex(@"(?:(?<first>)(?<=(?:^|\n)[ \t]{0,8})|(?<=[。；：]))(?<number>[1-9][0-9]?)(?<mark>[.、）])(?![.、）0])" +
        @"(?![0-9.,]{1,12}[%‰]?[ ]?(?:[\t\n]|$)|[0-9.]{1,12}[、）]?[ ](?![个项名件处所座条户家人元亩公]))")]
    private static partial Regex ItemNumber();

    private sealed class Item(Match match, string text)
    {
        public int Start { get; } = match.Groups["number"].Index;

        public int End { get; } = match.Index + match.Length;

        public int Number { get; } = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

        public bool IsFirst { get; } = match.Groups["first"].Success;

        public bool IsFollowed => End < text.Length && char.IsAsciiDigit(text[End]);

        // Whether it may also be part of a decimal or of an enumeration: 2.5个, 2、3号; but not 2.2023年.
        public bool IsOpen { get; } = match.Groups["mark"].Value != "）" && match.Index + match.Length is var end
            && end < text.Length && char.IsAsciiDigit(text[end]) && NotQuantityReader.Read(text, end, end)?.Reason
                is not (NotQuantity.Date or NotQuantity.Period or NotQuantity.PhoneNumber or NotQuantity.FrameworkName);
    }
}
