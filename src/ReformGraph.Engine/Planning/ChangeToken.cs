using System.Globalization;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Up to where a client knows the changes. The token that a server issues is the sequence number of a change with the beginning of its
/// hash, which distinguishes it from a change with the same number in another log: that of another database, or of a backup after which
/// other changes were written.
/// </summary>
/// <param name="At">The change, 0 for none, or an instant.</param>
/// <param name="Hash">The beginning of the change's hash; null if it is not given.</param>
public sealed record ChangeToken(AsOf At, string? Hash)
{
    private const int HashLength = 12;

    /// <summary>Reads a token, a sequence number, or an instant with its offset; null for anything else.</summary>
    public static ChangeToken? Parse(string text) =>
        AsOf.Parse(text) is { } at ? new ChangeToken(at, null)
        : text.Split('-') is [var number, { Length: HashLength } hash] && hash.All(char.IsAsciiHexDigitLower) && long.TryParse(number,
            NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? new ChangeToken(new AsOf(sequence, null), hash)
        : null;

    /// <summary>The token of a change.</summary>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="hash">Its hash; empty if it has none.</param>
    internal static ChangeToken Create(long sequence, string hash) =>
        new(new AsOf(sequence, null), hash.Length < HashLength ? null : hash[..HashLength]);

    /// <summary>The form that clients see.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At.Sequence}{(Hash is null ? string.Empty : "-")}{Hash}");
}
