using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Writes;

/// <summary>The system fails the server's calls by which it writes and waits for the disk.</summary>
[Trait("Kind", "exhaustive")]
[Trait("Kind", "process")]
public sealed class FaultTests : IDisposable
{
    private static readonly int Attempts = Exhaustive.Share(3);

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [TheoryIfTracing]
    [InlineData("pwrite64:error=EIO", "STORAGE_FAILED")]
    [InlineData("pwrite64:error=EIO:when=2+2", "STORAGE_FAILED")] // a change is written in part
    [InlineData("pwrite64:error=ENOSPC", "STORAGE_FULL")]
    [InlineData("fsync,fdatasync:error=EIO", "STORAGE_FAILED")] // all is written, and perhaps not on the disk
    public async Task Writes_are_refused_while_the_disk_fails_reads_go_on_and_nothing_is_acknowledged_that_is_not_stored(string fault,
        string code)
    {
        using (var server = await ServerProcess.StartAsync(database.Path))
        {
            Assert.Equal(2, await WrittenAsync(server, 1));
            using (var strace = await AttachAsync(server.Id, fault))
            {
                for (var attempt = 0; attempt < Attempts; attempt++)
                {
                    var refused = await SendAsync(server, Update(2));
                    var error = Assert.Single(refused.GetProperty("errors").EnumerateArray());
                    Assert.Equal((code, "[]"), (error.GetProperty("extensions").GetProperty("code").GetString(),
                        error.GetProperty("extensions").GetProperty("stored").GetRawText()));
                    var read = await SendAsync(server,
                        """{ riskVillageByCode(code: "RV-H-001") { version riskFactors } changes { totalCount } }""");
                    Assert.Equal("""{"riskVillageByCode":{"version":2,"riskFactors":"1"},"changes":{"totalCount":2}}""",
                        read.GetProperty("data").GetRawText());
                }

                await DetachAsync(strace);
            }

            Assert.Equal(3, await WrittenAsync(server, 2)); // the same request, by its key
            Assert.Equal(4, await WrittenAsync(server, 3));
            await server.KillAsync();
        }

        using var next = await ServerProcess.StartAsync(database.Path);
        var after =
            await SendAsync(next, """{ riskVillageByCode(code: "RV-H-001") { version riskFactors } changes { nodes { sequence } } }""");
        Assert.Equal(
            """{"riskVillageByCode":{"version":4,"riskFactors":"3"},"changes":{"nodes":[{"sequence":1},{"sequence":2},{"sequence":3},{"sequence":4}]}}""", after.GetProperty("data").GetRawText());
        await WriteServer.AuditAsync(database.Path);
    }

    private static string Update(int number) =>
        $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, idempotencyKey: \"{number}\", code: \"RV-H-001\", version: " +
        $"{number}, riskFactors: \"{number}\" }}) {{ change {{ sequence }} }} }}";

    private static async Task<int> WrittenAsync(ServerProcess server, int number) =>
        (await SendAsync(server, Update(number))).GetProperty("data").GetProperty("updateRiskVillage").GetProperty("change")
            .GetProperty("sequence").GetInt32();

    private static async Task<JsonElement> SendAsync(ServerProcess server, string query)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync((Uri?)null, content);
        return JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;
    }

    private static async Task<Process> AttachAsync(int process, string fault)
    {
        var strace =
            Process.Start(
            new ProcessStartInfo("strace", ["-f", "-o", "/dev/null", "-e", "trace=" + fault.Split(':')[0], "-e", "inject=" + fault, "-p",
            process.ToString(CultureInfo.InvariantCulture)])
            { RedirectStandardError = true })!;
        Assert.Contains("attached", await strace.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)),
            StringComparison.Ordinal);
        return strace;
    }

    private static async Task DetachAsync(Process strace)
    {
        using var signal = Process.Start("kill", ["-TERM", strace.Id.ToString(CultureInfo.InvariantCulture)]);
        await strace.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }
}
