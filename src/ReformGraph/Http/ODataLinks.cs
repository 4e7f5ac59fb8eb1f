using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using ReformGraph.History;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>What a request says beside its path, and the addresses that an answer gives.</summary>
internal static class ODataLinks
{
    /// <summary>How long the path and the options that a link repeats can be: a link says besides them which state is meant,
    /// how many rows are left, and a place.</summary>
    public const int LongestRepeated = RequestParameters.LongestRequestLine - ODataExecutor.LongestPlace - 1_024;

    private static readonly string[] OfChanges = ["$select", "$expand", "$format"];

    private static readonly string[] OfFirstPage = ["$skip", "$skiptoken", "$count", "$top", FeedOptions.AsOf, FeedNow.Option];

    /// <summary>The options of an address.</summary>
    /// <exception cref="ReformGraph.Engine.Errors.RequestErrorException">One is given twice.</exception>
    public static Dictionary<string, string> OptionsOf(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (values.Count > 1)
            {
                throw FeedErrors.Malformed(name, $"The option {name} is given more than once.");
            }
        }

        return query.ToDictionary(option => option.Key, option => option.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The address of the service.</summary>
    public static string AddressOf(HttpRequest request) => $"{PublicAddress.BaseUrl(request)}{ODataEndpoint.Root}";

    /// <summary>Refuses an address of which a link could become longer than the server takes.</summary>
    /// <exception cref="ReformGraph.Engine.Errors.RequestErrorException">It is one.</exception>
    public static void RefuseEndless(HttpRequest request)
    {
        if (Repeated(request).Length is var length && length > LongestRepeated)
        {
            var (longest, _) = OfEachPage(request).Select(option => (option.Key, option.Value.ToString().Length))
                .Append(("path", request.Path.ToString().Length)).MaxBy(part => part.Item2);
            throw FeedErrors.NotSupported(longest,
                $"The path and the options have {length} characters when escaped; the links between pages can repeat at most " +
                $"{LongestRepeated}.");
        }
    }

    /// <summary>The page behind a place, in the same state of the data. The number of all rows is given with the first page only.</summary>
    /// <param name="request">The request for the page before.</param>
    /// <param name="now">The instant that it takes for the present; null where it asks for none.</param>
    /// <param name="sequence">The state of the data.</param>
    /// <param name="place">The place.</param>
    /// <param name="rest">How many rows are left to be given; null for all.</param>
    public static string Next(HttpRequest request, string? now, long sequence, string place, long? rest)
    {
        var link = new StringBuilder($"{PublicAddress.BaseUrl(request)}{Repeated(request)}");
        if (rest is not null)
        {
            link.Append(CultureInfo.InvariantCulture, $"$top={rest}&");
        }

        if (now is not null)
        {
            link.Append(CultureInfo.InvariantCulture, $"{FeedNow.Option}={now}&");
        }

        return link.Append(CultureInfo.InvariantCulture, $"{FeedOptions.AsOf}={sequence}&$skiptoken={place}").ToString();
    }

    /// <summary>What has changed since a state of the data, in the columns of an address.</summary>
    public static string Delta(HttpRequest request, Engine.Planning.ChangeToken token) =>
        $"{PublicAddress.BaseUrl(request)}{request.Path}?"
        + string.Concat(request.Query.Where(option => OfChanges.Contains(option.Key))
        .Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}&"))
        + $"{IncrementalPull.ChangedSince}={token}";

    /// <summary>Whether a client wants to be told where to ask for what changes.</summary>
    public static bool IsTracking(StringValues prefer) =>
        PreferencesOf(prefer).Any(preference => preference is "odata.track-changes" or "track-changes");

    /// <summary>The preferences that an answer obeys; none where there are none.</summary>
    public static StringValues Applied(int? pageSize, bool isTracking)
    {
        string?[] preferences = [pageSize is null ? null : string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={pageSize}"),
            isTracking ? "odata.track-changes" : null];
        return string.Join(", ", preferences.OfType<string>()) is { Length: > 0 } applied ? applied : StringValues.Empty;
    }

    /// <summary>The size of pages that a client prefers; null where it says nothing that can be read,
    /// as preferences are no demands.</summary>
    public static int? PageSizeOf(StringValues prefer)
    {
        foreach (var preference in PreferencesOf(prefer))
        {
            if (preference.Split('=', 2, StringSplitOptions.TrimEntries) is ["odata.maxpagesize" or "maxpagesize", var text]
                && int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
            {
                return size;
            }
        }

        return null;
    }

    // What every link from page to page has in common.
    private static string Repeated(HttpRequest request) =>
        request.Path + "?"
        + string.Concat(OfEachPage(request).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}&"));

    private static IEnumerable<KeyValuePair<string, StringValues>> OfEachPage(HttpRequest request) =>
        request.Query.Where(option => !OfFirstPage.Contains(option.Key));

    private static IEnumerable<string> PreferencesOf(StringValues prefer) =>
        prefer.SelectMany(line => line!.Split([',', ';'], StringSplitOptions.TrimEntries));
}
