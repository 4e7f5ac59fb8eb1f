using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// The address at which clients reach the server, for the links in responses: the setting <see cref="ReformGraphOptions.PublicUrl"/> or,
/// without it, the address to which a request was sent. A proxy's headers are not trusted, because any client can send them.
/// </summary>
internal sealed class PublicAddress(RequestDelegate next, ReformGraphOptions options)
{
    private readonly Uri address = new(options.PublicUrl!);

    /// <summary>The address before the paths of the server.</summary>
    public static string BaseUrl(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        (request.Scheme, request.Host, request.PathBase) =
            (address.Scheme, new HostString(address.Authority), PathString.FromUriComponent(address.AbsolutePath.TrimEnd('/')));
        return next(context);
    }
}
