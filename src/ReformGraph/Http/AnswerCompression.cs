using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace ReformGraph.Http;

/// <summary>Compresses what gains by it: below about one packet the effort and the frame outweigh the saving.</summary>
internal sealed class AnswerCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private const int WorthCompressing = 1_400;

    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength is not < WorthCompressing && base.ShouldCompressResponse(context);
}
