using System.Text;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Extraction;

/// <summary>A format of reports.</summary>
/// <param name="Extension">The extension of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Unit">The unit of places in it, for errors.</param>
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
    /// <param name="file">The file, which must be seekable.</param>
    /// <param name="mostBytes">The maximum number of bytes to which the parts of a Word file may unpack.</param>
    /// <exception cref="TableException">It does not have the format, is damaged, or exceeds a limit.</exception>
    public ReportContent Read(Stream file, long mostBytes) =>
        (this == Word ? WordFile.Read(file, mostBytes) : ReadText(file)).WithinLimit();

    // A text without a byte order mark is UTF-8 if that is possible, and otherwise GB18030.
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

            // The error is at the place where the encoding that fits for longer ends.
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
        return new(plain, plain.Length);
    }

    private static int? FirstLineNotOf(TextEncoding encoding, Stream file, int from)
    {
        file.Position = from;
        return encoding.FirstLineNotOf(file);
    }
}
