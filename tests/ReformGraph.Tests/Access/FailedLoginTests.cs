using System.Diagnostics;
using System.Net;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using Xunit;

namespace ReformGraph.Tests.Access;

/// <summary>Whoever tries keys is answered later and later, and nobody else is.</summary>
public sealed class FailedLoginTests
{
    private readonly SetTime time = new();

    [Fact]
    public void Refusals_of_an_address_are_sent_later_and_later_up_to_ten_seconds()
    {
        var failed = new FailedLogins(time);
        Assert.Equal([0, 0, 0, 0, 0, 250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000],
            Enumerable.Range(0, 13).Select(_ => (int)failed.Count("a").TotalMilliseconds));
        Assert.All(Enumerable.Range(0, 1_000), _ => Assert.InRange(failed.Count("a"), TimeSpan.Zero, FailedLogins.Longest));
        Assert.Equal(TimeSpan.Zero, failed.Count("b"));
    }

    [Fact]
    public void Failures_are_forgotten_after_ten_minutes_without_another()
    {
        var failed = new FailedLogins(time);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            time.Now += TimeSpan.FromMinutes(9);
            failed.Count("a");
        }

        Assert.Equal(FailedLogins.Longest, failed.Count("a"));
        time.Now += FailedLogins.Remembered;
        Assert.Equal(TimeSpan.Zero, failed.Count("a"));
    }

    [Fact]
    public void Many_addresses_share_one_count_and_take_no_more_memory()
    {
        var failed = new FailedLogins(time);
        for (var address = 0; address < FailedLogins.MostAddresses; address++)
        {
            failed.Count($"{address}");
        }

        Assert.Equal([0, 0, 0, 0, 0, 250, 500],
            Enumerable.Range(0, 7).Select(address => (int)failed.Count($"other {address}").TotalMilliseconds));
        Assert.Equal(TimeSpan.Zero, failed.Count("0"));
        time.Now += FailedLogins.Remembered;
        Assert.Equal(TimeSpan.Zero, failed.Count("other 8"));
    }

    [Fact]
    public async Task A_refusal_waits_for_the_clock_and_ends_when_the_client_has_gone()
    {
        var failed = new FailedLogins(time);
        using var gone = new CancellationTokenSource();
        for (var attempt = 0; attempt < FailedLogins.Tolerated; attempt++)
        {
            Assert.True(failed.WaitAsync("a", gone.Token).IsCompletedSuccessfully);
        }

        var (next, last) = (failed.WaitAsync("a", gone.Token), failed.WaitAsync("a", gone.Token));
        Assert.Equal([TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500)], time.Timers.Select(timer => timer.Due));
        Assert.False(next.IsCompleted);
        time.Timers[0].Ring();
        await next;
        await gone.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => last);
    }

    [Fact]
    public async Task Over_HTTP_wrong_keys_of_the_client_behind_a_proxy_are_slowed_down_and_right_ones_are_not()
    {
        const string Client = "X-Forwarded-For: 203.0.113.5", Other = "X-Forwarded-For: 203.0.113.6";
        await using var guarded = await GuardedServer.StartAsync(trustedProxies: "127.0.0.1");
        var key = await guarded.KeyAsync(Role.Reader);
        for (var attempt = 0; attempt < FailedLogins.Tolerated; attempt++)
        {
            await RefusedAsync(Client, "rg_wrong-key-of-some-length");
        }

        Assert.True(await RefusedAsync(Client, "rg_wrong-key-of-some-length") >= TimeSpan.FromMilliseconds(240));
        Assert.True(await RefusedAsync(Client, "no.token.at-all") >= TimeSpan.FromMilliseconds(480));
        Assert.True(await RefusedAsync(Other, "rg_wrong-key-of-some-length") < TimeSpan.FromMilliseconds(240));
        using var right = await guarded.Server.GetAsync("query={__typename}", Client, "Authorization: Bearer " + key);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);

        async Task<TimeSpan> RefusedAsync(string address, string credential)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await guarded.Server.GetAsync("query={__typename}", address, $"Authorization: Bearer {credential}");
            await ApiKeyTests.RefusedAsync(response, credential.StartsWith("rg_", StringComparison.Ordinal)
                ? "This server does not know the API key." : "The Authorization header does not contain an API key.");
            return Stopwatch.GetElapsedTime(start);
        }
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public List<Timer> Timers { get; } = [];

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers.Add(new Timer(dueTime, () => callback(state)));
            return Timers[^1];
        }

        internal sealed record Timer(TimeSpan Due, Action Ring) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
