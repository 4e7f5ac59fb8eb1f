using System.Buffers.Text;
using System.Text;

namespace ReformGraph.Data.Tables;

/// <summary>
/// Reversibly prevents the texts of a CSV file from being executed as formulas: a text that a spreadsheet would execute gets an apostrophe
/// in front, and a text that begins with an apostrophe gets another one.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>The mark in front.</summary>
    public const char Mark = '\'';

    /// <summary>Whether a text, in UTF-8, needs the mark in front: it begins like a formula and is not a number, or begins with a
    /// mark.</summary>
    public static bool Covers(ReadOnlySpan<byte> text) =>
        !text.IsEmpty && (text[0] == Mark || (IsFormula((char)text[0]) && !IsNumber(text)));

    /// <summary>A text with the mark in front, if it needs one.</summary>
    public static string Guard(string text) => Covers(Encoding.UTF8.GetBytes(text)) ? Mark + text : text;

    /// <summary>The text that was guarded. A mark in front of anything else belongs to the text.</summary>
    public static string Unguard(string text) => text is [Mark, var next, ..] && (next == Mark || IsFormula(next)) ? text[1..] : text;

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r';

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        text is [(byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'9', ..] && Utf8Parser.TryParse(text, out double _, out var length)
            && length == text.Length;
}
