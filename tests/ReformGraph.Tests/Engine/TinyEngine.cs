using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Tests.Engine;

/// <summary>The engine over the tiny model's database.</summary>
internal sealed class TinyEngine : IDisposable
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public TinyEngine(TinyDatabase? database = null, EngineOptions? options = null)
    {
        Database = database ?? new TinyDatabase();
        Engine = new QueryEngine(Database.Open, Database.OpenPast, [new CatalogueCards()], options ?? new EngineOptions(), Clock);
    }

    public TinyDatabase Database { get; }

    public ChangeClock Clock { get; } = new();

    public QueryEngine Engine { get; }

    /// <summary>The answer to a request as it leaves the engine; errors in the shape of a response.</summary>
    public async Task<string> AskAsync(string document, object? variables = null, string? operationName = null, AsOf? asOf = null)
    {
        try
        {
            var request = new QueryRequest(document, operationName, JsonSerializer.SerializeToElement(variables))
            {
                Role = "admin",
                AsOf = asOf,
                TakesValueConditions = true
            };
            using var body = new MemoryStream();
            var output = PipeWriter.Create(body);
            await Engine.RunAsync(Engine.Prepare(request), output, _ => { }, CancellationToken.None);
            await output.CompleteAsync();
            return Encoding.UTF8.GetString(body.ToArray());
        }
        catch (RequestErrorException refused)
        {
            var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, ErrorListWriter.Json))
            {
                json.WriteStartObject();
                ErrorListWriter.Write(json, refused.Errors);
                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(buffer.ToArray());
        }
    }

    /// <summary>An answer, indented.</summary>
    public static string Indented(string json) =>
        JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable).ReplaceLineEndings("\n");

    /// <summary>The SQL of a request on both providers.</summary>
    public string Sql(string document, object? variables = null)
    {
        var query = Engine.Prepare(
            new QueryRequest(document, null, JsonSerializer.SerializeToElement(variables)) { Role = "admin", TakesValueConditions = true });
        if (!query.IsQuery)
        {
            return string.Empty;
        }

        using var sqlite = Database.Open();
        using var past = Database.OpenPast();
        using var postgres = new TinyContext(new DbContextOptionsBuilder<TinyContext>().UseNpgsql("Host=nowhere").Options);
        using var postgresPast = new TinyPastContext(new DbContextOptionsBuilder<TinyPastContext>().UseNpgsql("Host=nowhere").Options);
        return $"-- SQLite\n{string.Join("\n\n", QueryEngine.Explain(query, sqlite, past))}\n\n-- " +
            $"PostgreSQL\n{string.Join("\n\n", QueryEngine.Explain(query, postgres, postgresPast))}\n".ReplaceLineEndings("\n");
    }

    public void Dispose()
    {
        Engine.Dispose();
        Database.Dispose();
    }
}
