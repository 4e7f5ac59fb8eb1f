using CsCheck;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.BadInput;

/// <summary>Addresses that were right until they were damaged; whatever comes of it, the server answers.</summary>
internal static class DamagedAddress
{
    /// <summary>Asks for damaged addresses.</summary>
    /// <param name="server">The server.</param>
    /// <param name="addresses">What is damaged behind its first folder, with its options escaped.</param>
    /// <param name="pieces">What is put into it.</param>
    /// <param name="statuses">What the answers may be.</param>
    /// <param name="count">How often.</param>
    public static Task AskAsync(RunningServer server, string[] addresses, string[] pieces, int[] statuses, int count) =>
        (from address in Gen.OneOf<string>(addresses)
         let rest = address.IndexOf('/', 1) + 1
         from text in Damage.To(Gen.Const(Uri.UnescapeDataString(address[rest..])), pieces, 1, 3)
         select (Root: address[..rest], Text: text)).SampleAsync(
            async damaged =>
            {
                var address = damaged.Text.Split('?', 2) is [var path, var query] ? $"{Escaped(path)}?{string.Join('&', query.Split('&').Select(Escaped))}" : Escaped(damaged.Text);
                using var response = await server.SendAsync(HttpMethod.Get, damaged.Root + address, null);
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True(statuses.Contains((int)response.StatusCode), $"{(int)response.StatusCode} for {damaged.Root}{damaged.Text}");
                Assert.DoesNotContain(" at ReformGraph.", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("SELECT \\\"", answer, StringComparison.Ordinal);
            },
            iter: count,
            threads: 2);

    private static string Escaped(string text) => Uri.EscapeDataString(text).Replace("%3D", "=", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
}
