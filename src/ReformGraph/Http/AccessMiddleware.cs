using ReformGraph.Access;

namespace ReformGraph.Http;

/// <summary>Lets nobody past whom the server does not know, whatever the path, and leaves the <see cref="Actor"/> among the request's
/// features.</summary>
internal sealed class AccessMiddleware(RequestDelegate next, Authentication authentication)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Features.Set(await authentication.ActorOfAsync(context.Request.Headers.Authorization));
        await next(context);
    }
}
