using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>Folds the full-width characters of Chinese input outside free text: <c>１２．５％</c> is 12.5%.</summary>
internal static class PlainText
{
    private const char FirstFullWidth = '\uFF01', LastFullWidth = '\uFF5E', WideSpace = '\u3000';

    /// <summary>A text with full-width characters replaced by ASCII, and without surrounding spaces.</summary>
    public static string Normalize(string text) => text.AsSpan().ContainsAnyInRange(WideSpace, LastFullWidth)
        ? string.Concat(text.Select(Folded)).Trim()
        : text.Trim();

    /// <summary>The codes that a row may have if this one is written: the code itself, or its folded form.</summary>
    public static IEnumerable<string> Codes(string code) => CodeText.Spellings(code).Concat(CodeText.Spellings(Normalize(code))).Distinct();

    /// <summary>The form in which a new code is stored.</summary>
    public static string NewCode(string code) => CodeText.Normal(Normalize(code));

    private static char Folded(char character) => character switch
    {
        >= FirstFullWidth and <= LastFullWidth => (char)(character - FirstFullWidth + '!'),
        WideSpace => ' ',
        _ => character,
    };
}
