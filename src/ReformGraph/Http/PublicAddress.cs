using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Where clients reach the server, as the links in answers have it: the setting <see cref="ReformGraphOptions.PublicUrl"/>,
/// and without it what a request
/// was sent to. A proxy's headers are not believed: whoever sends a request can write them.
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
