using System.Text;

namespace ReformGraph.Data.Extraction;

/// <summary>
/// Marks in the text of a Word file while it is written, in characters that Unicode excludes from texts. When the text is complete they are
/// removed, and their positions show what they marked.
/// </summary>
internal static class WordMarks
{
    /// <summary>A reference to a note.</summary>
    public const char Reference = '\uFDD2';

    /// <summary>Where the notes begin.</summary>
    public const char Notes = '\uFDD3';

    private const char Number = '\uFDD0', NumberEnd = '\uFDD1';

    /// <summary>Whether a character is reserved for marks.</summary>
    public static bool IsMark(char character) => character is >= Number and <= Notes;

    /// <summary>An automatic number between its marks.</summary>
    public static string Numbered(string number) => number.Length == 0 ? "" : $"{Number}{number}{NumberEnd}";

    /// <summary>
    /// The text without marks, and what they marked. A reference between two digits leaves a character, so that they do not become one
    /// number.
    /// </summary>
    public static ReportContent Resolve(IReadOnlyList<string> lines)
    {
        var marked = string.Concat(lines.Select(line => $"{line}\n"));
        var (text, numbers, start, notes) = (new StringBuilder(marked.Length), new List<(int Start, int End)>(), 0, -1);
        for (var at = 0; at < marked.Length; at++)
        {
            switch (marked[at])
            {
                case Number:
                    start = text.Length;
                    break;
                case NumberEnd:
                    numbers.Add((start, text.Length));
                    break;
                case Notes:
                    notes = notes < 0 ? text.Length : notes;
                    break;
                case Reference:
                    if (text.Length > 0 && char.IsDigit(text[^1]) && NextIsDigit(marked, at))
                    {
                        text.Append(WordSymbols.Unknown);
                    }

                    break;
                case var character:
                    text.Append(character);
                    break;
            }
        }

        return new(text.ToString(), notes < 0 ? text.Length : notes) { Numbers = numbers };
    }

    private static bool NextIsDigit(string marked, int at)
    {
        while (at < marked.Length && marked[at] == Reference)
        {
            at++;
        }

        return at < marked.Length && char.IsDigit(marked[at]);
    }
}
