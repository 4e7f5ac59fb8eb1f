using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace ReformGraph.Http;

/// <summary>Compresses what benefits and is not encoded already: below about one packet, the effort and the frame outweigh the
/// savings.</summary>
internal sealed class ContentCompression(IServiceProvider services,
    IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <summary>The minimum number of bytes of a compressed response.</summary>
    public const int WorthCompressing = 1_400;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < WorthCompressing && context.Response.Headers.ContentEncoding.Count == 0
            && base.ShouldCompressResponse(context);
}
