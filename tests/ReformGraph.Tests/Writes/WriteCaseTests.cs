using System.Text.Encodings.Web;
using System.Text.Json;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>
/// Every case of mutations is sent to a server over a database of its own, once for each media type. Its snapshot holds the status,
/// the answer
/// and the changes that were recorded; and the database agrees with itself behind it.
/// </summary>
public sealed class WriteCaseTests
{
    private const string Changes =
        "{ changes(where: { sequence: { gt: 1 } }) { nodes { sequence actor kind reason effectiveOn evidenceReference evidenceSha256 " +
        "rows { nodes { entity code version action } } } } }";

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Cases() => [.. GraphQLCase.In("Writes")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_mutation_gives_its_answer_and_records_what_it_did(string name)
    {
        var request = GraphQLCase.Read("Writes", name);
        var (status, answer, changes) = await WriteAsync(request, "application/graphql-response+json");
        var (jsonStatus, jsonAnswer, _) = await WriteAsync(request, "application/json");
        Assert.Equal(answer, jsonAnswer);
        Snapshot.Match($"HTTP {status}, and {jsonStatus} as application/json\n{answer}\n\n-- recorded\n{changes}\n",
            new SnapshotNameExtension(name));
    }

    private static async Task<(int Status, string Answer, string Changes)> WriteAsync(GraphQLCase request, string mediaType)
    {
        await using var own = await WriteServer.StartAsync();
        var body =
            JsonSerializer.Serialize(new { query = request.Text, operationName = request.OperationName, variables = request.Variables });
        using var response = await own.Server.PostAsync(body, "Accept: " + mediaType);
        var answer = Indented(await response.Content.ReadAsStringAsync());
        var changes = await own.FieldAsync(Changes);
        await WriteServer.AuditAsync(own.Database.Path);
        return ((int)response.StatusCode, answer, Indented(changes.GetProperty("nodes").ToString()));
    }

    private static string Indented(string json) =>
        JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable).ReplaceLineEndings("\n");
}
