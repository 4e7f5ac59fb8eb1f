using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// A place in an ordered list: the order's fingerprint and the keys of one row, as the database stores them, in JSON in
/// Base64url. Opaque to clients; what they send back is checked against the order that they use it with.
/// </summary>
/// <param name="Order">The fingerprint of the order.</param>
/// <param name="Keys">For each key of the order a <see cref="long"/>, a <see cref="double"/>, a text, or null.</param>
internal sealed record Cursor(string Order, IReadOnlyList<object?> Keys)
{
    /// <summary>A short name of an order: what is ordered, by what, in which directions.</summary>
    public static string Fingerprint(string order) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order)).AsSpan(0, 4));

    /// <summary>Reads a cursor; null if the text is not one.</summary>
    public static Cursor? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            var items = json.RootElement.EnumerateArray().Select(Key).ToArray();
            return items is [string order, .. var keys] ? new Cursor(order, keys) : null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Which keys of a cursor are null: a plan depends on this.</summary>
    public static string NullPattern(string text) => Parse(text) is { } cursor
        ? string.Concat("c", string.Concat(cursor.Keys.Select(key => key is null ? '0' : '1')), ";")
        : "x";

    private static object? Key(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Number => item.TryGetInt64(out var integer) ? (object)integer : item.GetDouble(),
        _ => throw new FormatException("A cursor holds only numbers and texts."),
    };
}
