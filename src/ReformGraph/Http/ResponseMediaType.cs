using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>One of the two media types of a response. They differ in the status of a well-formed request that is rejected.</summary>
internal sealed class ResponseMediaType
{
    /// <summary>The specification's own type: the status shows whether the request was executed.</summary>
    public static readonly ResponseMediaType GraphQLResponse = new("application/graphql-response+json", code => code.Status);

    /// <summary>The older type, which every client accepts: 200 for every well-formed request.</summary>
    public static readonly ResponseMediaType Json = new("application/json", code => code.JsonStatus);

    /// <summary>The type of errors in responses to requests other than GraphQL: the status shows that there are errors.</summary>
    public static readonly ResponseMediaType Problem = new("application/json", code => code.Status);

    private const int Exact = 2;

    private readonly Func<ErrorCode, int> statusOf;

    private ResponseMediaType(string name, Func<ErrorCode, int> statusOf)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
        this.statusOf = statusOf;
    }

    public string Name { get; }

    public string ContentType { get; }

    /// <summary>The status of a response with these errors and no data.</summary>
    public int StatusOf(IReadOnlyList<RequestError> errors) => statusOf(errors[0].Code);

    /// <summary>
    /// The type that the client prefers, or null if it accepts neither. If it prefers both equally, the one that it names wins, then the
    /// specification's own; a client that names none, or has no preference, gets the older type, as the specification's audits expect.
    /// </summary>
    public static ResponseMediaType? Negotiate(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || accept == Json.Name)
        {
            return Json;
        }

        if (accept == GraphQLResponse.Name)
        {
            return GraphQLResponse;
        }

        var ranges = Ranges(accept);
        (double Quality, int Specificity) own = GraphQLResponse.Rank(ranges), json = Json.Rank(ranges);
        return own.Quality == 0 && json.Quality == 0 ? null
            : own.CompareTo(json) is var order && (order > 0 || (order == 0 && own.Specificity == Exact)) ? GraphQLResponse
            : Json;
    }

    /// <summary>Whether the request comes from a person with a browser.</summary>
    public static bool WantsHtml(StringValues accept) =>
        Ranges(accept).Any(range => range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) && range.Quality is not 0);

    private static IList<MediaTypeHeaderValue> Ranges(StringValues accept) =>
        MediaTypeHeaderValue.TryParseList(accept!, out var ranges) ? ranges : [];

    // The most specific range that covers the type gives its quality; among equals the best.
    private (double Quality, int Specificity) Rank(IList<MediaTypeHeaderValue> ranges) => ranges
        .Where(range => !range.Charset.HasValue || IsUtf8(range))
        .Select(range => (Quality: range.Quality ?? 1, Specificity: Specificity(range)))
        .Where(rank => rank.Specificity >= 0)
        .OrderByDescending(rank => rank.Specificity).ThenByDescending(rank => rank.Quality)
        .FirstOrDefault();

    private int Specificity(MediaTypeHeaderValue range) =>
        range.MediaType.Equals(Name, StringComparison.OrdinalIgnoreCase) ? Exact
        : range.MatchesAllTypes ? 0
        : range.MatchesAllSubTypes && range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 1
        : -1;

    internal static bool IsUtf8(MediaTypeHeaderValue type) =>
        HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
