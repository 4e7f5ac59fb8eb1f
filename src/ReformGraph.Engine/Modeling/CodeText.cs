using System.Globalization;
using System.Text;
using ADRaffy.ENSNormalize;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The only form in which a code is stored, so that codes that look alike are equal: without surrounding spaces, in Unicode Normalization
/// Form C. A row that was stored earlier in another form keeps it, and can be found by it.
/// </summary>
public static class CodeText
{
    // No code is longer, however it is decomposed; a longer text sent as a code is not normalized either.
    private const int Longest = 1_000;

    /// <summary>The form in which a code is stored.</summary>
    /// <param name="code">The code as a client sent it.</param>
    public static string Normal(string code)
    {
        var text = code.Trim();
        return text.Length > Longest || IsPlain(text)
            ? text : ENSNormalize.NF.NFC(text); // string.Normalize does nothing without ICU's culture data
    }

    /// <summary>The codes that a row may have if a client sends this one: the code itself or its normal form.</summary>
    public static IReadOnlyList<string> Spellings(string code) => Normal(code) is var normal && normal == code ? [code] : [code, normal];

    /// <summary>Whether a code sorts before its normal form (less than 0) or after it (greater than 0) in a database; 0 if it is in normal
    /// form.</summary>
    public static int CompareToNormal(string code) => Normal(code) is var normal && normal == code ? 0
        : Encoding.UTF8.GetBytes(code).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(normal));

    /// <summary>The first character that a code must not contain, because it is invisible or looks like the space U+0020; null if there is
    /// none.</summary>
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

    // No character below U+0300, no Han ideograph and no full-width letter ever composes, so hardly any code needs the tables, which are
    // large.
    private static bool IsPlain(string text) =>
        Ascii.IsValid(text)
        || text.All(character => character is < '\u0300' or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E'));
}
