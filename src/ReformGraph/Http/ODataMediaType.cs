using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>How OData writes rows.</summary>
/// <param name="HasContext">Whether it includes the context. Everything else (<c>full</c>) is in <c>$metadata</c>.</param>
/// <param name="HasExactTexts">Whether 64-bit integers and decimals are strings, for a client whose JSON numbers are IEEE 754
/// doubles.</param>
internal sealed record ODataMediaType(bool HasContext, bool HasExactTexts = false)
{
    public const string Xml = "application/xml";

    private const string Parameter = "odata.metadata";
    private const string NewerParameter = "metadata"; // as OData 4.01 writes it
    private const string Exact = "IEEE754Compatible";

    public string ContentType =>
        $"application/json;{Parameter}={(HasContext ? "minimal" : "none")}" +
        $"{(HasExactTexts ? $";{Exact}=true" : string.Empty)};charset=utf-8";

    /// <summary>The type that a request asks for, by <c>$format</c> or otherwise by <c>Accept</c>.</summary>
    /// <exception cref="RequestErrorException">It is not JSON.</exception>
    public static ODataMediaType Negotiate(string? format, StringValues accept)
    {
        if (format is not null)
        {
            return format.Equals("json", StringComparison.OrdinalIgnoreCase) ? new ODataMediaType(true)
                : MediaTypeHeaderValue.TryParse(format, out var type) && IsJson(type) ? Negotiate(type)
                : throw NotAcceptable($"$format is '{SourceText.Shorten(format)}'");
        }

        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept!, out var ranges))
        {
            return new ODataMediaType(true);
        }

        return ranges.Where(range => range.Quality is not 0 && (range.MatchesAllTypes || IsJson(range)))
            .OrderByDescending(range => range.Quality ?? 1).FirstOrDefault() is { } liked
            ? Negotiate(liked)
            : throw NotAcceptable($"Accept is '{accept}'");
    }

    /// <summary>The type of <c>$metadata</c>, which has only one format, whatever is accepted: tools request rows and metadata with the
    /// same header.</summary>
    /// <exception cref="RequestErrorException"><c>$format</c> asks for another.</exception>
    public static string OfMetadata(string? format) => format is null or "xml" or Xml
        ? Xml + ";charset=utf-8"
        : throw RequestErrors.Create(ServerErrorCodes.NotAcceptable, "$metadata is available only as application/xml.",
            (FeedErrors.Target, "$format"));

    private static ODataMediaType Negotiate(MediaTypeHeaderValue type) => new(
        !type.Parameters.Any(parameter => (parameter.Name == Parameter || parameter.Name == NewerParameter) && parameter.Value == "none"),
        type.Parameters.Any(parameter => parameter.Name.Equals(Exact, StringComparison.OrdinalIgnoreCase)
            && parameter.Value.Equals("true", StringComparison.OrdinalIgnoreCase)));

    private static bool IsJson(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase);

    private static RequestErrorException NotAcceptable(string found) =>
        RequestErrors.Create(ServerErrorCodes.NotAcceptable,
        $"{found}; rows are available only as application/json, with odata.metadata=minimal or none.", (FeedErrors.Target, "$format"));
}
