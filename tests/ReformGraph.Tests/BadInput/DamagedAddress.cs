using CsCheck;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.BadInput;

/// <summary>Addresses that were right until they were damaged; whatever comes of it, the server answers.</summary>
internal static class DamagedAddress
{
    /// <summary>Damaged addresses, escaped.</summary>
    /// <param name="addresses">The addresses to damage after their first folder, with their options escaped.</param>
    /// <param name="pieces">What is put into it.</param>
    /// <param name="least">How many pieces at least.</param>
    public static Gen<string> To(string[] addresses, string[] pieces, int least) =>
        from address in Gen.OneOf<string>(addresses)
        let rest = address.IndexOf('/', 1) + 1
        from text in Damage.To(Gen.Const(Uri.UnescapeDataString(address[rest..])), pieces, least, 3)
        select address[..rest] + (text.Split('?', 2) is [var path, var query]
            ? $"{Escaped(path)}?{string.Join('&', query.Split('&').Select(Escaped))}" : Escaped(text));

    /// <summary>Asks for damaged addresses.</summary>
    /// <param name="server">The server.</param>
    /// <param name="addresses">The addresses to damage after their first folder, with their options escaped.</param>
    /// <param name="pieces">What is put into it.</param>
    /// <param name="statuses">What the answers may be.</param>
    /// <param name="count">How often.</param>
    public static Task AskAsync(RunningServer server, string[] addresses, string[] pieces, int[] statuses, int count) =>
        To(addresses, pieces, least: 1).SampleAsync(
            async address =>
            {
                using var response = await server.SendAsync(HttpMethod.Get, address, null);
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True(statuses.Contains((int)response.StatusCode),
                    $"{(int)response.StatusCode} for {Uri.UnescapeDataString(address)}");
                Assert.DoesNotContain(" at ReformGraph.", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("SELECT \\\"", answer, StringComparison.Ordinal);
            },
            iter: count,
            threads: 2);

    private static string Escaped(string text) =>
        Uri.EscapeDataString(text).Replace("%3D", "=", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal);
}
