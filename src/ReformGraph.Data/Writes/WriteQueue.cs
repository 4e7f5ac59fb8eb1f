using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Sqlite;
using ReformGraph.Domain.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Writes;

/// <summary>
/// The only way in which the server writes. Input: requests of any number of clients. They are written one after the other on one
/// connection; those that are waiting when a transaction begins share it, and with it the time that the disk takes. Senders that wait take
/// turns, so that one with many requests does not delay the others. Output: the outcome of each, after it is stored durably. A request
/// that is cancelled before it has begun is skipped; one that has begun is completed.
/// </summary>
internal sealed partial class WriteQueue : RowWriter, IAsyncDisposable
{
    private const int MostInATransaction = 100;

    // Each belongs to a request that is held anyway: a bound would only let some of them wait elsewhere, in the order of their arrival.
    private readonly Channel<Waiting> arrived = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly RoundRobin<Waiting> waiting = new();
    private readonly Func<Task<ReformDbContext>> open;
    private readonly ChangeClock clock;
    private readonly ILogger log;
    private readonly Task running;
    private readonly SemaphoreSlim turn = new(1);
    private readonly string? database;
    private readonly WriteTelemetry telemetry;
    private int pending;
    private ReformDbContext? context;
    private ChangeWriter? writer;

    /// <param name="database">The file of the database.</param>
    /// <param name="lockWait">How long to wait for another process that writes.</param>
    /// <param name="clock">The source of the times of changes.</param>
    /// <param name="log">The log of changes, refused mutations and failures of the storage.</param>
    public WriteQueue(string database, TimeSpan lockWait, ChangeClock clock, ILogger log)
        : this(() => DatabaseFile.WritingContextOfAsync(database, lockWait), clock, log) => this.database = database;

    /// <param name="open">Opens the connection; again after a failure.</param>
    /// <param name="clock">The source of the times of changes.</param>
    /// <param name="log">The log of changes, refused mutations and failures of the storage.</param>
    internal WriteQueue(Func<Task<ReformDbContext>> open, ChangeClock clock, ILogger log)
    {
        this.open = open;
        this.clock = clock;
        this.log = log;
        telemetry = new WriteTelemetry(() => Volatile.Read(ref pending));
        running = Task.Run(RunAsync);
    }

    public override bool Allows(string role) => Permissions.Write.Allows(role);

    public override void Require(string role) => Permissions.Write.Require(role);

