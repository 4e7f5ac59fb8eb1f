using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// The instant of <c>now()</c>. The first page fixes it, and its links contain it as the option <see cref="Option"/>, so that all pages
/// belong to the same query.
/// </summary>
internal sealed class FeedNow
{
    public const string Option = "now";

    private readonly DateTime instant;

    /// <param name="option">The option, as given; null if it was not.</param>
    /// <exception cref="RequestErrorException">It is not an instant.</exception>
    public FeedNow(string? option) => instant = option is null ? ModelConventions.Held(TimeProvider.System.GetUtcNow().UtcDateTime)
        : Engine.Planning.AsOf.Parse(option)?.Instant
        ?? throw FeedErrors.Malformed(Option, "now must be an instant with its time and offset, such as 2026-11-25T08:00:00Z.");

    /// <summary>The option with which a link states the instant; null if nothing uses it.</summary>
    public string? Used { get; private set; }

    /// <summary>The instant as a literal.</summary>
    public ConstantNode Literal()
    {
        Used = ScalarText.Format(instant);
        return new ConstantNode(new DateTimeOffset(instant, TimeSpan.Zero), Used);
    }
}
