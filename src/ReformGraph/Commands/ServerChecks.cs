using System.Net;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Http;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>What <c>doctor</c> checks at the addresses of the server: that each can be listened on, or that a server does, and that
/// requests to it are answered.</summary>
/// <param name="options">The settings.</param>
/// <param name="tell">Receives each finding.</param>
internal sealed class ServerChecks(ReformGraphOptions options, Action<Finding> tell)
{
    private const string Check = "port";

    /// <summary>Runs them.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        tell(Exposure.Unanswered(options) is { } unanswered ? new("hosts", FindingState.Warning, unanswered)
            : new("hosts", FindingState.Ok, $"The server answers to {options.AllowedHosts}."));
        await CheckAsync(new Uri(options.Url), Health.Live, IsLiveAsync, cancellation);
        if (options.Metrics.Url is { } metrics)
        {
            await CheckAsync(new Uri(metrics), TelemetryExport.Path, IsOfMetricsAsync, cancellation);
        }
    }

    private static async Task<bool> IsLiveAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        response.StatusCode == HttpStatusCode.OK
            && (await response.Content.ReadAsStringAsync(cancellation)).Contains(Health.Up, StringComparison.Ordinal);

    // Who asks has no key.
    private static async Task<bool> IsOfMetricsAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        response.StatusCode == HttpStatusCode.Unauthorized
            || (response.StatusCode == HttpStatusCode.OK
                && (await response.Content.ReadAsStringAsync(cancellation)).Contains("target_info", StringComparison.Ordinal));

    private async Task CheckAsync(Uri address, string path, Func<HttpResponseMessage, CancellationToken, Task<bool>> isOurs,
        CancellationToken cancellation)
    {
        try
        {
            await ServeCommand.TryToListenAsync(options, address, cancellation);
            tell(new(Check, FindingState.Ok, $"The server can listen on {address.OriginalString}."));
        }
        catch (StartupException refusal)
        {
            tell(await IsServedAsync()
                ? new(Check, FindingState.Ok, $"A server is running at {address.OriginalString}.")
                : new(Check, FindingState.Error, refusal.Message));
        }

        async Task<bool> IsServedAsync()
        {
            try
            {
                using var response = await HealthCommand.AskAsync(HealthCommand.AddressOf(address.OriginalString, path), cancellation);
                return await isOurs(response, cancellation);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException
                && !cancellation.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
