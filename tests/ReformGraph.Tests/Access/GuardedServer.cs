using Microsoft.Extensions.Logging;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Domain.Access;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;

namespace ReformGraph.Tests.Access;

/// <summary>A server over a database of its own, in which keys are made and revoked as the commands do.</summary>
internal sealed class GuardedServer : IAsyncDisposable
{
    private readonly SeededDatabase database;

    private GuardedServer(SeededDatabase database, RunningServer server)
    {
        this.database = database;
        Server = server;
    }

    public RunningServer Server { get; }

    public string Path => database.Path;

    public static async Task<GuardedServer> StartAsync(AuthenticationOptions? authentication = null, string allowedOrigins = "",
        RateLimitOptions? limits = null, string? trustedProxies = null, ILoggerFactory? loggers = null,
        bool recordSensitiveReads = false)
    {
        var database = new SeededDatabase();
        return new(database, await RunningServer.StartAsync(new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
            AllowedOrigins = allowedOrigins,
            Authentication = authentication ?? new(),
            RateLimits = limits ?? new(),
            TrustedProxies = trustedProxies,
            RecordSensitiveReads = recordSensitiveReads,
        }, loggers));
    }

    public ReformDbContext Open() => database.Open();

    public async Task<string> KeyAsync(Role role, string? name = null, DateOnly? expiresOn = null, AccessScope? scope = null)
    {
        await using var context = database.Open();
        return await KeyRegister.CreateAsync(context, name ?? role.Name(), role, expiresOn, scope);
    }

    public async Task<string> RotateAsync(string name, TimeSpan overlap)
    {
        await using var context = database.Open();
        return (await KeyRegister.RotateAsync(context, name, overlap, null)).Text;
    }

    public async Task RevokeAsync(string name)
    {
        await using var context = database.Open();
        await KeyRegister.RevokeAsync(context, name);
    }

    public Task<HttpResponseMessage> AskAsync(string? authorization, string query = RunningServer.QueryOfData,
        string accept = "application/graphql-response+json") =>
        Server.PostAsync(System.Text.Json.JsonSerializer.Serialize(new { query }),
            [$"Accept: {accept}", .. authorization is null ? (string[])[] : [$"Authorization: {authorization}"]]);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        database.Dispose();
    }
}
