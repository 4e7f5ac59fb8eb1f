using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>
/// Texts in a sheet: a line ends as Excel ends it, what XML cannot hold stands there as Excel writes it, as <c>_x0001_</c>,
/// and what looks like that is kept
/// from being read so. (Some readers take a capital X for the sign as well.)
/// </summary>
internal static partial class SheetText
{
    private static readonly SearchValues<byte> Suspect = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n')).Select(code => (byte)code), (byte)'_', 0xEF]);

    /// <summary>How many characters a cell holds.</summary>
    public const int Longest = 32_767;

    /// <summary>The text of a cell.</summary>
    public static string ToCell(ReadOnlySpan<byte> text)
    {
        var plain = Encoding.UTF8.GetString(text);
        return text.ContainsAny(Suspect) ? Escaped().Replace(plain, Escape) : plain;
    }

    /// <summary>A text of any length, cut where it is longer than a cell.</summary>
    public static string Note(string text)
    {
        var note = ToCell(Encoding.UTF8.GetBytes(text));
        return note.Length <= Longest ? note : $"{note[..(Longest - 1)]}…";
    }

    /// <summary>How wide the longest line of a text is, in digits: a Chinese sign is as wide as two.</summary>
    public static int WidthOf(ReadOnlySpan<byte> text)
    {
        var (longest, width) = (0, 0);
        foreach (var unit in text)
        {
            width = unit switch
            {
                (byte)'\n' => 0,
                < 0x80 or >= 0xC0 and < 0xE0 => width + 1,
                >= 0xE0 => width + 2, // begins a sign of three or four bytes
                _ => width,
            };
            longest = Math.Max(longest, width);
        }

        return longest;
    }

    private static string Escape(Match found) => found.Value[0] switch
    {
        '\r' => "\n",
        '_' => "_x005F_",
        var sign => string.Create(CultureInfo.InvariantCulture, $"_x{(int)sign:X4}_"),
    };

    [GeneratedRegex("\r\n?|[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|_(?=[xX][0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
