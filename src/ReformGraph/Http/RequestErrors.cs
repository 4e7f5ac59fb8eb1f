using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
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
            throw Method(ServerErrorCodes.MethodNotAllowed, $"The method {request.Method} is not supported here; send GET.", "GET", "HEAD");
        }
    }

    /// <summary>Refuses every method but POST, where only that is served.</summary>
    /// <param name="request">The request.</param>
    /// <param name="toSend">What to send instead.</param>
    /// <exception cref="RequestErrorException">It is another one.</exception>
    public static void UnlessPost(HttpRequest request, string toSend = "POST")
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            throw Method(ServerErrorCodes.MethodNotAllowed, $"The method {request.Method} is not supported here; send {toSend}.", "POST");
        }
    }

    /// <summary>Refuses a parameter that is not known, and one that is given twice.</summary>
    /// <param name="query">The parameters of the request.</param>
    /// <param name="known">Those that there are.</param>
    /// <param name="what">What takes them.</param>
    /// <exception cref="RequestErrorException">There is one.</exception>
    public static void UnlessKnown(IQueryCollection query, string[] known, string what)
    {
        foreach (var (parameter, values) in query)
        {
            if (!known.Contains(parameter) || values.Count > 1)
            {
                throw Create(ServerErrorCodes.InvalidParameter,
                    $"{what} accepts these parameters, each at most once: {string.Join(", ", known)}. " +
                    $"'{TableException.Shown(parameter)}' is not one of them, or is given twice.");
            }
        }
    }

    /// <summary>Refuses a body that did not arrive as its headers say. Most of these failures are of HTTP's own kind;
    /// a chunk's size beyond 31 bits is none.</summary>
    public static RequestErrorException NotReadable(IOException broken) =>
        Create(ServerErrorCodes.BodyNotReadable, $"The body did not arrive as announced: {broken.Message.TrimEnd()}");

    /// <summary>Refuses a file that is not of its format, or holds more than is taken, with the place in the extensions.</summary>
    /// <param name="damaged">What is wrong.</param>
    /// <param name="what">What the file is, with the article.</param>
    /// <param name="unit">What places in it are counted by.</param>
    /// <param name="language">In which language.</param>
    /// <param name="notReadable">The code of a file that is not of its format.</param>
    /// <param name="tooLarge">The code of one that holds more than is taken.</param>
    public static RequestErrorException OfFile(
        TableException damaged, Bilingual what, string unit, Language language, ErrorCode notReadable, ErrorCode tooLarge)
    {
        (string, object?)[] details =
        [
            damaged.Part is { } part ? ("part", TableException.Shown(part))
                : (damaged.Unit is { } counted && counted != unit ? counted : "row", damaged.Number),
            ("column", damaged.Column is { } column ? TableException.Shown(column) : null),
            ("value", damaged.Value is { } value ? TableException.Shown(value) : null),
            ("expected", damaged.Expected.In(language)),
            ("limit", damaged.Limit),
            ("allowed", damaged.Allowed),
        ];
        return Create(
            damaged.Allowed is null ? notReadable : tooLarge,
            damaged.SayOf(what.In(language), unit, language),
            [.. details.Where(detail => detail.Item2 is not null).Select(detail => (detail.Item1, detail.Item2!))]);
    }

    public static RequestErrorException Method(ErrorCode code, string message, params string[] allowed) =>
        Create(code, message, ("allowed", allowed));
}
