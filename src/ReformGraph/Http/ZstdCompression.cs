using Microsoft.AspNetCore.ResponseCompression;
using ZstdSharp;

namespace ReformGraph.Http;

/// <summary>The content coding <c>zstd</c> (RFC 9659), which the framework does not bring.</summary>
internal sealed class ZstdCompression : ICompressionProvider
{
    private const int Level = 3;

    public string EncodingName => "zstd";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new CompressionStream(outputStream, Level, leaveOpen: true);
}
