using System.Globalization;
using System.Text;

namespace ReformGraph.Engine.Modeling;

/// <summary>Questions about the characters of texts. Characters are Unicode code points everywhere; SQLite's <c>length()</c> counts them
/// too.</summary>
public static class UnicodeText
{
    // Characters with the property Default_Ignorable_Code_Point that are not format characters, and the empty Braille pattern.
    private static readonly (int First, int Last)[] Ignorable =
    [
        (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x2065, 0x2065), (0x2800, 0x2800), (0x3164, 0x3164),
        (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF),
    ];

    /// <summary>Whether a text has more than this many characters.</summary>
    public static bool IsLongerThan(string text, int most) => text.Length > most && text.EnumerateRunes().Count() > most;

    /// <summary>Whether nothing in a text is visible.</summary>
    public static bool IsBlank(string text) =>
        text.EnumerateRunes().All(character => Rune.IsWhiteSpace(character) || IsInvisible(character));

    /// <summary>Whether a character is invisible and takes no space: control and format characters, line separators, variation selectors,
    /// fillers.</summary>
    public static bool IsInvisible(Rune character) =>
        Rune.GetUnicodeCategory(
            character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || Array.Exists(Ignorable, range => character.Value >= range.First && character.Value <= range.Last);
}
