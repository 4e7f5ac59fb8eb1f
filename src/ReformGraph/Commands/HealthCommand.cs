using System.CommandLine;
using System.Net;
using ReformGraph.Data.Errors;
using ReformGraph.Http;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>
/// <c>health</c>: asks the server that runs with these settings whether it is ready, for those who watch it by a program, such as
/// containers, rather than by HTTP. The exit code is 0 if it is.
/// </summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Creates the command.</summary>
    /// <param name="settings">The settings; called when it runs.</param>
    public static Command Create(Func<ReformGraphOptions> settings)
    {
        var command = new Command("health", "Asks the running server whether it is ready. The exit code is 0 if it is.");
        command.SetAction(async (_, cancellation) =>
        {
            // The certificate is for the name that clients use. What is asked is no secret, and what it proves is only that a server runs.
            using var anyName = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
            using var client = new HttpClient(anyName) { Timeout = Patience };
            var address = AddressOf(settings().Url);
            try
            {
                using var response = await client.GetAsync(address, cancellation);
                Console.WriteLine(await response.Content.ReadAsStringAsync(cancellation));
                return response.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                throw new StartupException($"No server answers at {address}.");
            }
        });
        return command;
    }

    // A server that listens on all interfaces is asked on this machine.
    private static Uri AddressOf(string url)
    {
        var listens = new UriBuilder(url) { Path = Health.Ready };
        if (IPAddress.TryParse(listens.Uri.Host.Trim('[', ']'), out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)))
        {
            listens.Host = "localhost";
        }

        return listens.Uri;
    }
}
