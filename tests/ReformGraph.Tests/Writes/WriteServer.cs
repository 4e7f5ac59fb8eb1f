using System.Text.Json;
using ReformGraph.Data.Auditing;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.History;
using ReformGraph.Data.Versions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>A server over a database of its own, which tests write to.</summary>
internal sealed class WriteServer : IAsyncDisposable
{
    /// <summary>What a change says of itself, for those tests that do not look at it.</summary>
    public const string Note = """change: { kind: CORRECTION, reason: "A test." }""";

    private static readonly Lazy<Task<SchemaContent>> Declared = new(() => DeclaredSchema.ReadAsync());

    private WriteServer(SeededDatabase database, RunningServer server)
    {
        Database = database;
        Server = server;
    }

    public SeededDatabase Database { get; }

    public RunningServer Server { get; }

    public static async Task<WriteServer> StartAsync(TimeSpan? lockWait = null, int? gatheredRows = null, int? gatheredBytes = null,
        TimeSpan? timeout = null)
    {
        var database = new SeededDatabase();
        return new(database, await RunningServer.StartAsync(new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
            Writes = new() { LockWait = lockWait ?? TimeSpan.FromSeconds(30) },
            Engine = new()
            {
                GatheredRows = gatheredRows ?? 500_000,
                GatheredBytes = gatheredBytes ?? 32 * 1024 * 1024,
                Timeout = timeout ?? TimeSpan.FromSeconds(10)
            },
        }));
    }

    /// <summary>Sends a request; the answer's JSON comes back.</summary>
    public async Task<JsonElement> SendAsync(string query, object? variables = null)
    {
        using var response = await Server.PostAsync(JsonSerializer.Serialize(new { query, variables }));
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    /// <summary>The first root field of an answer without errors.</summary>
    public async Task<JsonElement> FieldAsync(string query, object? variables = null)
    {
        var answer = await SendAsync(query, variables);
        return answer.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(errors.ToString())
            : answer.GetProperty("data").EnumerateObject().First().Value;
    }

    /// <summary>The sequence numbers of the log's changes.</summary>
    public async Task<IReadOnlyList<long>> SequencesAsync()
    {
        var sequences = new List<long>();
        await using var context = Database.Open();
        sequences.AddRange(context.Set<Change>().OrderBy(change => change.Id).Select(change => change.Sequence));
        return sequences;
    }

    /// <summary>Records a change as another version of the program might have made it, by none of today's rules.</summary>
    internal static async Task RecordAsync(string path, Action<ReformDbContext> change)
    {
        await using var context = await DatabaseFile.WritingContextOfAsync(path, TimeSpan.FromSeconds(30));
        await using var transaction = await context.Database.BeginTransactionAsync();
        var recording = await SealedRecording.BeginAsync(context, new ChangeNote("an editor", ChangeKind.Correction, "A test."));
        change(context);
        await context.SaveChangesAsync();
        await recording.EndAsync(DateTime.UtcNow);
        await transaction.CommitAsync();
    }

    /// <summary>Fails where the audit of a database finds anything.</summary>
    public static async Task AuditAsync(string path)
    {
        await using var context = DatabaseFile.ReadingContextOf(path);
        Assert.Empty((await Audit.RunAsync(context, await Declared.Value, null)).Findings);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Database.Dispose();
    }
}
