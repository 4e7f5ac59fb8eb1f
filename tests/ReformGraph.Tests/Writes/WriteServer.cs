using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Ledger;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>A server over a database of its own, which tests write to.</summary>
internal sealed class WriteServer : IAsyncDisposable
{
    /// <summary>What a change says of itself, for those tests that do not look at it.</summary>
    public const string Note = "change: { kind: CORRECTION, reason: \"A test.\" }";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private WriteServer(SeededDatabase database, RunningServer server)
    {
        Database = database;
        Server = server;
    }

    public SeededDatabase Database { get; }

    public RunningServer Server { get; }

    public static async Task<WriteServer> StartAsync(TimeSpan? lockWait = null)
    {
        var database = new SeededDatabase();
        return new(database, await RunningServer.StartAsync(new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
            Writes = new() { LockWait = lockWait ?? TimeSpan.FromSeconds(30) },
        }));
    }

    /// <summary>Sends a request; the answer's JSON comes back.</summary>
    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        using var response = await Server.PostAsync(JsonSerializer.Serialize(new { query, variables }));
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.ToString()) : answer.GetProperty("data");
    }

    /// <summary>Fails where the audit of the database finds anything.</summary>
    public async Task AuditAsync()
    {
        await using var context = Database.Open();
        Assert.Empty((await FileAudit.RunAsync(Database.Path)).Findings);
    }

    public static string Indented(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable).ReplaceLineEndings("\n");

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Database.Dispose();
    }
}
