namespace ReformGraph.Domain.Quantities;

/// <summary>
/// Folds a text for reading, character by character, so that positions in it are positions in the text: full-width digits, letters, signs
/// and spaces become ASCII, brackets and punctuation become full-width, and the many hyphens and quotation marks become a few.
/// </summary>
internal static class FoldedText
{
    private const string FinancialDigits = "壹贰叁肆伍陆柒捌玖拾佰仟萬億";
    private const string PlainDigits = "一二三四五六七八九十百千万亿";

    /// <summary>The folded text, as long as the text.</summary>
    public static string Fold(string text)
    {
        var folded = new char[text.Length];
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            folded[at] = text[at] switch
            {
                '，' or ',' => IsBetweenDigits(text, at) ? ',' : '，',
                '"' or '＂' => (isQuoted = !isQuoted) ? '“' : '”',
                '\n' => NewLine(out isQuoted),
                var other => Folded(other),
            };
        }

        FoldFinancialDigits(folded);
        return new(folded);
    }

    private static char Folded(char character) => character switch
    {
        '(' or '（' => '（',
        ')' or '）' => '）',
        ':' or '：' or '∶' => '：',
        ';' or '；' => '；',
        '!' or '！' => '！',
        '?' or '？' => '？',
        '〜' or '～' => '~',
        '\u2010' or '\u2011' or '\u2212' or '－' => '-',
        '–' or '―' or '─' => '—',
        '「' or '『' or '‘' or '〝' => '“',
        '」' or '』' or '’' or '〞' => '”',
        '〈' => '《',
        '〉' => '》',
        '\u00A0' or '\u3000' or '\u2002' or '\u2003' or '\u2009' or '\u202F' => ' ',
        '○' => '〇',
        >= '！' and <= '～' => (char)(character - '！' + '!'),
        _ => character,
    };

    private static char NewLine(out bool isQuoted)
    {
        isQuoted = false; // an open mark does not continue in the next paragraph
        return '\n';
    }

    // A full-width comma is one within any number only if its digits are full-width too: ArabicDigits reads the others.
    private static bool IsBetweenDigits(string text, int at) =>
        at > 0 && at + 1 < text.Length
        && (text[at] == ',' ? IsDigit(text[at - 1]) && IsDigit(text[at + 1]) : IsFullWidth(text[at - 1]) && IsFullWidth(text[at + 1]));

    private static bool IsDigit(char character) => char.IsAsciiDigit(character) || IsFullWidth(character);

    private static bool IsFullWidth(char character) => character is >= '０' and <= '９';

    // Alone they are parts of words: 队伍, 陆续.
    private static void FoldFinancialDigits(char[] folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && FinancialDigits.Contains(folded[end], StringComparison.Ordinal))
            {
                end++;
            }

            for (var digit = at; end - at > 1 && digit < end; digit++)
            {
                folded[digit] = PlainDigits[FinancialDigits.IndexOf(folded[digit], StringComparison.Ordinal)];
            }

            at = Math.Max(end, at + 1);
        }
    }
}
