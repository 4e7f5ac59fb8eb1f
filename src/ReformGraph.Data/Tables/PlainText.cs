using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>Folds the full-width signs of Chinese input in what is no free text: <c>１２．５％</c> is 12.5%.</summary>
internal static class PlainText
{
    private const char FirstFullWidth = '\uFF01', LastFullWidth = '\uFF5E', WideSpace = '\u3000';

    /// <summary>A text with the signs of ASCII in the place of the full-width ones, and no spaces around it.</summary>
    public static string Normalize(string text) => text.AsSpan().ContainsAnyInRange(WideSpace, LastFullWidth)
        ? string.Concat(text.Select(Folded)).Trim()
        : text.Trim();

    /// <summary>The codes that a row may have for which this one is written: this one itself, and else what it stands for.</summary>
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
