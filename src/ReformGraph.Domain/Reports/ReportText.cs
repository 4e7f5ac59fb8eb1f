using System.Security.Cryptography;
using System.Text;

namespace ReformGraph.Domain.Reports;

/// <summary>
/// The text of a report's document, addressed as in locators: by Unicode characters, and by sentences. A sentence starts after the 。
/// before it or at the start of its line, and ends with its own 。, which belongs to it, or at the end of the line.
/// </summary>
internal sealed class ReportText
{
    private readonly Rune[] characters;

    /// <summary>Takes a text.</summary>
    /// <param name="text">The text, without a byte order mark and carriage returns.</param>
    public ReportText(string text)
    {
        Whole = text;
        characters = [.. text.EnumerateRunes()];
    }

    /// <summary>All of it.</summary>
    public string Whole { get; }

    /// <summary>The SHA-256 of its UTF-8, in lower-case hexadecimal digits.</summary>
    public string Sha256 => field ??= Hash(Whole);

    /// <summary>The number of characters.</summary>
    public int Length => characters.Length;

    /// <summary>Every sentence, in order.</summary>
    public IEnumerable<string> Sentences
    {
        get
        {
            for (var start = 0; start < characters.Length;)
            {
                var sentence = SentenceAt(start, 1) ?? string.Empty;
                if (sentence.Length > 0)
                {
                    yield return sentence;
                }

                start += Math.Max(1, sentence.EnumerateRunes().Count());
            }
        }
    }

    /// <summary>The SHA-256 of a text's UTF-8, in lower-case hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The number of the line of a place, counted from 1.</summary>
    public int LineOf(int start) => 1 + characters.AsSpan(0, start).Count(new Rune('\n'));

    /// <summary>The characters of a passage; null if the document ends before it.</summary>
    public string? Passage(int start, int length) => Holds(start, length) ? Text(start, start + length) : null;

    /// <summary>The first place of a text; null if it has none.</summary>
    public int? Find(string part) => Whole.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at
        ? at - Whole.Take(at).Count(char.IsLowSurrogate) : null;

    /// <summary>The sentence that contains a passage; null if it is in none or in more than one.</summary>
    public string? SentenceAt(int start, int length)
    {
        if (length == 0 || !Holds(start, length) || characters[start].Value == '\n')
        {
            return null;
        }

        var first = start;
        while (first > 0 && !Ends(first - 1))
        {
            first--;
        }

        var end = start;
        while (end < characters.Length && !Ends(end))
        {
            end++;
        }

        if (end < characters.Length && characters[end].Value == '。')
        {
            end++;
        }

        return start + length <= end ? Text(first, end) : null;
    }

    private bool Holds(int start, int length) => start >= 0 && length >= 0 && start <= characters.Length - length;

    private bool Ends(int position) => characters[position].Value is '。' or '\n';

    private string Text(int start, int end) => string.Concat(characters[start..end].Select(character => character.ToString()));
}
