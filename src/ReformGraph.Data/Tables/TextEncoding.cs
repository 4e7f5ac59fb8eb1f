using System.Text;

namespace ReformGraph.Data.Tables;

/// <summary>An encoding of text files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Strict">Decodes it, and rejects invalid bytes.</param>
internal sealed record TextEncoding(string Name, IReadOnlyList<string> Aliases, Encoding Strict)
{
    /// <summary>UTF-8.</summary>
    public static TextEncoding Utf8 { get; } = new("UTF-8", ["utf8"], new UTF8Encoding(false, throwOnInvalidBytes: true));

    /// <summary>
    /// GB18030 as .NET reads it, in the edition of 2000, and so also GBK and GB2312, which are subsets of it. The byte 0x80, which it does
    /// not define, is the euro sign, as written by Excel.
    /// </summary>
    public static TextEncoding Gb18030 { get; } = new("GB18030", ["gbk", "gb2312", "cp936"],
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, new EuroFallback())!);

    private static TextEncoding Utf16 { get; } =
        new("UTF-16", ["utf-16le"], new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true));

    private static TextEncoding Utf16BigEndian { get; } =
        new("UTF-16BE", [], new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TextEncoding> All { get; } = [Utf8, Utf16, Utf16BigEndian, Gb18030];

    /// <summary>The encoding with a name, or null.</summary>
    public static TextEncoding? Find(string name) =>
        All.FirstOrDefault(one => one.Aliases.Append(one.Name).Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The encoding of a file's byte order mark, with the length of the mark; null if it has none.</summary>
    public static (TextEncoding Encoding, int Length)? MarkedIn(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => null, // UTF-32, which is rejected by name
        [0xFF, 0xFE, ..] => (Utf16, 2),
        [0xFE, 0xFF, ..] => (Utf16BigEndian, 2),
        _ => null,
    };

    /// <summary>The line in which a text is no longer valid in the encoding; null if all of it is.</summary>
    /// <param name="file">The text, which is read from its present position.</param>
    public int? FirstLineNotOf(Stream file)
    {
        var (decoder, bytes, characters, line) = (Strict.GetDecoder(), new byte[16_384], new char[Strict.GetMaxCharCount(16_384)], 1);
        while (true)
        {
            var read = file.Read(bytes);
            try
            {
                var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
                line += characters.AsSpan(0, count).Count('\n');
            }
            catch (DecoderFallbackException wrong)
            {
                return line + bytes.AsSpan(0, Math.Clamp(wrong.Index, 0, read)).Count((byte)'\n');
            }

            if (read == 0)
            {
                return null;
            }
        }
    }

    private sealed class EuroFallback : DecoderFallback
    {
        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private const byte Euro = 0x80;

            private bool isLeft;

            public override int Remaining => isLeft ? 1 : 0;

            public override bool Fallback(byte[] bytesUnknown, int index) =>
                isLeft = bytesUnknown is [Euro]
                    ? true : throw new DecoderFallbackException("The bytes are not of the encoding.", bytesUnknown, index);

            public override char GetNextChar()
            {
                var next = isLeft ? '€' : '\0';
                isLeft = false;
                return next;
            }

            public override bool MovePrevious() => false;

            public override void Reset() => isLeft = false;
        }
    }
}
