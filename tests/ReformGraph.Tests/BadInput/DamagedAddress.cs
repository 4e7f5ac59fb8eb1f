using CsCheck;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.BadInput;

/// <summary>Addresses that were right until pieces were put into them; whatever comes of it, the server answers.</summary>
internal static class DamagedAddress
{
    /// <summary>Asks for damaged addresses.</summary>
    /// <param name="server">The server.</param>
    /// <param name="addresses">What is damaged, with its options escaped.</param>
    /// <param name="pieces">What is put into it, besides any short text.</param>
    /// <param name="count">How often.</param>
    public static Task AskAsync(RunningServer server, string[] addresses, string[] pieces, int count)
    {
        var piece = Gen.OneOf(Gen.OneOf<string>(pieces), Gen.String[0, 4]);
        return Gen.Select(Gen.OneOf<string>(addresses), Gen.Select(Gen.Double[0, 1], Gen.Int[0, 9], piece).Array[1, 3]).SampleAsync(
            async (address, edits) =>
            {
                // The first folder stays, as it says what is asked.
                var root = address[..(address.IndexOf('/', 1) + 1)];
                var text = edits.Aggregate(Uri.UnescapeDataString(address[root.Length..]), Edited);
                var damaged = text.Split('?', 2) is [var path, var query] ? $"{Escaped(path)}?{string.Join('&', query.Split('&').Select(Escaped))}" : Escaped(text);
                using var response = await server.SendAsync(HttpMethod.Get, root + damaged, null);
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True((int)response.StatusCode is < 500 or 501, $"{(int)response.StatusCode} for {root}{text}");
                Assert.DoesNotContain(" at ReformGraph.", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("SELECT \\\"", answer, StringComparison.Ordinal);
            },
            iter: count,
            threads: 2);
    }

    private static string Edited(string text, (double At, int Length, string Piece) edit)
    {
        var at = (int)(edit.At * text.Length);
        return text[..at] + edit.Piece + text[Math.Min(text.Length, at + edit.Length)..];
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%3D", "=", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
}
