using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Tests.Seeding;

namespace ReformGraph.Tests.Telemetry;

/// <summary>The program, over a database of its own, while it exports telemetry.</summary>
internal sealed class TelemetryProgram : IDisposable
{
    private readonly ProgramProcess program;
    private readonly Task<string> log;

    private TelemetryProgram(ProgramProcess program, string address, string? metrics)
    {
        this.program = program;
        Metrics = metrics;
        Client = new HttpClient { BaseAddress = new Uri(address) };
        log = program.StandardError.ReadToEndAsync();
    }

    public HttpClient Client { get; }

    /// <summary>The address of the metrics.</summary>
    public string? Metrics { get; }

    /// <summary>The libraries of OpenTelemetry that it has loaded.</summary>
    public IEnumerable<string> Loaded => File.ReadLines($"/proc/{program.Id}/maps")
        .Where(line => line.Contains("/OpenTelemetry", StringComparison.Ordinal)).Select(line => Path.GetFileName(line.Split(' ')[^1]));

    public static async Task<TelemetryProgram> StartAsync(SeededDatabase database, string[] settings,
        params (string Name, string Value)[] environment)
    {
        var program = ProgramProcess.StartBy([], database.Folder, environment,
            ["--Url=http://127.0.0.1:0", $"--database={database.Path}", .. settings]);
        var lines = new List<string>();
        while (lines.Count == 0 || !lines[^1].StartsWith("Seeded", StringComparison.Ordinal))
        {
            lines.Add(await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
                ?? await program.StandardError.ReadToEndAsync());
        }

        return new(program, lines[0]["Listening on ".Length..],
            lines.Find(line => line.StartsWith("Metrics at ", StringComparison.Ordinal))?["Metrics at ".Length..]);
    }

    /// <summary>Posts a request; its answer comes back.</summary>
    public async Task<string> PostAsync(string query, object? variables = null, string? key = null, string? traceparent = null)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, "/graphql", content, key, traceparent);
    }

    /// <summary>Sends a request; its answer comes back.</summary>
    public async Task<string> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? key = null,
        string? traceparent = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Add("GraphQL-Require-Preflight", "1");
        if (traceparent is not null)
        {
            request.Headers.Add("traceparent", traceparent);
        }

        using var response = await Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Reads the metrics.</summary>
    public Task<string> ScrapeAsync() => Client.GetStringAsync(new Uri(Metrics!));

    /// <summary>Stops it; its log comes back.</summary>
    public async Task<string> StopAsync()
    {
        program.Terminate();
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return await log;
    }

    public void Dispose()
    {
        Client.Dispose();
        program.Dispose();
    }
}
