using System.Text.RegularExpressions;
using GraphQLParser;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Parsing;

/// <summary>What a client sent, as errors quote it.</summary>
public static partial class SourceText
{
    private const int LongestQuote = 300;

    /// <summary>The line and column of an offset.</summary>
    internal static ErrorLocation LocationOf(string text, int position)
    {
        var location = Location.FromLinearPosition(text, Math.Min(position, text.Length));
        return new ErrorLocation(location.Line, location.Column);
    }

    /// <summary>
    /// Replaces a lone carriage return by a line feed, which means the same in GraphQL and has the same length; the parser counts it as the
    /// end of a line in some places but not in others, and fails when it has to show an error.
    /// </summary>
    internal static string WithKnownLineEnds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? LoneReturn().Replace(text, "\n") : text;

    /// <summary>Shortens a text, which may be a megabyte, for use in a message.</summary>
    public static string Shorten(string text) => Cut(text, LongestQuote);

    /// <summary>Cuts a text after so many UTF-16 code units, but no surrogate pair, whose half would not be valid UTF-8.</summary>
    public static string Cut(string text, int longest) => text.Length <= longest ? text
        : $"{text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)}…";

    [GeneratedRegex("\r(?!\n)")]
    private static partial Regex LoneReturn();
}
