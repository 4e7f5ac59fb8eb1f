using Microsoft.OData.UriParser;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>
/// The instant that <c>now()</c> means. The first page fixes it, and its links carry it as the option <see cref="Option"/>,
/// so that all pages answer one question.
/// </summary>
internal sealed class FeedNow
{
    public const string Option = "now";

    private readonly DateTime instant;

    /// <param name="option">The option as it was given; null where it was not.</param>
    /// <exception cref="RequestErrorException">It is no instant.</exception>
    public FeedNow(string? option) => instant = option is null ? ModelConventions.Held(TimeProvider.System.GetUtcNow().UtcDateTime)
        : Engine.Planning.AsOf.Parse(option)?.Instant
        ?? throw FeedErrors.Malformed(Option, "now must be an instant with its time and offset, such as 2026-11-25T08:00:00Z.");

    /// <summary>The option by which a link says the instant; null where nothing asked for it.</summary>
    public string? Used { get; private set; }

    /// <summary>The instant as a literal.</summary>
    public ConstantNode Literal()
    {
        Used = ScalarText.Format(instant);
        return new ConstantNode(new DateTimeOffset(instant, TimeSpan.Zero), Used);
    }
}
