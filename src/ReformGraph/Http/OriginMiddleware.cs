using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>Rejects the preflights of pages that may not call the server, and names the setting that would allow them.</summary>
internal sealed class OriginMiddleware(RequestDelegate next, ReformGraphOptions options)
{
    private readonly CorsPolicy allowed =
        new CorsPolicyBuilder(options.AllowedOrigins.Split(';', StringSplitOptions.RemoveEmptyEntries)).Build();

    public Task InvokeAsync(HttpContext context)
    {
        var (request, origin) = (context.Request, context.Request.Headers.Origin.ToString());
        return HttpMethods.IsOptions(request.Method) && origin.Length > 0 && request.Headers.ContainsKey(
            HeaderNames.AccessControlRequestMethod) && !allowed.AllowAnyOrigin && !allowed.IsOriginAllowed(origin)
            ? throw RequestErrors.Create(ServerErrorCodes.OriginNotAllowed,
                $"Pages of '{SourceText.Shorten(origin)}' may not call this server; the setting AllowedOrigins lists those that may.",
                ("setting", nameof(ReformGraphOptions.AllowedOrigins)))
            : next(context);
    }
}
