using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class ReadSessionTests : IDisposable
{
    private static readonly ReadStatement One = new("SELECT 1", [], 1, null);
    private static readonly ReadStatement LastChange = new("SELECT \"Sequence\" FROM \"DataState\"", [], 1, null);
    private static readonly ReadStatement Endless = new("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", [], 1, null);

    private readonly TinyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_session_that_was_completed_gives_its_connection_with_its_statements_to_the_next()
    {
        using var sessions = Sessions(TimeSpan.FromMinutes(1));
        Assert.Same(await PreparedAsync(sessions, isCompleted: true), await PreparedAsync(sessions, isCompleted: true));
    }

    [Fact]
    public async Task The_connection_of_a_session_that_was_not_completed_is_thrown_away_and_its_place_is_free()
    {
        using var sessions = Sessions(TimeSpan.FromMinutes(1));
        Assert.NotSame(await PreparedAsync(sessions, isCompleted: false), await PreparedAsync(sessions, isCompleted: true));
    }

    [Fact]
    public async Task A_session_that_cannot_begin_leaves_its_place_free()
    {
        database.Execute("DELETE FROM \"DataState\"");
        using var sessions = Sessions(TimeSpan.FromMinutes(1));
        for (var time = 0; time < 2; time++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => PreparedAsync(sessions, isCompleted: true));
        }
    }

    [Fact]
    public async Task All_statements_of_a_session_show_the_state_that_its_tag_names()
    {
        using var sessions = Sessions(TimeSpan.FromMinutes(1));
        using (var before = await sessions.OpenAsync(CancellationToken.None))
        {
            database.Execute("UPDATE \"DataState\" SET \"Sequence\" = 2");
            Assert.Equal((1, 1), (before.Sequence, Number(before, LastChange)));
            Assert.EndsWith("-1", before.StateTag, StringComparison.Ordinal);
            before.Complete();
        }

        using var after = await sessions.OpenAsync(CancellationToken.None);
        Assert.Equal((2, 2), (after.Sequence, Number(after, LastChange)));
        Assert.EndsWith("-2", after.StateTag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_runs_beyond_the_time_of_its_session_is_refused()
    {
        using var sessions = Sessions(TimeSpan.Zero);
        using var session = await sessions.OpenAsync(CancellationToken.None);
        Assert.Equal(
            "TIMEOUT: The statements took longer than the 00:00:00 that are allowed (Timeout).", Refusal(Assert.Throws<RequestRefusedException>(() => Number(session, Endless))));
    }

    [Fact]
    public async Task A_statement_ends_when_its_client_has_gone()
    {
        using var sessions = Sessions(TimeSpan.FromHours(1));
        using var client = new CancellationTokenSource();
        using var session = await sessions.OpenAsync(client.Token);
        await client.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => Number(session, Endless));
    }

    [Fact]
    public async Task A_session_for_which_no_connection_becomes_free_in_time_is_refused()
    {
        using var sessions = Sessions(TimeSpan.Zero);
        using var first = await sessions.OpenAsync(CancellationToken.None);
        var refused = await Assert.ThrowsAsync<RequestRefusedException>(async () => await sessions.OpenAsync(CancellationToken.None));
        Assert.StartsWith("TIMEOUT:", Refusal(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_takes_its_time_lets_others_read()
    {
        using var sessions = new SessionFactory(new LanePool(database.ConnectionString, running: 1, open: 2, statementBytesPerLane: 100_000), TimeSpan.FromMinutes(1));
        using var slow = await sessions.OpenAsync(CancellationToken.None);
        var taken = new TaskCompletionSource();
        var waiting = slow.AwaitClientAsync(taken.Task);
        Assert.NotNull(await PreparedAsync(sessions, isCompleted: true));
        taken.SetResult();
        await waiting;
        Assert.Equal(1, Number(slow, One));
    }

    // One connection, so that a place that is not given back would be missed.
    private SessionFactory Sessions(TimeSpan timeout) => new(new LanePool(database.ConnectionString, running: 1, open: 1, statementBytesPerLane: 100_000), timeout);

    private static async Task<PreparedStatement> PreparedAsync(SessionFactory sessions, bool isCompleted)
    {
        using var session = await sessions.OpenAsync(CancellationToken.None);
        var statement = session.Prepare(One);
        if (isCompleted)
        {
            session.Complete();
        }

        return statement;
    }

    private static long Number(ReadSession session, ReadStatement statement)
    {
        var prepared = session.Prepare(statement);
        Assert.True(prepared.Step());
        var number = prepared.Integer(0);
        prepared.Reset();
        return number;
    }

    private static string Refusal(RequestRefusedException refused) => $"{refused.Errors[0].Code.Name}: {refused.Errors[0].Message}";
}
