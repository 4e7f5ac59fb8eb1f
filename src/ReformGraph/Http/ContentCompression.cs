using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace ReformGraph.Http;

/// <summary>Compresses what gains by it and is not encoded already: below about one packet the effort and the frame outweigh the
/// saving.</summary>
internal sealed class ContentCompression(IServiceProvider services,
    IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <summary>From how many bytes on an answer is compressed.</summary>
    public const int WorthCompressing = 1_400;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < WorthCompressing && context.Response.Headers.ContentEncoding.Count == 0
            && base.ShouldCompressResponse(context);
}
