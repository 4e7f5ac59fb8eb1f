using Microsoft.Extensions.Primitives;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>What a client of OData prefers, and what of it the answer gives.</summary>
/// <param name="IsPaged">Whether the answer is a page of rows.</param>
/// <param name="Size">How many rows a page has at most.</param>
/// <param name="HasSize">Whether the client prefers a size of pages.</param>
/// <param name="PrefersChanges">Whether it prefers a link to later changes.</param>
/// <param name="IsTracking">Whether it gets one.</param>
internal sealed record ODataPreferences(bool IsPaged, int Size, bool HasSize, bool PrefersChanges, bool IsTracking)
{
    /// <summary>What is preferred by the headers of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="query">What it asks.</param>
    /// <param name="largestPage">How many rows a page of the engine has at most.</param>
    public static ODataPreferences Read(HttpRequest request, FeedQuery query, int largestPage)
    {
        var prefer = request.Headers[ODataResponse.Prefer];
        var preferred = ODataLinks.PageSizeOf(prefer);
        var isPaged = query is { Kind: FeedKind.Rows, IsTotal: false };
        var prefersChanges = ODataLinks.IsTracking(prefer);
        return new(isPaged, Math.Min(preferred ?? largestPage, largestPage), preferred is not null, prefersChanges,
            isPaged && query.IsTrackable && (query.Since is not null || prefersChanges));
    }

    /// <summary>The value of the header that says which were applied, which is empty for none.</summary>
    public StringValues Applied => ODataLinks.Applied(IsPaged && HasSize ? Size : null, IsTracking && PrefersChanges);
}
