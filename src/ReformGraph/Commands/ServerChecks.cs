using System.Net;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Http;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>What <c>doctor</c> checks at the address of the server: that it can be listened on, or that a server does, and that requests to
/// it are answered.</summary>
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
        try
        {
            await ServeCommand.TryToListenAsync(options, cancellation);
            tell(new(Check, FindingState.Ok, $"The server can listen on {options.Url}."));
        }
        catch (StartupException refusal)
        {
            tell(await IsServedAsync(cancellation)
                ? new(Check, FindingState.Ok, $"A server is running at {options.Url}.") : new(Check, FindingState.Error, refusal.Message));
        }
    }

    private async Task<bool> IsServedAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await HealthCommand.AskAsync(HealthCommand.AddressOf(options.Url, Health.Live), cancellation);
            return response.StatusCode == HttpStatusCode.OK
                && (await response.Content.ReadAsStringAsync(cancellation)).Contains(Health.Up, StringComparison.Ordinal);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException
            && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
