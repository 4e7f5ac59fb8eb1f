using System.Globalization;

namespace ReformGraph.Import;

/// <summary>Which styles of a workbook show a number as a date.</summary>
internal sealed class XlsxDates
{
    /// <summary>As many styles as Excel has room for.</summary>
    public const int MostStyles = 65_536;

    // What the built-in formats of these numbers show is a date, in some languages only.
    private static readonly HashSet<uint> BuiltIn = [.. Enumerable.Range(14, 4).Concat(Enumerable.Range(27, 10)).Concat(Enumerable.Range(50, 9)).Append(22).Select(id => (uint)id)];

    private readonly List<bool> styles = [];

    /// <summary>Reads them from their part; without it there is the first style alone, which shows no dates.</summary>
    public XlsxDates(XlsxPart? part)
    {
        if (part is null)
        {
            styles.Add(false);
            return;
        }

        var own = new Dictionary<uint, bool>();
        while (part.Read())
        {
            switch (part)
            {
                case { Type: System.Xml.XmlNodeType.Element, Element: "numFmt", Depth: 2 }:
                    own[IdOf(part) ?? throw part.Refused(null, null, "a format with a number")] = IsDate(part.Attribute("formatCode") ?? string.Empty);
                    break;
                case { Type: System.Xml.XmlNodeType.Element, Element: "cellXfs", IsEmpty: false }:
                    ReadStyles(part, own);
                    break;
            }

            if (own.Count > MostStyles)
            {
                throw part.OverLimit(null, MostStyles, "formats");
            }
        }
    }

    /// <summary>Whether a style shows a date; null where there is no such style.</summary>
    /// <param name="style">The place of the style among all, as a cell has it; null for the first.</param>
    public bool? IsDateOf(string? style) => style is null ? styles.Count > 0 && styles[0]
        : int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < styles.Count ? styles[at]
        : null;

    private void ReadStyles(XlsxPart part, Dictionary<uint, bool> own)
    {
        var depth = part.Depth;
        while (part.ReadWithin(depth))
        {
            if (part.Type is System.Xml.XmlNodeType.Element && part.Element == "xf")
            {
                var id = IdOf(part) ?? 0;
                styles.Add(own.TryGetValue(id, out var isDate) ? isDate : BuiltIn.Contains(id));
            }

            if (styles.Count > MostStyles)
            {
                throw part.OverLimit(null, MostStyles, "styles");
            }
        }
    }

    private static uint? IdOf(XlsxPart part) => part.Attribute("numFmtId") is not { } text ? null
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw part.Refused(null, text, "the number of a format");

    // A format with a year or a day in it, outside of quoted text and of colours or places in brackets.
    private static bool IsDate(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        foreach (var character in code)
        {
            isQuoted ^= character == '"';
            isBracketed = character == '[' || (isBracketed && character != ']');
            if (!isQuoted && !isBracketed && character is 'y' or 'Y' or 'd' or 'D')
            {
                return true;
            }
        }

        return false;
    }
}
