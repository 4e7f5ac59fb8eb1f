using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using ZstdSharp;

namespace ReformGraph.Http;

/// <summary>A content coding of responses.</summary>
/// <param name="name">Its name in Accept-Encoding.</param>
/// <param name="quick">Encodes a response while it is sent.</param>
/// <param name="best">Encodes what is sent many times.</param>
internal sealed class ContentCoding(string name, Func<Stream, Stream> quick, Func<Stream, Stream> best) : ICompressionProvider
{
    // .NET's Brotli makes a separate block of each write, and responses are written in pieces of 4 KB: without a buffer they would be four
    // times as large.
    private const int BrotliBlock = 64 * 1024;

    private const int QuickZstd = 3, BestZstd = 19;

    /// <summary>The codings that the server supports, in order of preference.</summary>
    public static IReadOnlyList<ContentCoding> All { get; } =
    [
        new(
            "br",
            output => new BufferedStream(new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true), BrotliBlock),
            output => new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true)),
        new(
            "gzip",
            output => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true),
            output => new GZipStream(output, CompressionLevel.SmallestSize, leaveOpen: true)),
        new(
            "zstd", // RFC 9659
            output => new CompressionStream(output, QuickZstd, leaveOpen: true),
            output => new CompressionStream(output, BestZstd, leaveOpen: true)),
    ];

    public string EncodingName => name;

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => quick(outputStream);

    /// <summary>Encodes a whole response at once.</summary>
    public byte[] Encode(ReadOnlyMemory<byte> answer) => Encode(answer, quick);

    /// <summary>Encodes a whole response as well as possible; this takes seconds for a large one.</summary>
    public byte[] EncodeBest(ReadOnlyMemory<byte> answer) => Encode(answer, best);

    private static byte[] Encode(ReadOnlyMemory<byte> answer, Func<Stream, Stream> with)
    {
        using var encoded = new MemoryStream();
        using (var stream = with(encoded))
        {
            stream.Write(answer.Span);
        }

        return encoded.ToArray();
    }
}
