using System.Text;
using System.Text.Unicode;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Tables;

/// <summary>
/// Passes the bytes of a text file through as they are read, if they are UTF-8 without U+0000. The error says what they seem to be instead:
/// files from Excel are often in GBK. The source stays open.
/// </summary>
internal sealed class CheckedText(Stream source) : Stream
{
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"),
        ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"),
        ([0xFF, 0xFE], "UTF-16"),
        ([0xFE, 0xFF], "UTF-16"),
    ];

    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];

    private static readonly Bilingual Valid = new("valid UTF-8", "有效的 UTF-8");

    private readonly Decoder decoder = TextEncoding.Utf8.Strict.GetDecoder();
    private readonly char[] decoded = new char[16_384];
    private int line = 1;
    private bool isBegun;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        buffer = buffer[..Math.Min(buffer.Length, decoded.Length)];
        var read = source.ReadAtLeast(buffer, isBegun ? 1 : Math.Min(4, buffer.Length), throwOnEndOfStream: false);
        Check(buffer[..read], isLast: read == 0);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static void CheckMark(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, name) in Marks)
        {
            if (bytes.StartsWith(mark))
            {
                throw Refused(1, null, new($"text in UTF-8, but the file is in {name}: save it as UTF-8",
                    $"UTF-8 文本，而此文件是 {name} 文本：请另存为 UTF-8"));
            }
        }

        if (bytes.StartsWith(Zip))
        {
            throw Refused(1, null, new(
                "text in UTF-8, but the file is compressed (ZIP), as workbooks are: send a workbook as one (.xlsx), or save it as CSV",
                "UTF-8 文本，而此文件是压缩文件（ZIP），如工作簿：请以工作簿（.xlsx）提交，" +
                "或另存为 CSV"));
        }
    }

    private void Check(ReadOnlySpan<byte> bytes, bool isLast)
    {
        if (!isBegun)
        {
            isBegun = true;
            CheckMark(bytes);
        }

        if (bytes.IndexOf((byte)0) is >= 0 and var at)
        {
            throw Refused(line + bytes[..at].Count((byte)'\n'), TextAround(bytes, at),
                new("text without the character U+0000", "不含字符 U+0000 的文本"));
        }

        try
        {
            decoder.Convert(bytes, decoded, isLast, out _, out _, out _);
        }
        catch (DecoderFallbackException)
        {
            throw NotUtf8(bytes);
        }

        line += bytes.Count((byte)'\n');
    }

    private TableException NotUtf8(ReadOnlySpan<byte> bytes)
    {
        var first = line;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var text = bytes[range];
            if (!Utf8.IsValid(text))
            {
                return Refused(line, Encoding.UTF8.GetString(text), IsGbk(text)
                    ? new("valid UTF-8, but this seems to be GBK: save the file as UTF-8",
                        "有效的 UTF-8，而此处似乎是 GBK：请将文件另存为 UTF-8") : Valid);
            }

            line++;
        }

        return Refused(first, null, Valid); // the previous read cut a character in two
    }

    private static TableException Refused(int line, string? value, Bilingual expected) =>
        new(line, null, value, expected) { Unit = "line" };

    // Pairs of bytes that are common characters in GBK hardly ever occur by chance.
    private static bool IsGbk(ReadOnlySpan<byte> text)
    {
        var chinese = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < 0x80)
            {
                continue;
            }

            if (text[at] is < 0xB0 or > 0xF7 || at + 1 == text.Length || text[at + 1] < 0xA1)
            {
                return false;
            }

            (chinese, at) = (chinese + 1, at + 1);
        }

        return chinese > 0;
    }

    private static string TextAround(ReadOnlySpan<byte> bytes, int at)
    {
        var start = bytes[..at].LastIndexOf((byte)'\n') + 1;
        var length = bytes[at..].IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(length < 0 ? bytes[start..] : bytes[start..(at + length)]);
    }
}
