using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>The errors of this stage.</summary>
internal static class RequestErrors
{
    public static RequestErrorException Create(ErrorCode code, string message, params (string Name, object Value)[] details) =>
        new(new RequestError(code, message) { Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) });

    public static RequestErrorException OverLimit(ErrorCode code, string message, string limit, long? found, long allowed) =>
        found is long count
        ? Create(code, message, ("limit", limit), ("found", count), ("allowed", allowed))
        : Create(code, message, ("limit", limit), ("allowed", allowed));

    /// <summary>Rejects every method except GET and HEAD.</summary>
    /// <exception cref="RequestErrorException">The method is different.</exception>
    public static void UnlessRead(HttpRequest request)
    {
        if (!GraphQLEndpoint.IsRead(request))
        {
            throw Method(ServerErrorCodes.MethodNotAllowed, $"The method {request.Method} is not supported here; send GET.", "GET", "HEAD");
        }
    }

    /// <summary>Rejects every method except POST.</summary>
    /// <param name="request">The request.</param>
    /// <param name="toSend">What to send instead.</param>
    /// <exception cref="RequestErrorException">The method is different.</exception>
    public static void UnlessPost(HttpRequest request, string toSend = "POST")
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            throw Method(ServerErrorCodes.MethodNotAllowed, $"The method {request.Method} is not supported here; send {toSend}.", "POST");
        }
    }

    /// <summary>Rejects an unknown or duplicate parameter.</summary>
    /// <param name="query">The parameters of the request.</param>
    /// <param name="known">The known parameters.</param>
    /// <param name="what">What accepts them, for the message.</param>
    /// <exception cref="RequestErrorException">There is such a parameter.</exception>
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

    /// <summary>The error for a body that did not arrive as its headers announced. HTTP has an exception type for most of these failures,
    /// but not for a chunk size beyond 31 bits.</summary>
    public static RequestErrorException NotReadable(IOException broken) =>
        Create(ServerErrorCodes.BodyNotReadable, $"The body did not arrive as announced: {broken.Message.TrimEnd()}");

    /// <summary>The error for a file that is malformed or exceeds a limit, with the place in the extensions.</summary>
    /// <param name="damaged">The fault.</param>
    /// <param name="what">The name of the file, with the article.</param>
    /// <param name="unit">The unit of places in it.</param>
    /// <param name="language">The language.</param>
    /// <param name="notReadable">The code for a malformed file.</param>
    /// <param name="tooLarge">The code for a file that exceeds a limit.</param>
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
