using System.Net;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Errors;
using ReformGraph.Logging;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>Admits only senders that the server knows, whatever the path, and adds the <see cref="Actor"/> to the request's features. What
/// a sender may not do is logged, as are failed logins; those of one address are answered later and later.</summary>
internal sealed partial class AccessMiddleware(RequestDelegate next, Authentication authentication, FailedLogins failed,
    ILoggerFactory loggers, ServerMetrics metrics)
{
    private readonly ILogger log = loggers.CreateLogger(nameof(LogLevelOptions.Access));

    public async Task InvokeAsync(HttpContext context)
    {
        Actor? actor = null;
        try
        {
            actor = await authentication.ActorOfAsync(context.Request.Headers.Authorization);
            context.Features.Set(actor);
            await next(context);
        }
        catch (RequestErrorException refused) when (actor is null)
        {
            metrics.Refuse(refused.Errors[0].Code);
            LogLogin(context, refused);
            if (context.Request.Headers.Authorization.Count > 0 && context.Connection.RemoteIpAddress is { } address
                && !IPAddress.IsLoopback(address))
            {
                await failed.WaitAsync(RateLimits.NetworkOf(address), context.RequestAborted);
            }

            throw;
        }
        catch (RequestErrorException refused) when (actor is not null && refused.Errors[0].Code == ErrorCodes.Forbidden)
        {
            metrics.Refuse(ErrorCodes.Forbidden);
            LogForbidden(ClientText.Shown(actor.Name), actor.Role.Name(), RequestLog.PathOf(context.Request), context.TraceIdentifier);
            throw;
        }
    }

    private void LogLogin(HttpContext context, RequestErrorException refused)
    {
        var (address, path) = (context.Connection.RemoteIpAddress, RequestLog.PathOf(context.Request));
        if (refused.Data[Authentication.Holder] is string key)
        {
            LogHolder(key, address, path, context.TraceIdentifier, refused.Message);
        }
        else
        {
            LogUnknown(address, path, context.TraceIdentifier, refused.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The key {Key} from {Address} at {Path} was refused in the request {TraceId}: {Reason}")]
    private partial void LogHolder(string key, IPAddress? address, string path, string traceId, string reason);

    [LoggerMessage(LogLevel.Warning, "A login from {Address} at {Path} was refused in the request {TraceId}: {Reason}")]
    private partial void LogUnknown(IPAddress? address, string path, string traceId, string reason);

    [LoggerMessage(LogLevel.Warning, "{Key} may not do what it asked for at {Path} in the request {TraceId}: its role is {Role}")]
    private partial void LogForbidden(string key, string role, string path, string traceId);
}
