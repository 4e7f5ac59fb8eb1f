using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Http;

/// <summary>The headers about the past, of requests and of answers.</summary>
internal static class HistoryHeaders
{
    /// <summary>As of when a whole request is answered.</summary>
    public const string AsOf = "As-Of";

    /// <summary>Of an answer: the sequence number that <see cref="AsOf"/> was found to mean.</summary>
    public const string AsOfSequence = "As-Of-Sequence";

    /// <summary>Of a request: <c>true</c> asks for a stamp. Of an answer: the stamp.</summary>
    public const string Stamp = "Reproducibility-Stamp";

    /// <summary>Of an answer: the token by which one asks for what has changed since.</summary>
    public const string ChangeToken = "Change-Token";

    /// <summary>A request of the engine, with what an HTTP request asks about the past.</summary>
    /// <exception cref="RequestErrorException">A header cannot be read.</exception>
    public static T Read<T>(HttpRequest request, T query)
        where T : EngineRequest
    {
        var asOf = request.Headers[AsOf];
        return query with
        {
            AsOf = asOf.Count == 0 ? null : ReformGraph.Engine.Planning.AsOf.Parse(asOf.ToString()) ?? throw RequestErrors.Create(
                ServerErrorCodes.AsOfMalformed,
                    $"As-Of is '{SourceText.Shorten(asOf.ToString())}'; it must be {ReformGraph.Engine.Planning.AsOf.Form}."),
            IsStamped = AsksForStamp(request),
        };
    }

    /// <summary>Whether a request asks for a stamp.</summary>
    public static bool AsksForStamp(HttpRequest request) =>
        string.Equals(request.Headers[Stamp], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Says as of when a request was answered.</summary>
    public static void Write(HttpResponse response, ResponseHead head)
    {
        if (head.AsOf is { } sequence)
        {
            response.Headers[AsOfSequence] = FormattableString.Invariant($"{sequence}");
        }

        if (head.Token is { } token)
        {
            response.Headers[ChangeToken] = $"{token}";
        }

        if (head.Stamp is { } stamp)
        {
            response.Headers[Stamp] = $"{stamp}";
        }
    }
}
