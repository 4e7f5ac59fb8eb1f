using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>What this stage refuses.</summary>
internal static class RequestErrors
{
    public static RequestErrorException Create(ErrorCode code, string message, params (string Name, object Value)[] details) =>
        new(new RequestError(code, message) { Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) });

    public static RequestErrorException OverLimit(ErrorCode code, string message, string limit, long? found, long allowed) =>
        found is long count
        ? Create(code, message, ("limit", limit), ("found", count), ("allowed", allowed))
        : Create(code, message, ("limit", limit), ("allowed", allowed));

    /// <summary>Refuses every method but GET and HEAD, where only these are served.</summary>
    /// <exception cref="RequestErrorException">It is another one.</exception>
    public static void UnlessRead(HttpRequest request)
    {
        if (!GraphQLEndpoint.IsRead(request))
        {
            throw Method(ServerErrorCodes.MethodNotAllowed, $"The method {request.Method} is not served here; send GET.", "GET", "HEAD");
        }
    }

    /// <summary>Refuses a body that did not arrive as its headers say. Most of these failures are of HTTP's own kind;
    /// a chunk's size beyond 31 bits is none.</summary>
    public static RequestErrorException NotReadable(IOException broken) =>
        Create(ServerErrorCodes.BodyNotReadable, $"The body did not arrive as announced: {broken.Message.TrimEnd()}");

    public static RequestErrorException Method(ErrorCode code, string message, params string[] allowed) =>
        Create(code, message, ("allowed", allowed));
}
