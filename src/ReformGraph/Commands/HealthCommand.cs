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
            var address = AddressOf(settings().Url, Health.Ready);
            try
            {
                using var response = await AskAsync(address, cancellation);
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

    /// <summary>The address at which this machine asks a server, which may listen on all interfaces.</summary>
    public static Uri AddressOf(string url, string path)
    {
        var listens = new UriBuilder(url) { Path = path };
        if (IPAddress.TryParse(listens.Uri.IdnHost, out var address)
            && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            listens.Host = address.Equals(IPAddress.Any) ? "127.0.0.1" : "[::1]";
        }

        return listens.Uri;
    }

    /// <summary>Asks a server on this machine.</summary>
    /// <exception cref="HttpRequestException">None answers.</exception>
    /// <exception cref="TaskCanceledException">None answers within 5 seconds.</exception>
    public static async Task<HttpResponseMessage> AskAsync(Uri address, CancellationToken cancellation)
    {
        // The certificate is for the name that clients use. What is asked is no secret, and what is answered is only that a server runs.
        using var client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
        })
        { Timeout = Patience };
        return await client.GetAsync(address, cancellation);
    }
}
