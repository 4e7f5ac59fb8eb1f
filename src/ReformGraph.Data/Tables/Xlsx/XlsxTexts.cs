using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>The content of a cell.</summary>
/// <param name="Text">Its value as written.</param>
/// <param name="IsFormula">Whether it is the result of a formula.</param>
/// <param name="HasValue">Whether it has a value, even an empty one.</param>
internal readonly record struct XlsxContent(string Text, bool IsFormula, bool HasValue);

/// <summary>The shared strings of a workbook. They are held in memory while it is read, so they are bounded.</summary>
internal sealed partial class XlsxTexts
{
    /// <summary>The maximum number of texts.</summary>
    public const int MostTexts = 1_000_000;

    /// <summary>The maximum number of characters in all of them.</summary>
    public const int MostCharacters = 32_000_000;

    private readonly List<string> texts = [];

    /// <summary>Reads them from their part; without it there are none.</summary>
    public XlsxTexts(XlsxPart? part)
    {
        var characters = 0;
        while (part?.ReadTo("si") is true)
        {
            texts.Add(Unescaped(Read(part, () => null).Text));
            characters += texts[^1].Length;
            if (texts.Count > MostTexts || characters > MostCharacters)
            {
                throw texts.Count > MostTexts
                    ? part.OverLimit(null, MostTexts, new("shared strings", "个共享文本"))
                    : part.OverLimit(null, MostCharacters, new("characters in the shared strings", "个字符（共享文本合计）"));
            }
        }
    }

    /// <summary>A text by its index, as stated by a cell; null if there is none.</summary>
    public string? this[string place] =>
        int.TryParse(place, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var at)
            && at < texts.Count ? texts[at] : null;

    /// <summary>The text of a cell or of a similar element, without phonetic hints.</summary>
    /// <param name="part">The part, at the element.</param>
    /// <param name="column">The name of the column, for errors.</param>
    /// <exception cref="TableException">It is longer than a cell allows.</exception>
    public static XlsxContent Read(XlsxPart part, Func<string?> column)
    {
        if (part.IsEmpty)
        {
            return new(string.Empty, IsFormula: false, HasValue: false);
        }

        var (depth, text, element, phonetic) = (part.Depth, new StringBuilder(), string.Empty, int.MaxValue);
        var (isFormula, hasValue) = (false, false);
        while (part.ReadWithin(depth))
        {
            phonetic = part.Depth <= phonetic && part.Type is XmlNodeType.EndElement ? int.MaxValue : phonetic;
            switch (part.Type)
            {
                case XmlNodeType.Element when part.Element == "rPh" && !part.IsEmpty:
                    phonetic = Math.Min(phonetic, part.Depth);
                    break;
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    element = part.Type is XmlNodeType.Element && !part.IsEmpty ? part.Element : string.Empty;
                    isFormula |= part.Type is XmlNodeType.Element && part.Element == "f";
                    hasValue |= part.Type is XmlNodeType.Element && part.Element == "v";
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA
                    when element is "v" or "t" && phonetic == int.MaxValue:
                    text.Append(part.Text());
                    break;
            }

            if (text.Length > TableReader.LongestCell)
            {
                throw part.OverLimit(column(), TableReader.LongestCell, TableReader.CharactersInCell);
            }
        }

        return new(text.ToString(), isFormula, hasValue);
    }

    /// <summary>A text as it was before it was written to XML, which cannot represent control characters: <c>_x000D_</c> is one.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text,
            found => ((char)int.Parse(found.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    // Neither U+0000, which no text contains, nor half of a surrogate pair.
    [GeneratedRegex("_x(?!0000|[Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
