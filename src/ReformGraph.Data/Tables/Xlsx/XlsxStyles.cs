using System.Globalization;
using System.Xml;

namespace ReformGraph.Data.Tables.Xlsx;

/// <summary>The number formats of a workbook's styles.</summary>
internal sealed class XlsxStyles
{
    /// <summary>The maximum number of styles, as in Excel.</summary>
    public const int MostStyles = 65_536;

    // The longest format that Excel accepts.
    private const int LongestCode = 255;

    private const string Month = "yyyy\"年\"m\"月\"", Day = "m\"月\"d\"日\"", Time = "AM/PMh\"时\"mm\"分\"", TimeOfSeconds =
        "AM/PMh\"时\"mm\"分\"ss\"秒\"";

    // The built-in number formats that a workbook need not define; those from 27 on as in the Chinese Excel.
    private static readonly Dictionary<uint, string> BuiltIn = new (uint, string)[]
    {
        (1, "0"), (2, "0.00"), (3, "#,##0"), (4, "#,##0.00"), (5, "#,##0"), (6, "#,##0"), (7, "#,##0.00"), (8, "#,##0.00"), (9, "0%"),
        (10, "0.00%"), (11, "0.00E+00"), (12, "# ?/?"), (13, "# ??/??"), (14, "yyyy/m/d"), (15, "d-mmm-yy"), (16, "d-mmm"),
        (17, "mmm-yy"), (18, "h:mm AM/PM"), (19, "h:mm:ss AM/PM"), (20, "h:mm"), (21, "h:mm:ss"), (22, "yyyy/m/d h:mm"), (27, Month),
        (28, Day), (29, Day), (30, "m-d-yy"), (31, "yyyy\"年\"m\"月\"d\"日\""), (32, "h\"时\"mm\"分\""),
            (33, "h\"时\"mm\"分\"ss\"秒\""),
        (34, Time), (35, TimeOfSeconds), (36, Month), (37, "#,##0;(#,##0)"), (38, "#,##0;(#,##0)"), (39, "#,##0.00;(#,##0.00)"),
        (40, "#,##0.00;(#,##0.00)"), (41, "#,##0"), (42, "#,##0"), (43, "#,##0.00"), (44, "#,##0.00"), (45, "mm:ss"), (46, "[h]:mm:ss"),
        (47, "mm:ss.0"), (48, "##0.0E+0"), (49, "@"), (50, Month), (51, Day), (52, Month), (53, Day), (54, Day), (55, Time),
        (56, TimeOfSeconds), (57, Month), (58, Day),
    }.ToDictionary();

    private readonly Dictionary<uint, XlsxFormat> formats = [];
    private readonly List<XlsxFormat> styles = [];

    /// <summary>Reads them from their part; without it there is only the first style, which has no format.</summary>
    public XlsxStyles(XlsxPart? part)
    {
        if (part is null)
        {
            styles.Add(FormatOf(0));
            return;
        }

        while (part.Read())
        {
            switch (part)
            {
                case { Type: XmlNodeType.Element, Element: "numFmt", Depth: 2 }:
                    formats[IdOf(part) ?? throw part.Refused(null, null, new("a format with a number", "有编号的数字格式"))] =
                        new XlsxFormat(CodeOf(part));
                    break;
                case { Type: XmlNodeType.Element, Element: "cellXfs", IsEmpty: false }:
                    ReadStyles(part);
                    break;
            }

            if (formats.Count > MostStyles)
            {
                throw part.OverLimit(null, MostStyles, new("formats", "种数字格式"));
            }
        }
    }

    /// <summary>The format of a style; null if there is no such style.</summary>
    /// <param name="style">The index of the style, as stated by a cell; null for the first.</param>
    public XlsxFormat? this[string? style] => style is null ? styles.Count > 0 ? styles[0] : FormatOf(0)
        : int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < styles.Count ? styles[at]
        : null;

    private void ReadStyles(XlsxPart part)
    {
        var depth = part.Depth;
        while (part.ReadWithin(depth))
        {
            if (part.Type is XmlNodeType.Element && part.Element == "xf")
            {
                styles.Add(FormatOf(IdOf(part) ?? 0));
            }

            if (styles.Count > MostStyles)
            {
                throw part.OverLimit(null, MostStyles, new("styles", "种样式"));
            }
        }
    }

    private XlsxFormat FormatOf(uint id)
    {
        if (!formats.TryGetValue(id, out var format))
        {
            formats.Add(id, format = new XlsxFormat(BuiltIn.GetValueOrDefault(id, XlsxFormat.General)));
        }

        return format;
    }

    private static string CodeOf(XlsxPart part) => part.Attribute("formatCode") is not { } code ? XlsxFormat.General
        : code.Length <= LongestCode ? code
        : throw part.OverLimit(null, LongestCode, new("characters in a number format", "个字符（数字格式）"));

    private static uint? IdOf(XlsxPart part) => part.Attribute("numFmtId") is not { } text ? null
        : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw part.Refused(null, text, new("the number of a format", "数字格式的编号"));
}
