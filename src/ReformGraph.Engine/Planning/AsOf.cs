using System.Globalization;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>The point in the history at which something is read: a change, or an instant.</summary>
/// <param name="Sequence">The sequence number of the change; null for an instant.</param>
/// <param name="Instant">The instant; null for a change.</param>
public sealed record AsOf(long? Sequence, DateTime? Instant)
{
    /// <summary>The forms that <see cref="Parse"/> accepts.</summary>
    public const string Form =
        "the sequence number of a change, such as 12, or an instant with its time and offset, such as 2026-11-25T08:00:00Z";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads a sequence number, or an instant with its offset from UTC; null for anything else.</summary>
    public static AsOf? Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sequence) ? new AsOf(sequence, null)
        : HasOffset(text) && DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal,
            out var instant) ? new AsOf(null, instant)
        : null;

    /// <summary>As the input of an argument.</summary>
    public JsonObject ToInput() =>
        Sequence is { } sequence ? new() { ["sequence"] = sequence } : new() { ["at"] = ScalarText.Format(Instant!.Value) };

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}
