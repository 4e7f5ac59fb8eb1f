using ReformGraph.Engine;
using Xunit;

namespace ReformGraph.Tests.Engine;

public sealed class ChangeClockTests
{
    private static readonly DateTime Noon = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    private readonly SetTime time = new();

    [Fact]
    public async Task No_change_is_recorded_at_or_before_an_instant_that_was_answered_whatever_the_clock_does()
    {
        var clock = new ChangeClock(time);
        await clock.AnswerAsync(Noon, default);
        Assert.Equal(Noon.AddMicroseconds(1), clock.Publish());
        clock.Published();
        time.Now = Noon.AddHours(-1);
        Assert.Equal(Noon.AddMicroseconds(1), clock.Publish());
        clock.Published();
        time.Now = Noon.AddHours(1);
        Assert.Equal(Noon.AddHours(1), clock.Publish());
    }

    [Fact]
    public async Task Who_asks_about_an_instant_at_which_a_change_is_being_recorded_waits_for_it()
    {
        var clock = new ChangeClock(time);
        var recorded = clock.Publish();
        await clock.AnswerAsync(recorded.AddMicroseconds(-1), default);
        var asked = clock.AnswerAsync(recorded, default).AsTask();
        Assert.False(asked.IsCompleted);
        clock.Published();
        await asked;
        Assert.Equal(recorded.AddMicroseconds(1), clock.Publish());
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_let_go()
    {
        var clock = new ChangeClock(time);
        var recorded = clock.Publish();
        using var gone = new CancellationTokenSource();
        var asked = clock.AnswerAsync(recorded, gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTime Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
