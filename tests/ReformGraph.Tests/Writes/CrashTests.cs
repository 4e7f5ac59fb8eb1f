using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Seeding;
using Xunit;
using Xunit.Abstractions;

namespace ReformGraph.Tests.Writes;

/// <summary>
/// The server is killed at random points while clients write, and started again. Nothing that was acknowledged is lost,
/// nothing is stored in
/// part, nothing twice, and the log holds. The variable <c>CRASH_KILLS</c> says how often; <c>./dev crash 200</c> sets it.
/// </summary>
[Trait("Kind", "exhaustive")]
[Trait("Kind", "process")]
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private const int AuditedEach = 20;
    private const int LeastEach = 100; // writes between two kills on average, if nothing else runs

    private static readonly bool IsAlone = Environment.GetEnvironmentVariable("CRASH_KILLS") is not null;
    private static readonly int Kills = Environment.GetEnvironmentVariable("CRASH_KILLS") is { } kills
        ? int.Parse(kills, CultureInfo.InvariantCulture) : Exhaustive.Share(20);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_torn_or_written_twice_by_kills()
    {
        using var database = new SeededDatabase();
        var clients = Enumerable.Range(0, Clients).Select(number => new CrashClient(number)).ToList();
        var random = new Random(Kills);
        var longest = TimeSpan.Zero;
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var server = await ServerProcess.StartAsync(database.Path);
            longest = kill > 1 && server.Started > longest ? server.Started : longest; // the first start has nothing to recover
            var before = clients.Sum(client => client.Acknowledged.Count);
            var writing = clients.Select(client => client.WriteAsync(server.Client)).ToList();
            var isEarly = !IsAlone && kill % 2 > 0; // while it starts and its first writes are under way
            while (!isEarly && clients.Sum(client => client.Acknowledged.Count) == before && !writing.Exists(client => client.IsCompleted))
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(IsAlone ? 2_500 : isEarly ? 1_500 : 400));
            await server.KillAsync();
            await Task.WhenAll(writing);
            Check(database, clients);
            if (kill % AuditedEach == 0 || kill == Kills)
            {
                await WriteServer.AuditAsync(database.Path);
            }
        }

        var acknowledged = clients.Sum(client => client.Acknowledged.Count);
        output.WriteLine(FormattableString.Invariant(
            $"{Kills} kills, {acknowledged} acknowledged writes, longest restart {longest.TotalSeconds:0.00} s"));
        Assert.True(!IsAlone || longest <= LongestStart, $"a restart took {longest}"); // beside other tests, the clock measures them
        Assert.True(acknowledged >= Kills * (IsAlone ? LeastEach : 1), $"only {acknowledged} writes were acknowledged");
    }

    private static void Check(SeededDatabase database, IReadOnlyList<CrashClient> clients)
    {
        using var context = database.Open();
        var changes = context.Set<Change>().AsNoTracking().Where(change => change.Kind == ChangeKind.Correction)
            .OrderBy(change => change.Id).ToList();
        Assert.Equal(Enumerable.Range(2, changes.Count), changes.Select(change => change.Id));
        var rows = context.Set<RiskVillage>().AsNoTracking().Where(row => row.Code.StartsWith("K-")).ToDictionary(row => row.Code);
        foreach (var client in clients)
        {
            var own =
                changes.Where(change => change.Reason.StartsWith(client.Codes[0].Split('-')[1] + "-", StringComparison.Ordinal)).ToList();
            Assert.Equal(client.Acknowledged, own.Take(client.Acknowledged.Count).Select(change => (change.Reason, change.Sequence)));
            Assert.InRange(own.Count, client.Acknowledged.Count, client.Acknowledged.Count + (client.Pending is null ? 0 : 1));
            Assert.All(own, change => Assert.InRange(change.RowCount, 2, 4)); // two rows; checks count new ones
            Assert.All(client.Codes, code => Assert.Equal(own.LastOrDefault()?.Reason, rows.GetValueOrDefault(code)?.RiskFactors));
            Assert.All(client.Codes, code => Assert.Equal(own.Count, rows.GetValueOrDefault(code)?.Version ?? 0));
        }
    }
}
