using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>
/// Surrounds everything else: every rejection or failure of a request ends here and is sent in GraphQL's format, or in OData's. Errors of a
/// client are answered with their codes; a bug is logged, and the response contains only its trace id.
/// </summary>
internal sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected; nobody reads a response.
        }
        catch (RequestErrorException refusal)
        {
            if (refusal.InnerException is { } cause)
            {
                log.LogWarning("The request {TraceId} was rejected ({Message}), because reading it failed with {Failure}.",
                    context.TraceIdentifier, refusal.Message, cause.GetType().FullName);
            }

            await RefuseAsync(context, refusal.Errors);
        }
        catch (Exception bug)
        {
            log.LogError(bug, "The request {TraceId} failed.", context.TraceIdentifier);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            await RefuseAsync(context, RequestErrors.Create(ServerErrorCodes.Internal, "The server failed to answer; see the server's log.",
                ("traceId", context.TraceIdentifier)).Errors);
        }
    }

    private static Task RefuseAsync(HttpContext context, IReadOnlyList<RequestError> errors)
    {
        RequestLog.LineOf(context)?.Reject(errors);
        return ODataEndpoint.Serves(context.Request)
            ? ODataResponse.RefuseAsync(context, errors) : HttpResponses.RefuseAsync(context, errors);
    }
}
