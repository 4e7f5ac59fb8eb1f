using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Access;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using ReformGraph.Engine;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests;

/// <summary>
/// Every .graphql file in a subject's folder <c>Cases</c> is sent to the running server as a client would. Its snapshots hold the
/// status and the answer under both media types, and, apart, the SQL on both providers.
/// </summary>
public sealed class CaseTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> Cases() => GraphQLCase.InAllBut("Engine", "Writes");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_gives_its_answer_by_its_statements(string slice, string name)
    {
        var request = GraphQLCase.Read(slice, name);
        var (status, answer) = await AskAsync(request, "application/graphql-response+json");
        var (jsonStatus, jsonAnswer) = await AskAsync(request, "application/json");

        Assert.Equal(answer, jsonAnswer);
        Assert.Equal(StatusesOf(answer), (status, jsonStatus));
        var statuses = status == jsonStatus ? $"HTTP {status}" : $"HTTP {status}, and {jsonStatus} as application/json";
        Snapshots.Match(
            ($"{statuses}\n{Indented(answer)}\n", [slice, name]),
            (answer.StartsWith("{\"errors\"", StringComparison.Ordinal) ? "" : Sql(request), [slice, name, "sql"]));
    }

    private async Task<(int Status, string Answer)> AskAsync(GraphQLCase request, string mediaType)
    {
        // Written by hand, so that the variables go out exactly as the case has them.
        var variables = request.Variables?.GetRawText() ?? "null";
        var body =
            $$"""{"query":{{JsonSerializer.Serialize(request.Text)}},"operationName":{{JsonSerializer.Serialize(request.OperationName)}},"variables":{{variables}}}""";
        using var response = await server.PostAsync(body, "Accept: " + mediaType);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.InRange((int)response.StatusCode, 200, 499);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The statuses that an answer's first error asks for.</summary>
    private static (int Status, int JsonStatus) StatusesOf(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        if (!json.RootElement.TryGetProperty("errors", out var errors))
        {
            return (200, 200);
        }

        var name = errors[0].GetProperty("extensions").GetProperty("code").GetString();
        var code = ServerErrorCodes.All.Single(known => known.Name == name);
        return (code.Status, code.JsonStatus);
    }

    private string Sql(GraphQLCase request)
    {
        var query = server.Engine.Prepare(
            new QueryRequest(request.Text, request.OperationName, request.Variables ?? default) { Role = Actor.Local.Role.Name() });
        using var sqlite = Context(options => options.UseSqlite());
        using var postgres = Context(options => options.UseNpgsql("Host=nowhere"));
        using var past = new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseSqlite().Options);
        using var postgresPast = new ReformPastContext(new DbContextOptionsBuilder<ReformPastContext>().UseNpgsql("Host=nowhere").Options);
        return $"-- SQLite\n{string.Join("\n\n", QueryEngine.Explain(query, sqlite, past))}\n\n-- " +
            $"PostgreSQL\n{string.Join("\n\n", QueryEngine.Explain(query, postgres, postgresPast))}\n".ReplaceLineEndings("\n");
    }

    private static ReformDbContext Context(Action<DbContextOptionsBuilder<ReformDbContext>> provider)
    {
        var options = new DbContextOptionsBuilder<ReformDbContext>();
        provider(options);
        return new(options.Options);
    }

    private static string Indented(string json) =>
        JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable).ReplaceLineEndings("\n");
}
