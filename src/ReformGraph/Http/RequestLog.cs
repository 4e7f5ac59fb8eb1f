using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Logging;

namespace ReformGraph.Http;

/// <summary>Logs a line for each request that reaches it. Everything that answers a request can add to it what it knows.</summary>
internal sealed class RequestLog(RequestDelegate next, ILoggerFactory loggers, TimeProvider time)
{
    private readonly ILogger log = loggers.CreateLogger(RequestLine.LogName);

    /// <summary>The line of a request; null if it is not logged.</summary>
    public static RequestLine? LineOf(HttpContext context) => context.Features.Get<RequestLine>();

    /// <summary>The path of a request, as the log shows it.</summary>
    public static string PathOf(HttpRequest request) => ClientText.PathOf(request.PathBase + request.Path);

    public Task InvokeAsync(HttpContext context)
    {
        if (Activity.Current is { } span)
        {
            context.TraceIdentifier = span.TraceId.ToHexString(); // there is none unless traces are exported
        }

        // Whoever watches the server's health asks every few seconds.
        var level = Health.Serves(context.Request) ? LogLevel.Debug : LogLevel.Information;
        return log.IsEnabled(level) ? LogAsync(context, level) : next(context);
    }

    private async Task LogAsync(HttpContext context, LogLevel level)
    {
        var (request, body) = (context.Request, new CountedBody(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>()));
        var line = new RequestLine(time.GetUtcNow(), level, ClientText.Shown(request.Method), PathOf(request));
        context.Features.Set(line);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
        }
        finally
        {
            var isGone = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted;
            line.Complete(
                isGone ? StatusCodes.Status499ClientClosedRequest : context.Response.StatusCode,
                HttpMethods.IsHead(request.Method) ? 0 : body.Bytes,
                context.Features.Get<Actor>()?.Name,
                context.TraceIdentifier);
            log.Log(level, default, line, null, static (one, _) => one.Text);
        }
    }
}
