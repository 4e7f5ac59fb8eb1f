using ReformGraph.Access;

namespace ReformGraph.Http;

/// <summary>Admits only senders that the server knows, whatever the path, and adds the <see cref="Actor"/> to the request's
/// features.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, Authentication authentication)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(await authentication.ActorOfAsync(context.Request.Headers.Authorization));
        await next(context);
    }
}
