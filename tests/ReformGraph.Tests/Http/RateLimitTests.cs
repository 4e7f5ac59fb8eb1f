using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ReformGraph.Domain.Access;
using ReformGraph.Http;
using ReformGraph.Settings;
using ReformGraph.Tests.Access;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>What a client may use, and that it does not use up what others may.</summary>
public sealed class RateLimitTests
{
    private const string OneAddress = "X-Forwarded-For: 203.0.113.5", AnotherAddress = "X-Forwarded-For: 203.0.113.6";

    [Fact]
    public async Task A_key_that_has_used_up_its_requests_is_refused_while_another_is_served_and_later_served_again()
    {
        await using var guarded = await GuardedServer.StartAsync(limits: new() { Key = new() { RequestsPerMinute = 3 } });
        var (one, other) = (await guarded.KeyAsync(Role.Reader, "one"), await guarded.KeyAsync(Role.Reader, "other"));
        for (var left = 2; left >= 0; left--)
        {
            using var served = await guarded.AskAsync($"Bearer {one}");
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
            Assert.Equal("\"key-requests\";q=3;w=60", Header(served, "RateLimit-Policy"));
            Assert.Equal($"\"key-requests\";r={left};t={(3 - left) * 20}", Header(served, "RateLimit"));
        }

        using var refused = await guarded.AskAsync($"Bearer {one}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "TOO_MANY_REQUESTS"), (refused.StatusCode, await RunningServer.CodeAsync(refused)));
        Assert.InRange(int.Parse(Header(refused, "Retry-After")!, CultureInfo.InvariantCulture), 1, 20);
        Assert.StartsWith("\"key-requests\";r=0;t=", Header(refused, "RateLimit"), StringComparison.Ordinal);
        using var another = await guarded.AskAsync($"Bearer {other}");
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task What_was_used_returns_as_time_passes()
    {
        await using var guarded = await GuardedServer.StartAsync(limits: new() { Key = new() { RequestsPerMinute = 60 } });
        var key = await guarded.KeyAsync(Role.Reader);
        HttpResponseMessage? refused = null;
        for (var request = 0; request < 100 && refused is null; request++)
        {
            var response = await guarded.AskAsync($"Bearer {key}", "{ __typename }");
            refused = response.StatusCode == HttpStatusCode.TooManyRequests ? response : null;
        }

        Assert.Equal("1", Header(refused!, "Retry-After"));
        HttpStatusCode status;
        do
        {
            using var again = await guarded.AskAsync($"Bearer {key}", "{ __typename }");
            status = again.StatusCode;
        }
        while (status != HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_cost_of_operations_is_spent_before_they_run()
    {
        await using var guarded = await GuardedServer.StartAsync(limits: new() { Key = new() { CostPerMinute = 100 } });
        var key = $"Bearer {await guarded.KeyAsync(Role.Reader)}";
        const string fiftyRows = "{ riskVillages { nodes { code } } }", twoHundred = "{ riskVillages(first: 200) { nodes { code } } }";
        using var first = await guarded.AskAsync(key, fiftyRows);
        Assert.Equal((HttpStatusCode.OK, "63"), (first.StatusCode, Header(first, "Operation-Cost")));
        Assert.Equal("\"key-cost\";q=100;w=60", Header(first, "RateLimit-Policy"));
        Assert.Matches("^\"key-cost\";r=(3[7-9]|[45][0-9]);t=[0-9]+$", Header(first, "RateLimit"));
        using var second = await guarded.AskAsync(key, fiftyRows);
        Assert.Equal((HttpStatusCode.TooManyRequests, "63"), (second.StatusCode, Header(second, "Operation-Cost")));
        Assert.InRange(int.Parse(Header(second, "Retry-After")!, CultureInfo.InvariantCulture), 1, 16);
        using var large = await guarded.AskAsync(key, twoHundred);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "COST_TOO_HIGH"), (large.StatusCode, await RunningServer.CodeAsync(large)));
        using var asked = await guarded.Server.PostAsync(JsonSerializer.Serialize(new { query = twoHundred }), $"Authorization: {key}",
            "GraphQL-Cost: validate");
        Assert.Equal((HttpStatusCode.OK, "213"), (asked.StatusCode, Header(asked, "Operation-Cost")));
        using var feed = await guarded.Server.SendAsync(HttpMethod.Get, "/odata/riskVillages", null, $"Authorization: {key}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, feed.StatusCode);
    }

    [Fact]
    public async Task What_a_key_cannot_pay_is_not_charged_to_its_address()
    {
        await using var guarded = await GuardedServer.StartAsync(
            limits: new() { Address = new() { CostPerMinute = 1_000 }, Key = new() { CostPerMinute = 100 } }, trustedProxies: "127.0.0.1");
        var key = $"Authorization: Bearer {await guarded.KeyAsync(Role.Reader)}";
        foreach (var expected in new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests })
        {
            using var answer = await guarded.Server.PostAsync(
                """{"query":"{ riskVillages { nodes { code } } }"}""", key, OneAddress);
            Assert.Equal(expected, answer.StatusCode);
            Assert.Matches("^\"address-cost\";r=(93[7-9]|9[4-9][0-9]);t=[0-9]+, \"key-cost\";r=", Header(answer, "RateLimit"));
        }
    }

    [Fact]
    public async Task A_key_may_have_only_so_many_writes_in_progress()
    {
        await using var guarded = await GuardedServer.StartAsync(limits: new() { Key = new() { WritesAtOnce = 1 } });
        var key = $"Authorization: Bearer {await guarded.KeyAsync(Role.Editor, "one")}";
        var other = $"Authorization: Bearer {await guarded.KeyAsync(Role.Editor, "other")}";
        using var open = new EndlessTable();
        var writing = guarded.Server.SendAsync(HttpMethod.Post, "/import/risk-villages?reason=x", open, key);
        await open.Begun;
        await IsWritingAsync(guarded, key);
        const string mutation = """{ "query": "mutation { __typename }" }""";
        using var refused = await guarded.Server.PostAsync(mutation, key);
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.StatusCode, Header(refused, "Retry-After")));
        Assert.Equal("\"key-writes\";q=1;qu=\"concurrent-requests\"", Header(refused, "RateLimit-Policy"));
        Assert.Equal("\"key-writes\";r=0", Header(refused, "RateLimit"));
        using var another = await guarded.Server.PostAsync(mutation, other);
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
        open.End();
        using var ended = await writing;
        using var again = await guarded.Server.PostAsync(mutation, key);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task An_address_is_that_of_the_client_only_if_a_trusted_proxy_names_it_and_this_machine_has_no_limit()
    {
        var limits = new RateLimitOptions { Address = new() { RequestsPerMinute = 1 } };
        await using var behind = await GuardedServer.StartAsync(limits: limits, trustedProxies: "127.0.0.1;10.0.0.0/8");
        behind.Server.Client.DefaultRequestHeaders.Authorization = new("Bearer", await behind.KeyAsync(Role.Reader));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
        [
            await StatusAsync(behind, OneAddress), await StatusAsync(behind, OneAddress), await StatusAsync(behind, AnotherAddress),
            await StatusAsync(behind, "X-Forwarded-For: 198.51.100.7, 203.0.113.6, 10.1.2.3"), // what a client claims is not believed
        ]);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await StatusAsync(behind), await StatusAsync(behind)]);
        await using var without = await GuardedServer.StartAsync(limits: limits);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK],
            [await StatusAsync(without, OneAddress), await StatusAsync(without, OneAddress)]);
    }

    [Fact]
    public async Task A_refused_login_counts_for_its_address()
    {
        await using var guarded = await GuardedServer.StartAsync(
            limits: new() { Address = new() { RequestsPerMinute = 2 } }, trustedProxies: "127.0.0.1");
        await guarded.KeyAsync(Role.Reader);
        string[] wrong = [OneAddress, "Authorization: Bearer rg_wrong"];
        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests],
            [await StatusAsync(guarded, wrong), await StatusAsync(guarded, wrong), await StatusAsync(guarded, wrong)]);
    }

    [Fact]
    public async Task Who_needs_no_key_has_no_limit()
    {
        await using var open = await GuardedServer.StartAsync(limits: new() { Key = new() { RequestsPerMinute = 1 } });
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [await StatusAsync(open), await StatusAsync(open)]);
    }

    [Fact]
    public async Task What_is_beyond_a_limit_can_be_reported_in_place_of_being_refused()
    {
        using var log = new StringLog();
        await using var guarded = await GuardedServer.StartAsync(
            limits: new() { Key = new() { RequestsPerMinute = 1, CostPerMinute = 20 }, ReportOnly = true }, loggers: log);
        var key = $"Bearer {await guarded.KeyAsync(Role.Reader, "dashboard")}";
        for (var request = 0; request < 2; request++)
        {
            using var served = await guarded.AskAsync(key, "{ counties { nodes { code } } }");
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }

        Assert.Equal(3, log.Lines.Count(line => line.StartsWith("dashboard is beyond a limit in the request ", StringComparison.Ordinal)));
        Assert.Single(log.Lines, line => line.Contains("RateLimits:Key:RequestsPerMinute", StringComparison.Ordinal));
        Assert.Equal(2, log.Lines.Count(line => line.Contains("The operation costs 63.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_so_many_clients_have_a_budget_of_their_own()
    {
        using var limits = new ClientLimits("address", new() { RequestsPerMinute = 1 }, TimeProvider.System);
        var budgets = Enumerable.Range(0, 2 * ClientLimits.MostClients).Select(client => limits.BudgetOf($"{client}")).ToHashSet();
        Assert.Equal(ClientLimits.MostClients + 1, budgets.Count);
        Assert.Equal("7", limits.BudgetOf("7"));
    }

    [Theory]
    [InlineData("203.0.113.5", "203.0.113.5")]
    [InlineData("::ffff:203.0.113.5", "203.0.113.5")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void An_IPv6_network_is_one_client(string address, string expected) =>
        Assert.Equal(expected, RateLimits.NetworkOf(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.1;10.1.0.0/16;::1;2001:db8::/32", 4)]
    [InlineData("10.0.0.0/40", null)]
    [InlineData("proxy.example.org", null)]
    [InlineData("", null)]
    public void Proxies_are_addresses_and_networks(string text, int? expected) =>
        Assert.Equal(expected, NetworksAttribute.Parse(text)?.Count);

    private static async Task<HttpStatusCode> StatusAsync(GuardedServer guarded, params string[] headers)
    {
        using var response = await guarded.Server.PostAsync("""{ "query": "{ __typename }" }""", headers);
        return response.StatusCode;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    // The import counts from when its headers are read.
    private static async Task IsWritingAsync(GuardedServer guarded, string key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        HttpResponseMessage state;
        do
        {
            patience.Token.ThrowIfCancellationRequested();
            state = await guarded.Server.PostAsync("""{ "query": "{ __typename }" }""", key);
        }
        while (Header(state, "RateLimit") != "\"key-writes\";r=0");
    }

    /// <summary>A table whose end is held back.</summary>
    private sealed class EndlessTable : HttpContent
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously),
            end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndlessTable() => Headers.ContentType = new("text/csv");

        public Task Begun => begun.Task;

        public void End() => end.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("code\n"u8.ToArray());
            await stream.FlushAsync();
            begun.SetResult();
            await end.Task;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class StringLog : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
