using CsvHelper;

namespace ReformGraph.Data.Tables;

/// <summary>
/// How a CSV file is written: its encoding, its cell separator, and its number format. What is not specified is detected from the file if
/// there is no doubt: UTF-8 if all of it is valid UTF-8, otherwise GB18030 if it is valid and its headings are known.
/// </summary>
internal sealed record CsvDialect(TextEncoding Encoding, char Separator, NumberNotation Numbers)
{
    private const char Tab = '\t';
    private const char Mark = '\uFEFF';
    private const string SeparatorLine = "sep=";

    private static readonly char[] Separators = [',', ';', Tab];

    /// <summary>The number of lines before the header: one that names the separator, or none.</summary>
    public int LinesBefore { get; private init; }

    private long Start { get; init; }

    /// <summary>Detects how a file is written.</summary>
    /// <exception cref="TableException">It has no known encoding, or is in GB18030 without known headings.</exception>
    public static CsvDialect Detect(Stream file, TableOptions options)
    {
        var mark = new byte[4];
        file.Position = 0;
        var marked = TextEncoding.MarkedIn(mark.AsSpan(0, file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)));
        var start = marked is { } found && (options.Encoding ?? found.Encoding) == found.Encoding && found.Encoding != TextEncoding.Utf8
            ? found.Length : 0;
        if ((options.Encoding ?? marked?.Encoding) is { } named)
        {
            return named == TextEncoding.Utf8 || LineNotOf(file, named, start) is not { } line
                ? Detect(file, options, named, start)
                : throw new TableException(line, null, null,
                    new($"text in {named.Name}, according to charset or the byte order mark",
                        $"{named.Name} 编码的文本（如 charset 或文件标记所指明）"));
        }

        if (LineNotOf(file, TextEncoding.Utf8, 0) is null || LineNotOf(file, TextEncoding.Gb18030, 0) is not null)
        {
            return Detect(file, options, TextEncoding.Utf8, 0); // which rejects invalid bytes, with their place
        }

        var form = Detect(file, options, TextEncoding.Gb18030, 0);
        var (lines, _) = form.LinesOf(file, options);
        var (known, all) = Best(lines, form.Separator, options);
        return known == all && all > 0
            ? form
            : throw new TableException(1 + form.LinesBefore, null, lines[0], new(
                "known headings, but the file is not in UTF-8 and seems to be in GBK: give the encoding in charset, or save the file as " +
                "UTF-8",
                "可识别的列标题：文件不是 UTF-8，可能是 GBK，请用 charset 指明编码，或另存为 UTF-8"));
    }

    /// <summary>The text of the file, starting with its header, in UTF-8.</summary>
    public Stream Open(Stream file)
    {
        var text = Text(file);
        for (var (left, one) = (LinesBefore, new byte[1]); left > 0 && text.Read(one) > 0;)
        {
            left -= one[0] == '\n' ? 1 : 0; // byte by byte: another reader continues after it
        }

        return text;
    }

    private static int? LineNotOf(Stream file, TextEncoding encoding, int start)
    {
        file.Position = start;
        return encoding.FirstLineNotOf(file);
    }

    private static CsvDialect Detect(Stream file, TableOptions options, TextEncoding encoding, int start)
    {
        var form = new CsvDialect(encoding, ',', NumberNotation.Usual) { Start = start };
        var (lines, separator) = form.LinesOf(file, options);
        var chosen = separator ?? Separators.MaxBy(candidate => Best(lines, candidate, options).Known);
        return form with
        {
            Separator = chosen,
            LinesBefore = separator is null ? 0 : 1,
            Numbers = options.Decimal is { } sign ? new(sign, true) : chosen == ',' ? NumberNotation.Usual : new('.', false),
        };
    }

    private CheckedText Text(Stream file)
    {
        file.Position = Start;
        return new CheckedText(Encoding == TextEncoding.Utf8 ? file
            : System.Text.Encoding.CreateTranscodingStream(file, Encoding.Strict, System.Text.Encoding.UTF8, leaveOpen: true));
    }

    /// <summary>The lines that may be the header, and the separator named by a line before them.</summary>
    private (string[] Lines, char? Separator) LinesOf(Stream file, TableOptions options)
    {
        using var text = Text(file);
        var count = options.Search is null ? 1 : TableStart.MostRows;
        var lines = FirstLines(text, count + 1);
        return lines[0].StartsWith(SeparatorLine, StringComparison.OrdinalIgnoreCase) && lines[0].Length > SeparatorLine.Length
            ? ([.. lines.Skip(1).Append(string.Empty).Take(count)], SeparatorOf(lines[0][SeparatorLine.Length]))
            : ([.. lines.Take(count)], null);
    }

    // A searched header may have a heading that only the user knows.
    private static (int Known, int All) Best(string[] lines, char separator, TableOptions options)
    {
        if (options.Search is not { } search)
        {
            return Known(lines[0], separator, heading => options.Headings.Find(heading) is not null);
        }

        var (known, all) = lines.Select(line => Known(line, separator, search.IsKnown)).MaxBy(line => line.Known);
        return known > 1 ? (known, known) : (known, all);
    }

    private static char SeparatorOf(char named) => Separators.Contains(named) || named == '|' ? named
        : throw new TableException(1, null, named.ToString(),
            new("sep= with a comma, a semicolon, a tab or a vertical bar", "sep= 后为逗号、分号、制表符或竖线"));

    /// <summary>The first lines without their line endings; a line continues while a quote is open.</summary>
    private static string[] FirstLines(CheckedText text, int count)
    {
        var (bytes, buffer, ends, isQuoted) = (new List<byte>(), new byte[4_096], new List<int>(), false);
        for (int read; ends.Count < count && bytes.Count < TableReader.LongestRow && (read = text.Read(buffer)) > 0;)
        {
            foreach (var one in buffer.AsSpan(0, read))
            {
                isQuoted ^= one == '"';
                bytes.Add(one);
                if (one == '\n' && !isQuoted)
                {
                    ends.Add(bytes.Count);
                }
            }
        }

        if (ends.Count < count)
        {
            ends.Add(bytes.Count);
        }

        return [.. ends.Take(count).Select((end, at) => LineOf(bytes[(at == 0 ? 0 : ends[at - 1])..end]))];
    }

    private static string LineOf(List<byte> bytes) => System.Text.Encoding.UTF8.GetString([.. bytes]).TrimStart(Mark).TrimEnd('\r', '\n');

    /// <summary>The number of headings for a separator, not counting empty ones at the end, and how many of them are known.</summary>
    private static (int Known, int All) Known(string header, char separator, Func<string, bool> isKnown)
    {
        try
        {
            using var reader = CsvReader.Create(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(header)),
                CsvTable.OptionsFor(separator), leaveOpen: false);
            reader.ReadHeader();
            var named = reader.Headers.Where(heading => heading.Trim().Length > 0).ToList();
            return (named.Count(isKnown), named.Count);
        }
        catch (CsvFormatException)
        {
            return (0, 0);
        }
    }
}
