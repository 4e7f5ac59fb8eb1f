using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ReformGraph.Export;

/// <summary>Texts in a sheet: what XML cannot hold stands there as Excel writes it, as <c>_x000D_</c>, and what looks like that is kept from being read so.</summary>
internal static partial class SheetText
{
    private static readonly SearchValues<byte> Suspect = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n')).Select(code => (byte)code), (byte)'_', 0xEF]);

    /// <summary>The text of a cell.</summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        var plain = Encoding.UTF8.GetString(text);
        return text.ContainsAny(Suspect) ? Escaped().Replace(plain, Escape) : plain;
    }

    private static string Escape(Match found) => found.Value[0] == '_'
        ? $"_x005F{found.Value}"
        : string.Create(CultureInfo.InvariantCulture, $"_x{(int)found.Value[0]:X4}_");

    [GeneratedRegex("[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
