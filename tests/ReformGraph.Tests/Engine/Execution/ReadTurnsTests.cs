using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

/// <summary>Who reads next, without any database.</summary>
public sealed class ReadTurnsTests
{
    private readonly SetTime time = new();

    [Fact]
    public async Task Senders_that_wait_take_turns_and_each_keeps_its_order()
    {
        var turns = new ReadTurns(1, 10, 1, time);
        var order = new List<string>();
        await turns.TakeAsync("many", Clock());
        Task[] waiting =
        [
            ReadAsync(turns, "many", "many 1", order), ReadAsync(turns, "many", "many 2", order), ReadAsync(turns, "many", "many 3", order),
            ReadAsync(turns, "few", "few 1", order), ReadAsync(turns, "third", "third 1", order),
        ];
        turns.Return("many");
        await Task.WhenAll(waiting);
        Assert.Equal(["many 1", "few 1", "third 1", "many 2", "many 3"], order);
    }

    [Fact]
    public void A_sender_that_is_alone_leaves_a_turn_to_others()
    {
        var turns = new ReadTurns(4, 64, 2, time);
        Assert.Equal(3, TakeAll(turns, "flood", 10));
        Assert.True(IsTaken(turns, "quiet"));
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(8, 1, 7)]
    [InlineData(8, 3, 5)]
    [InlineData(8, 7, 1)]
    [InlineData(8, 20, 1)]
    public async Task Beside_others_it_leaves_a_processor_to_each_and_has_its_share(int processors, int others, int expected)
    {
        var turns = new ReadTurns(processors * 2, 64, processors, time);
        for (var other = 0; other < others; other++)
        {
            await turns.TakeAsync($"other {other}", Clock());
            turns.Return($"other {other}");
        }

        Assert.Equal(expected, TakeAll(turns, "flood", 64));
    }

    [Fact]
    public async Task Who_has_not_read_for_a_second_no_longer_counts_and_is_forgotten()
    {
        var turns = new ReadTurns(4, 64, 2, time);
        await turns.TakeAsync("quiet", Clock());
        turns.Return("quiet");
        await turns.TakeAsync("flood", Clock());
        var second = turns.TakeAsync("flood", Clock());
        Assert.False(second.IsCompleted);
        time.Pass(TimeSpan.FromSeconds(1.2));
        Assert.True(IsTaken(turns, null));
        Assert.Equal(1, turns.Senders);
        turns.Return(null);
        await second;
    }

    [Fact]
    public async Task A_sender_whose_clients_are_slow_leaves_a_quarter_of_the_places()
    {
        var turns = new ReadTurns(2, 8, 2, time);
        for (var place = 0; place < 6; place++)
        {
            await turns.TakeAsync("slow", Clock());
            turns.Pause("slow");
        }

        Assert.False(IsTaken(turns, "slow"));
        Assert.True(IsTaken(turns, "other"));
    }

    [Fact]
    public async Task Reads_that_have_waited_for_their_clients_go_on_in_order()
    {
        var turns = new ReadTurns(1, 10, 1, time);
        for (var read = 0; read < 3; read++)
        {
            await turns.TakeAsync("one", Clock());
            turns.Pause("one");
        }

        await turns.TakeAsync("one", Clock());
        var fresh = ReadAsync(turns, "one", "new", []);
        var order = new List<int>();
        Task[] resumed = [.. Enumerable.Range(1, 3).Select(ResumeAsync)];
        turns.Return("one");
        await Task.WhenAll([.. resumed, fresh]);
        Assert.Equal([1, 2, 3], order);

        async Task ResumeAsync(int number)
        {
            await turns.ResumeAsync("one");
            order.Add(number);
            turns.Return("one");
        }
    }

    [Fact]
    public async Task Who_has_waited_for_a_client_goes_on_before_new_reads_even_if_no_place_is_left()
    {
        var turns = new ReadTurns(1, 1, 1, time);
        await turns.TakeAsync("one", Clock());
        turns.Pause("one");
        var next = turns.TakeAsync("one", Clock());
        Assert.False(next.IsCompleted);
        Assert.True(turns.ResumeAsync("one").AsTask().IsCompleted);
        turns.Return("one");
        await next;
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_turn_to_the_next()
    {
        var turns = new ReadTurns(1, 10, 1, time);
        await turns.TakeAsync("one", Clock());
        using var client = new CancellationTokenSource();
        var gone = turns.TakeAsync("two", new Deadline(TimeSpan.FromSeconds(60), client.Token)).AsTask();
        var late = turns.TakeAsync("two", new Deadline(TimeSpan.Zero, CancellationToken.None)).AsTask();
        var next = turns.TakeAsync("two", Clock());
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(ErrorCodes.Timeout, (await Assert.ThrowsAsync<RequestErrorException>(() => late)).Errors[0].Code);
        turns.Return("one");
        await next;
    }

    private static Deadline Clock() => new(TimeSpan.FromSeconds(60), CancellationToken.None);

    private static bool IsTaken(ReadTurns turns, string? sender) => turns.TakeAsync(sender, Clock()).AsTask().IsCompleted;

    private static async Task ReadAsync(ReadTurns turns, string sender, string name, List<string> order)
    {
        await turns.TakeAsync(sender, Clock());
        order.Add(name); // one turn: nobody else reads
        turns.Return(sender);
    }

    private static int TakeAll(ReadTurns turns, string sender, int wanted)
    {
        var taken = 0;
        while (taken < wanted && IsTaken(turns, sender))
        {
            taken++;
        }

        return taken;
    }

    private sealed class SetTime : TimeProvider
    {
        private long now = TimeSpan.TicksPerDay;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan span) => now += span.Ticks;
    }
}
