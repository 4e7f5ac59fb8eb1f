using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class ReadConnectionPoolTests : IDisposable
{
    private readonly TinyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Connections_beyond_those_that_run_are_kept_while_they_are_in_use()
    {
        using var pool = new ReadConnectionPool(database.ConnectionString, running: 1, open: 2, statementBytesPerConnection: 100_000);
        var seen = new HashSet<ReadConnection>();
        for (var turn = 0; turn < 3; turn++)
        {
            var clock = new Deadline(TimeSpan.FromSeconds(10), CancellationToken.None);
            var slow = await pool.RentAsync(clock);
            var taken = new TaskCompletionSource();
            var waiting = pool.AwaitClientAsync(slow, taken.Task, clock).AsTask();
            var other = await pool.RentAsync(clock);
            pool.Return(other);
            taken.SetResult();
            await waiting;
            pool.Return(slow);
            seen.UnionWith([slow, other]);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task A_connection_whose_read_was_not_completed_is_closed()
    {
        using var pool = new ReadConnectionPool(database.ConnectionString, running: 1, open: 1, statementBytesPerConnection: 100_000);
        var clock = new Deadline(TimeSpan.FromSeconds(10), CancellationToken.None);
        var failed = await pool.RentAsync(clock);
        failed.BeginRead(clock);
        pool.Return(failed);
        using var next = await pool.RentAsync(clock);
        Assert.NotSame(failed, next);
    }

    [Fact]
    public async Task It_counts_connections_in_use_idle_ones_and_requests_that_wait()
    {
        using var pool = new ReadConnectionPool(database.ConnectionString, running: 1, open: 2, statementBytesPerConnection: 100_000);
        var clock = new Deadline(TimeSpan.FromSeconds(10), CancellationToken.None);
        Assert.Equal((0, 0, 0), pool.Counts);
        var first = await pool.RentAsync(clock);
        Assert.Equal((1, 0, 0), pool.Counts);
        var second = pool.RentAsync(clock).AsTask();
        Assert.Equal((1, 0, 1), pool.Counts);
        pool.Return(first);
        var same = await second;
        Assert.Equal((1, 0, 0), pool.Counts);
        pool.Return(same);
        Assert.Equal((0, 1, 0), pool.Counts);

        var failed = await pool.RentAsync(clock);
        failed.BeginRead(clock);
        pool.Return(failed);
        Assert.Equal((0, 0, 0), pool.Counts);
    }
}
