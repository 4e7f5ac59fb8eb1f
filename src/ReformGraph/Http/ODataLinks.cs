using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using ReformGraph.History;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>What a request states besides its path, and the addresses in a response.</summary>
internal static class ODataLinks
{
    /// <summary>The maximum length of the path and the options that a link repeats: a link also states the state of the data, the number of
    /// remaining rows, and a place.</summary>
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

    /// <summary>Rejects an address whose links could become longer than the server accepts.</summary>
    /// <exception cref="ReformGraph.Engine.Errors.RequestErrorException">The address is too long.</exception>
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

    /// <summary>The page after a place, in the same state of the data. Only the first page states the number of all rows.</summary>
    /// <param name="request">The request for the previous page.</param>
    /// <param name="now">The instant that it uses as the present; null if it uses none.</param>
    /// <param name="sequence">The state of the data.</param>
    /// <param name="place">The place.</param>
    /// <param name="rest">The number of remaining rows; null for all.</param>
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

    // What all links between pages have in common.
    private static string Repeated(HttpRequest request) =>
        request.Path + "?"
        + string.Concat(OfEachPage(request).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value.ToString())}&"));

    private static IEnumerable<KeyValuePair<string, StringValues>> OfEachPage(HttpRequest request) =>
        request.Query.Where(option => !OfFirstPage.Contains(option.Key));
}
