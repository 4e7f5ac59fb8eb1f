using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.Reports;

/// <summary>The setting Report:File and what it adds to the answers.</summary>
public sealed class SentenceTests
{
    private const string Question =
        """{ checkByCode(code: "local-matters-sum") { inputs { nodes { figure { wording locator { sentence } } } } } }""";

    [FactIfReport]
    public async Task With_the_reports_document_a_locator_gives_the_sentence() => Assert.All(
        await AskAsync(FactIfReportAttribute.File!),
        figure => Assert.Contains(figure.GetProperty("wording").GetString()!,
            figure.GetProperty("locator").GetProperty("sentence").GetString(), StringComparison.Ordinal));

    [Fact]
    public async Task With_another_document_it_gives_none()
    {
        var other = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(other, "另一份文件。");
            Assert.All(await AskAsync(other),
                figure => Assert.Equal(JsonValueKind.Null, figure.GetProperty("locator").GetProperty("sentence").ValueKind));
        }
        finally
        {
            File.Delete(other);
        }
    }

    private static async Task<List<JsonElement>> AskAsync(string document)
    {
        var server = await RunningServer.StartAsync(RunningServer.Options(report: document));
        try
        {
            using var response = await server.PostAsync(JsonSerializer.Serialize(new { query = Question }));
            var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            return [.. answer.GetProperty("data").GetProperty("checkByCode").GetProperty("inputs").GetProperty("nodes").EnumerateArray()
                .Select(node => node.GetProperty("figure"))];
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
