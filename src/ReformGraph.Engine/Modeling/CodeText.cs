using System.Globalization;
using System.Text;
using ADRaffy.ENSNormalize;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The one form in which a code is stored, so that what looks alike is one code: without spaces around it, and in Unicode's normalization
/// form C. A row that was stored before under another form keeps it, and is found by it.
/// </summary>
public static class CodeText
{
    // No code is as long, however it is decomposed; nor is any other text normalized that is sent in the place of one.
    private const int Longest = 1_000;

    /// <summary>The form in which a code is stored.</summary>
    /// <param name="code">The code as a client sent it.</param>
    public static string Normal(string code)
    {
        var text = code.Trim();
        return text.Length > Longest || IsPlain(text)
            ? text : ENSNormalize.NF.NFC(text); // string.Normalize does nothing without the culture data of ICU
    }

    /// <summary>The codes that a row may have for which this one is sent: this one itself, and else its normal form.</summary>
    public static IReadOnlyList<string> Spellings(string code) => Normal(code) is var normal && normal == code ? [code] : [code, normal];

    /// <summary>Whether a code stands before its normal form (less than 0) or behind it (greater), in the order of databases;
    /// 0 where it is that.</summary>
    public static int CompareToNormal(string code) => Normal(code) is var normal && normal == code ? 0
        : Encoding.UTF8.GetBytes(code).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(normal));

    /// <summary>The first character that a code may not have, as it cannot be seen, or looks like the space U+0020;
    /// null where there is none.</summary>
    public static Rune? UnseenIn(string code)
    {
        foreach (var character in code.EnumerateRunes())
        {
            if (UnicodeText.IsInvisible(character)
                || (Rune.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator && character.Value != ' '))
            {
                return character;
            }
        }

        return null;
    }

    // Nothing below U+0300, of Han ideographs and of full-width letters ever composes, so that hardly any code asks for the tables:
    // they are large.
    private static bool IsPlain(string text) =>
        Ascii.IsValid(text)
        || text.All(character => character is < '\u0300' or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E'));
}
