using System.Globalization;
using Microsoft.Extensions.Primitives;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>The preferences of an OData client, and which of them the response applies.</summary>
/// <param name="Size">The maximum number of rows on a page.</param>
/// <param name="HasSize">Whether the client prefers a page size, and the response is a page.</param>
/// <param name="PrefersChanges">Whether it prefers a link to later changes.</param>
/// <param name="IsTracking">Whether it gets one.</param>
internal sealed record ODataPreferences(int Size, bool HasSize, bool PrefersChanges, bool IsTracking)
{
    /// <summary>Reads the preferences of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="query">Its query.</param>
    /// <param name="largestPage">The maximum page size of the engine.</param>
    public static ODataPreferences Read(HttpRequest request, FeedQuery query, int largestPage)
    {
        var preferences = request.Headers[ODataResponse.Prefer]
            .SelectMany(line => line!.Split([',', ';'], StringSplitOptions.TrimEntries)).ToList();
        var preferred = PageSizeOf(preferences);
        var prefersChanges = preferences.Exists(preference => preference is "odata.track-changes" or "track-changes");
        return new(Math.Min(preferred ?? largestPage, largestPage), query.IsPaged && preferred is not null, prefersChanges,
            query.IsPaged && query.IsTrackable && (query.Since is not null || prefersChanges));
    }

    /// <summary>The value of the header that lists the applied preferences; empty if there are none.</summary>
    public StringValues Applied
    {
        get
        {
            string?[] applied = [HasSize ? string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={Size}") : null,
                IsTracking && PrefersChanges ? "odata.track-changes" : null];
            return string.Join(", ", applied.OfType<string>()) is { Length: > 0 } listed ? listed : StringValues.Empty;
        }
    }

    // Null if none is valid, because preferences are not requirements.
    private static int? PageSizeOf(IEnumerable<string> preferences)
    {
        foreach (var preference in preferences)
        {
            if (preference.Split('=', 2, StringSplitOptions.TrimEntries) is ["odata.maxpagesize" or "maxpagesize", var text]
                && int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
            {
                return size;
            }
        }

        return null;
    }
}
