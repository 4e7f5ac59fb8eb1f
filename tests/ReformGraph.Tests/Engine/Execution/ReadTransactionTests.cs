using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class ReadTransactionTests : IDisposable
{
    private static readonly ReadStatement One = new("SELECT 1", [], 1, null);
    private static readonly ReadStatement LastChange = new("SELECT \"Sequence\" FROM \"DataState\"", [], 1, null);
    private static readonly ReadStatement Endless =
        new("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", [], 1, null);

    private readonly TinyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_transaction_that_was_completed_gives_its_connection_with_its_statements_to_the_next()
    {
        using var reads = Reads(TimeSpan.FromMinutes(1));
        Assert.Same(await PreparedAsync(reads, isCompleted: true), await PreparedAsync(reads, isCompleted: true));
    }

    [Fact]
    public async Task The_connection_of_a_transaction_that_was_not_completed_is_thrown_away_and_its_place_is_free()
    {
        using var reads = Reads(TimeSpan.FromMinutes(1));
        Assert.NotSame(await PreparedAsync(reads, isCompleted: false), await PreparedAsync(reads, isCompleted: true));
    }

    [Fact]
    public async Task A_transaction_that_cannot_begin_leaves_its_place_free()
    {
        database.Execute("DELETE FROM \"DataState\"");
        using var reads = Reads(TimeSpan.FromMinutes(1));
        for (var time = 0; time < 2; time++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => PreparedAsync(reads, isCompleted: true));
        }
    }

    [Fact]
    public async Task All_statements_of_a_transaction_show_the_state_that_its_tag_names()
    {
        using var reads = Reads(TimeSpan.FromMinutes(1));
        using (var before = await reads.BeginAsync(CancellationToken.None))
        {
            database.Execute("UPDATE \"DataState\" SET \"Sequence\" = 2");
            Assert.Equal((1, 1), (before.Sequence, Number(before, LastChange)));
            Assert.EndsWith("-1-2026-01-01 00:00:00", before.StateTag, StringComparison.Ordinal);
            before.Complete();
        }

        using var after = await reads.BeginAsync(CancellationToken.None);
        Assert.Equal((2, 2), (after.Sequence, Number(after, LastChange)));
        Assert.EndsWith("-2-2026-01-01 00:00:00", after.StateTag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_runs_beyond_the_time_of_its_transaction_is_refused()
    {
        using var reads = Reads(TimeSpan.Zero);
        using var transaction = await reads.BeginAsync(CancellationToken.None);
        Assert.Equal(
            "TIMEOUT: The SQL statements took longer than 00:00:00 (Timeout), and were interrupted.",
                Refusal(Assert.Throws<RequestErrorException>(() => Number(transaction, Endless))));
    }

    [Fact]
    public async Task A_statement_ends_when_its_client_has_gone()
    {
        using var reads = Reads(TimeSpan.FromHours(1));
        using var client = new CancellationTokenSource();
        using var transaction = await reads.BeginAsync(client.Token);
        await client.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => Number(transaction, Endless));
    }

    [Fact]
    public async Task A_transaction_for_which_no_connection_becomes_free_in_time_is_refused()
    {
        using var reads = Reads(TimeSpan.Zero);
        using var first = await reads.BeginAsync(CancellationToken.None);
        var refused = await Assert.ThrowsAsync<RequestErrorException>(async () => await reads.BeginAsync(CancellationToken.None));
        Assert.StartsWith("TIMEOUT:", Refusal(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_takes_its_time_lets_others_read()
    {
        using var reads = new ReadOnlyDatabase(new ReadConnectionPool(database.ConnectionString, running: 1, open: 2,
            statementBytesPerConnection: 100_000), TimeSpan.FromMinutes(1));
        using var slow = await reads.BeginAsync(CancellationToken.None);
        var taken = new TaskCompletionSource();
        var waiting = slow.AwaitClientAsync(taken.Task);
        Assert.NotNull(await PreparedAsync(reads, isCompleted: true));
        taken.SetResult();
        await waiting;
        Assert.Equal(1, Number(slow, One));
    }

    // One connection, so that a place that is not given back would be missed.
    private ReadOnlyDatabase Reads(TimeSpan timeout) =>
        new(new ReadConnectionPool(database.ConnectionString, running: 1, open: 1, statementBytesPerConnection: 100_000), timeout);

    private static async Task<PreparedStatement> PreparedAsync(ReadOnlyDatabase reads, bool isCompleted)
    {
        using var transaction = await reads.BeginAsync(CancellationToken.None);
        var statement = transaction.Prepare(One);
        if (isCompleted)
        {
            transaction.Complete();
        }

        return statement;
    }

    private static long Number(ReadTransaction transaction, ReadStatement statement)
    {
        var prepared = transaction.Prepare(statement);
        Assert.True(prepared.Step());
        var number = prepared.Integer(0);
        prepared.Reset();
        return number;
    }

    private static string Refusal(RequestErrorException refused) => $"{refused.Errors[0].Code.Name}: {refused.Errors[0].Message}";
}
