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

    /// <summary>Decodes a document.</summary>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public ReportText(byte[] file)
    {
        Sha256 = Hash(file);
        characters = [.. new UTF8Encoding(false, true).GetString(file).EnumerateRunes()];
    }

    /// <summary>The SHA-256 of the file.</summary>
    public string Sha256 { get; }

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
    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>The characters of a passage; null if the document ends before it.</summary>
    public string? Passage(int start, int length) => Holds(start, length) ? Text(start, start + length) : null;

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

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private bool Holds(int start, int length) => start >= 0 && length >= 0 && start <= characters.Length - length;

    private bool Ends(int position) => characters[position].Value is '。' or '\n';

    private string Text(int start, int end) => string.Concat(characters[start..end].Select(character => character.ToString()));
}
