using System.Text.Json;

namespace ReformGraph.Tests.Writes;

/// <summary>
/// A client that keeps a ledger of its own: of every write that was acknowledged, its token and its change. A write gives two rows the same
/// token, and is tried again with its idempotency key until it is acknowledged, whatever happens to the server.
/// </summary>
internal sealed class CrashClient(int number)
{
    private readonly List<(string Token, long Sequence)> acknowledged = [];
    private string? pending;

    /// <summary>Its two rows.</summary>
    public string[] Codes { get; } = [$"K-{number}-A", $"K-{number}-B"];

    /// <summary>What was acknowledged, in order.</summary>
    public IReadOnlyList<(string Token, long Sequence)> Acknowledged => acknowledged;

    /// <summary>The write that was sent but never acknowledged; null if there is none.</summary>
    public string? Pending => pending;

    /// <summary>Writes until the server is gone.</summary>
    public async Task WriteAsync(HttpClient server)
    {
        try
        {
            while (true)
            {
                pending ??= $"{number}-{acknowledged.Count}";
                acknowledged.Add((pending, await SendAsync(server, pending)));
                pending = null;
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or TaskCanceledException)
        {
            // A retry shows whether it is stored.
        }
    }

    private async Task<long> SendAsync(HttpClient server, string token)
    {
        var operations = Codes.Select(code => acknowledged.Count == 0
            ? (object)new { createRiskVillage = new { code, county = "county", level = "LOW", riskFactors = token } }
            : new { updateRiskVillage = new { code, version = acknowledged.Count, riskFactors = token } });
        var input = new { change = new { kind = "CORRECTION", reason = token }, idempotencyKey = token, operations };
        var body =
            JsonSerializer.Serialize(
            new { query = "mutation($input: BatchInput!) { batch(input: $input) { change { sequence } errors { ... on Error { message } } } }", variables = new { input } });
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await server.PostAsync((Uri?)null, content);
        var text = await response.Content.ReadAsStringAsync();
        using var answer = JsonDocument.Parse(text);
        return answer.RootElement.TryGetProperty("data", out var data) && data.GetProperty("batch")
            .GetProperty("change") is { ValueKind: JsonValueKind.Object } change
            ? change.GetProperty("sequence").GetInt64()
            : throw new InvalidOperationException($"The write {token} was refused: {text}");
    }
}
