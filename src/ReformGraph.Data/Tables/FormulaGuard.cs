using System.Buffers.Text;
using System.Text;

namespace ReformGraph.Data.Tables;

/// <summary>
/// Keeps the texts of a CSV file from being run as formulas, so that it can be undone:
/// a text that a spreadsheet would run has an apostrophe in front, and
/// a text that begins with an apostrophe has another one.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>What stands in front.</summary>
    public const char Mark = '\'';

    /// <summary>Whether a text, in UTF-8, is to have the mark in front: it begins like a formula and is no number,
    /// or begins with a mark.</summary>
    public static bool Covers(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (text[0] == Mark || (IsFormula((char)text[0]) && !IsNumber(text)));

    /// <summary>A text with the mark in front where it is to have one.</summary>
    public static string Guard(string text) => Covers(Encoding.UTF8.GetBytes(text)) ? Mark + text : text;

    /// <summary>The text that was guarded. One with a mark in front of anything else is that text.</summary>
    public static string Unguard(string text) => text is [Mark, var next, ..] && (next == Mark || IsFormula(next)) ? text[1..] : text;

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        text is [(byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'9', ..] && Utf8Parser.TryParse(text, out double _, out var length)
            && length == text.Length;
}
