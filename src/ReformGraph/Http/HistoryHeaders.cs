using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Http;

/// <summary>The headers about the past, of requests and responses.</summary>
internal static class HistoryHeaders
{
    /// <summary>The instant as of which a whole request is executed.</summary>
    public const string AsOf = "As-Of";

    /// <summary>In a response: the sequence number to which <see cref="AsOf"/> resolved.</summary>
    public const string AsOfSequence = "As-Of-Sequence";

    /// <summary>In a request: <c>true</c> asks for a stamp. In a response: the stamp.</summary>
    public const string Stamp = "Reproducibility-Stamp";

    /// <summary>In a response: the token with which to request what has changed since.</summary>
    public const string ChangeToken = "Change-Token";

    /// <summary>The instant as of which a whole request is executed; null for the present.</summary>
    /// <exception cref="RequestErrorException">The header is malformed.</exception>
    public static ReformGraph.Engine.Planning.AsOf? InstantOf(HttpRequest request)
    {
        var asOf = request.Headers[AsOf];
        return asOf.Count == 0 ? null : ReformGraph.Engine.Planning.AsOf.Parse(asOf.ToString()) ?? throw RequestErrors.Create(
            ServerErrorCodes.AsOfMalformed,
            $"As-Of is '{SourceText.Shorten(asOf.ToString())}'; it must be {ReformGraph.Engine.Planning.AsOf.Form}.");
    }

    /// <summary>Whether a request asks for a stamp.</summary>
    public static bool AsksForStamp(HttpRequest request) =>
        string.Equals(request.Headers[Stamp], "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>States the instant as of which a request was executed.</summary>
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
