using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CsCheck;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;
using Xunit.Abstractions;

namespace ReformGraph.Tests.BadInput;

/// <summary>
/// Requests of all kinds, right and damaged, by all roles, to the program as its users start it: none is the server's mistake, its memory
/// does not grow, and the log holds in the end. The variable <c>SOAK_MINUTES</c> says for how long; <c>./dev soak 20</c> sets it.
/// </summary>
[Trait("Kind", "exhaustive")]
[Trait("Kind", "process")]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Clients = 4;
    private const long MostGrowth = 100 << 20;

    private static readonly int? Minutes = Environment.GetEnvironmentVariable("SOAK_MINUTES") is { } minutes
        ? int.Parse(minutes, CultureInfo.InvariantCulture) : null;
    private static readonly string[] MediaTypes = ["application/graphql-response+json", "application/json", "*/*"];

    [FactIfExhaustive]
    public async Task No_request_of_any_role_is_the_servers_mistake_and_none_takes_its_memory()
    {
        using var database = new SeededDatabase();
        var keys = await KeysAsync(database);
        using var server = await ServerProcess.StartAsync(database.Path);
        var requests = 0L;
        var faults = new ConcurrentDictionary<string, string>(); // the first of each kind, as a run is long
        var clock = Stopwatch.StartNew();
        var afterAMinute = new Lazy<long>(() => server.ResidentBytes);
        var asked = Gen.Select(SoakRequest.Any, Gen.OneOf<string>([.. keys]), Gen.OneOf<string>(MediaTypes));
        async Task AskAsync((SoakRequest Request, string Key, string Accept) ask)
        {
            using var message = ask.Request.Message(ask.Key, ask.Accept);
            using var response = await server.Client.SendAsync(message);
            var answer = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode is not (< 500 or 501 or 503 or 507) || answer.Contains("\"INTERNAL\"", StringComparison.Ordinal))
            {
                faults.TryAdd($"{(int)response.StatusCode} {ask.Request.Address.Split('?')[0]}", $"{ask.Request}\n{answer}");
            }

            Interlocked.Increment(ref requests);
            if (clock.Elapsed > TimeSpan.FromMinutes(1))
            {
                _ = afterAMinute.Value;
            }
        }

        if (Minutes is { } minutes)
        {
            await asked.SampleAsync(AskAsync, time: minutes * 60, threads: Clients);
            Assert.Empty(faults);
            AssertSteady(requests, afterAMinute.Value, server.ResidentBytes - afterAMinute.Value, clock.Elapsed);
        }
        else
        {
            await asked.SampleAsync(AskAsync, iter: Exhaustive.Share(400), threads: Clients);
        }

        Assert.Empty(faults);
        await server.KillAsync();
        await WriteServer.AuditAsync(database.Path);
    }

    private void AssertSteady(long requests, long afterAMinute, long grown, TimeSpan elapsed)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{requests} requests, {afterAMinute >> 20} MiB after a minute, {grown >> 20} MiB more after {elapsed.TotalMinutes:0.0} minutes"));
        Assert.InRange(grown, long.MinValue, MostGrowth);
    }

    private static async Task<List<string>> KeysAsync(SeededDatabase database)
    {
        var keys = new List<string>();
        await using var context = database.Open();
        foreach (var role in Enum.GetValues<Role>())
        {
            keys.Add(await KeyRegister.CreateAsync(context, role.Name(), role, null));
        }

        return keys;
    }
}
