using System.Text.RegularExpressions;

namespace ReformGraph.Tests.Docs;

/// <summary>A fenced block of a document.</summary>
/// <param name="File">The document, by its path from the root.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Language">What it is marked as.</param>
/// <param name="Text">Its content.</param>
internal sealed record Block(string File, int Line, string Language, string Text)
{
    public override string ToString() => $"{File}, line {Line}";
}

/// <summary>The documents of the repository, and the little that must be known of Markdown to test them.</summary>
internal static partial class Markdown
{
    public static IEnumerable<string> Files => Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal));

    public static IEnumerable<Block> Blocks(string file)
    {
        var text = Repository.Read(file);
        return BlockPattern().Matches(text).Select(match => new Block(
            file, text[..match.Index].Count(character => character == '\n') + 1, match.Groups["language"].Value,
                match.Groups["text"].Value));
    }

    /// <summary>The targets of a document's links.</summary>
    public static IEnumerable<string> Links(string file) =>
        LinkPattern().Matches(WithoutBlocks(file)).Select(match => match.Groups[1].Value);

    /// <summary>The names by which a document's headings can be linked to.</summary>
    public static IEnumerable<string> Anchors(string file) => HeadingPattern().Matches(WithoutBlocks(file))
        .Select(match => NotInAnchors().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string WithoutBlocks(string file) => BlockPattern().Replace(Repository.Read(file), "");

    [GeneratedRegex(@"^ *```(?<language>\w+)\n(?<text>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
