using System.Text.RegularExpressions;
using ReformGraph.Data.Contexts;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Logging;

/// <summary>What a client sent, as the log shows it: shortened, and without keys. Whoever writes the log escapes its characters.</summary>
internal static partial class ClientText
{
    /// <summary>A text.</summary>
    public static string Shown(string text) =>
        SourceText.Shorten(text.Contains(ApiKey.Mark, StringComparison.Ordinal) ? KeyPattern().Replace(text, "rg_…") : text);

    /// <summary>A path. OData's may contain values in parentheses, which the log does not show.</summary>
    public static string PathOf(string path)
    {
        var open = path.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return Shown(path);
        }

        var close = path.LastIndexOf(')');
        return Shown($"{path.AsSpan(0, open)}(…){(close < open ? default : path.AsSpan(close + 1))}");
    }

    [GeneratedRegex("rg_[A-Za-z0-9_-]*")]
    private static partial Regex KeyPattern();
}
