using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ReformGraph.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.History;

/// <summary>The past while the present moves: what was answered of an instant is answered again, byte for byte,
/// whatever is written meanwhile.</summary>
public sealed class MovingPastTests
{
    private const int Writers = 4;
    private const int Readers = 3;
    private const int Updates = 25;

    private const string Question = """
        {
          townships(first: 3) { nodes { code riskVillages { totalCount nodes { code level leadOfficial version history { totalCount } } } } }
          riskVillages { aggregate { count max { leadOfficial } } groups(by: [{ level: {} }]) { nodes { key { level } aggregate { count } } } }
          changes { totalCount }
          riskVillageDiff(from: { sequence: 1 }) { totalCount nodes { code fields { name after } } }
        }
        """;

    [Fact]
    public async Task Whatever_was_answered_of_an_instant_is_answered_again()
    {
        await using var own = await WriteServer.StartAsync();
        var answered = new ConcurrentBag<(string AsOf, string Sequence, string Body)>();
        var writing = Enumerable.Range(1, Writers).Select(writer => WriteAsync(own, writer)).ToList();
        var written = Task.WhenAll(writing);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            do
            {
                answered.Add(
                    await AskAsync(own, DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)));
            }
            while (!written.IsCompleted);
        }));
        await written;

        Assert.True(answered.Select(answer => answer.Sequence).Distinct().Count() > 3);
        foreach (var answer in answered)
        {
            Assert.Equal(answer, await AskAsync(own, answer.AsOf));
            Assert.Equal(answer.Body, (await AskAsync(own, answer.Sequence)).Body);
        }
    }

    private static async Task WriteAsync(WriteServer own, int id)
    {
        for (var version = 1; version <= Updates; version++)
        {
            var payload =
                await own.FieldAsync(
                $$"""mutation { updateRiskVillage(input: { {{WriteServer.Note}}, id: {{id}}, version: {{version}}, leadOfficial: "{{version}}", level: {{(version % 2 == 0 ? "HIGH" : "LOW")}} }) { riskVillage { version } errors { __typename } } }""");
            Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        }
    }

    private static async Task<(string AsOf, string Sequence, string Body)> AskAsync(WriteServer own, string asOf)
    {
        using var response =
            await own.Server.PostAsync(JsonSerializer.Serialize(new { query = Question }), $"{HistoryHeaders.AsOf}: {asOf}");
        return (asOf, response.Headers.GetValues(HistoryHeaders.AsOfSequence).Single(), await response.Content.ReadAsStringAsync());
    }
}
