using System.Text;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Extraction;

/// <summary>A format of reports.</summary>
/// <param name="Extension">How the names of its files end.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Unit">What places in it are counted by, in refusals.</param>
internal sealed record ReportFormat(string Extension, string MediaType, string Unit)
{
    /// <summary>Plain text, in UTF-8, UTF-16 or GB18030.</summary>
    public static ReportFormat Text { get; } = new(".txt", "text/plain", "line");

    /// <summary>A Word file.</summary>
    public static ReportFormat Word { get; } =
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "line");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } = [Text, Word];

    /// <summary>The format of a file by its name, or null.</summary>
    public static ReportFormat? OfFile(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a media type, or null.</summary>
    public static ReportFormat? OfMediaType(string type) =>
        All.FirstOrDefault(format => type.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads the text of a report.</summary>
    /// <param name="file">The file, which is one that can be sought in.</param>
    /// <param name="mostBytes">How many bytes the parts of a Word file may unpack to.</param>
    /// <exception cref="TableException">It is not of the format, or damaged, or more than is taken.</exception>
    public ReportContent Read(Stream file, long mostBytes)
    {
        var report = this == Word ? WordFile.Read(file, mostBytes) : ReadText(file);
        return report.Text.Length <= ReportContent.MostCharacters
            ? report
            : throw TableException.OverLimit(1, null, ReportContent.MostCharacters,
            new("characters in a report", "个字符（一份报告）"));
    }

    // A text without a mark is UTF-8 if it can be, and GB18030 otherwise.
    private static ReportContent ReadText(Stream file)
    {
        var start = new byte[4];
        file.Position = 0;
        var marked = TextEncoding.MarkedIn(start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)));
        var encoding = marked?.Encoding ?? TextEncoding.Utf8;
        var wrong = FirstLineNotOf(encoding, file, marked?.Length ?? 0);
        if (wrong is not null && marked is null)
        {
            encoding = TextEncoding.Gb18030;

            // It is told where the one of the two ends that it is of for longer.
            wrong = FirstLineNotOf(encoding, file, 0) is { } other ? Math.Max(wrong.Value, other) : null;
        }

        if (wrong is { } line)
        {
            throw new TableException(line, null, null, marked is null
                ? new("text in UTF-8 or GB18030", "UTF-8 或 GB18030 编码的文本")
                : new($"valid {encoding.Name}", $"有效的 {encoding.Name}"));
        }

        file.Position = marked?.Length ?? 0;
        using var reader = new StreamReader(file, encoding.Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = new StringBuilder();
        var buffer = new char[16_384];
        for (int read; (read = reader.Read(buffer)) > 0 && text.Length <= ReportContent.MostCharacters;)
        {
            text.Append(buffer, 0, read);
        }

        var plain = text.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
        return plain.Contains('\0', StringComparison.Ordinal)
            ? throw new TableException(1, null, null, new(
                "text without null characters, or a Word file in the format DOCX",
                    "不含空字符的文本，或 DOCX 格式的 Word 文件"))
            : new(plain, plain.Length);
    }

    private static int? FirstLineNotOf(TextEncoding encoding, Stream file, int from)
    {
        file.Position = from;
        return encoding.FirstLineNotOf(file);
    }
}