    public override async Task<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation)
    {
        var one = new Waiting(request, cancellation);
        Interlocked.Increment(ref pending);
        try
        {
            await arrived.Writer.WriteAsync(one, cancellation);
            return await one.Outcome.Task;
        }
        finally
        {
            Interlocked.Decrement(ref pending);
            telemetry.Answered(one.Arrived);
        }
    }

    /// <summary>Lets another writer use a connection of its own, for as long as it takes: requests wait meanwhile, and are not
    /// rejected.</summary>
    /// <exception cref="RequestErrorException">The storage failed.</exception>
    public async Task<T> AloneAsync<T>(Func<ReformDbContext, ChangeClock, Task<T>> write, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var own = await open();
            own.Stored = Tell;
            return await write(own, clock);
        }
        catch (Exception failure) when (StorageFailure.ToRequestError(failure) is not null)
        {
            Tell(failure);
            throw StorageFailure.ToRequestError(failure)!;
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        arrived.Writer.TryComplete();
        await running;
        await CloseAsync();
        turn.Dispose();
        telemetry.Dispose();
    }

    private async Task RunAsync()
    {
        while (waiting.Senders > 0 || await arrived.Reader.WaitToReadAsync())
        {
            await turn.WaitAsync();
            try
            {
                if (Next() is { Count: > 0 } together)
                {
                    await WriteAsync(together);
                }
            }
            finally
            {
                turn.Release();
            }
        }
    }

    private List<Waiting> Next()
    {
        while (arrived.Reader.TryRead(out var next))
        {
            waiting.Add(next.Request.Actor, next);
        }

        var together = new List<Waiting>();
        while (together.Count < MostInATransaction && waiting.TryTake((_, _) => true, out var one))
        {
            if (!one.IsGivenUp())
            {
                together.Add(one);
            }
        }

        return together;
    }

    private async Task WriteAsync(List<Waiting> together)
    {
        try
        {
            var written = await StoreAsync(together);
            foreach (var (one, result) in together.Zip(written))
            {
                result(one);
            }
        }
        catch (Exception failure)
        {
            // The state of the connection is unknown.
            await CloseAsync();
            var refusal = StorageFailure.ToRequestError(failure);
            if (refusal is not null)
            {
                Tell(failure);
            }

            together.ForEach(one => one.Outcome.TrySetException(refusal ?? failure));
        }
    }

    /// <returns>For each, its outcome.</returns>
    private async Task<List<Action<Waiting>>> StoreAsync(List<Waiting> together)
    {
        context ??= await open();
        writer ??= new ChangeWriter(context, DataModel.Create(context.Model));
        var results = new List<Action<Waiting>>();
        var recordings = new List<ChangeRecording>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var one in together)
        {
            using var span = WriteTelemetry.BeginToStore(one.Trace);
            try
            {
                var written = await writer.WriteAsync(one.Request, transaction, clock.Now);
                results.Add(to => Answer(to, written.Outcome));
                if (written.Recording is { } recording)
                {
                    recordings.Add(recording);
                }
            }
            catch (Exception bug) when (StorageFailure.ToRequestError(bug) is null)
            {
                await writer.TakeBackAsync(transaction);
                results.Add(to => to.Outcome.TrySetException(bug));
            }
        }

        await CommitAsync(transaction, recordings);
        return results;
    }

    // Their times are taken together, just before they are stored: until then, requests for the present instant wait.
    private async Task CommitAsync(IDbContextTransaction transaction, List<ChangeRecording> recordings)
    {
        try
        {
            var (now, changes) = (clock.Publish(), new List<Change?>());
            foreach (var recording in recordings)
            {
                changes.Add(await recording.EndAsync(now));
            }

            context!.ChangeTracker.Clear();
            await transaction.CommitAsync();
            changes.OfType<Change>().ToList().ForEach(Tell);
        }
        finally
        {
            clock.Published();
        }
    }

    private async Task CloseAsync()
    {
        var closed = context;
        (context, writer) = (null, null);
        try
        {
            if (closed is not null)
            {
                await closed.DisposeAsync();
            }
        }
        catch (Exception failure)
        {
            LogFailure(failure); // it is not used again, whatever its state
        }
    }

    private void Answer(Waiting one, WriteOutcome outcome)
    {
        if (outcome.Errors.Count > 0)
        {
            telemetry.Refused(outcome);
            LogRefusal(one.Request.Name, one.Request.Actor, outcome.Errors.Select(error => error.GetType().Name).Distinct());
        }

        one.Outcome.TrySetResult(outcome);
    }

    private void Tell(Change change)
    {
        telemetry.Stored(change);
        LogChange(change.Sequence, change.Actor, change.RowCount);
    }

    // The file is named here but not in the response, whose reader need not know where it is.
    private void Tell(Exception failure)
    {
        telemetry.Failed();
        LogFailure(failure);
        if (database is not null && WriteAccess.ObstacleOf(database) is { } obstacle)
        {
            LogObstacle(obstacle);
        }
    }

    [LoggerMessage(LogLevel.Information, "Change {Sequence} by {Actor} is stored (rows: {Rows})")]
    private partial void LogChange(long sequence, string actor, int rows);

    [LoggerMessage(LogLevel.Warning, "The mutation {Mutation} by {Actor} was refused: {Errors}")]
    private partial void LogRefusal(string mutation, string actor, IEnumerable<string> errors);

    [LoggerMessage(LogLevel.Error, "The database could not be written.")]
    private partial void LogFailure(Exception failure);

    [LoggerMessage(LogLevel.Error, "{Obstacle}")]
    private partial void LogObstacle(string obstacle);

    /// <summary>A waiting request.</summary>
    private sealed class Waiting(WriteRequest request, CancellationToken givenUp)
    {
        public WriteRequest Request => request;

        /// <summary>When it arrived, in ticks of <see cref="Stopwatch"/>.</summary>
        public long Arrived { get; } = Stopwatch.GetTimestamp();

        public ActivityContext Trace { get; } = WriteTelemetry.Trace;

        public TaskCompletionSource<WriteOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsGivenUp() => givenUp.IsCancellationRequested && Outcome.TrySetCanceled(givenUp);
    }
}
