using System.IO.Pipelines;
using System.Text;
using ReformGraph.Engine;
using ReformGraph.Export;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>Files are written once, shown whole, and kept within bounds.</summary>
public sealed class ExportFilesTests : IDisposable
{
    private readonly ExportFiles files = new(mostBytes: 10);

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Who_asks_at_the_same_time_is_given_one_file_that_is_written_once_and_whole()
    {
        var (begun, go, times) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        async Task Write(PipeWriter output, Action<AnswerHead> start, CancellationToken cancellation)
        {
            times++;
            start(new AnswerHead("state", null));
            await output.WriteAsync("half"u8.ToArray(), cancellation);
            begun.SetResult();
            await go.Task;
            await output.WriteAsync("half"u8.ToArray(), cancellation);
        }

        var many = Enumerable.Range(0, 8).Select(_ => files.OpenAsync("key", Write, CancellationToken.None)).ToList();
        await begun.Task;
        Assert.DoesNotContain(many, one => one.IsCompleted);
        go.SetResult();
        foreach (var open in await Task.WhenAll(many))
        {
            Assert.Equal(("state", 8L, "halfhalf"), (open.File.Head.StateTag, open.File.Length, await ReadAsync(open)));
        }

        Assert.Equal("halfhalf", await ReadAsync(await files.OpenAsync("key", Write, CancellationToken.None)));
        Assert.Equal(1, times);
    }

    [Fact]
    public async Task What_was_not_asked_for_the_longest_goes_and_who_reads_it_reads_on()
    {
        var first = await files.OpenAsync("first", Writing("1111"), CancellationToken.None);
        await ReadAsync(await files.OpenAsync("second", Writing("2222"), CancellationToken.None));
        var again = await files.OpenAsync("first", Writing("not written"), CancellationToken.None);
        var third = await files.OpenAsync("third", Writing("3333"), CancellationToken.None);
        Assert.Equal((true, true), (File.Exists(first.File.Path), File.Exists(third.File.Path)));
        Assert.Equal("2nd", await ReadAsync(await files.OpenAsync("second", Writing("2nd"), CancellationToken.None)));
        var huge = await files.OpenAsync("huge", Writing("larger than all that is kept"), CancellationToken.None);
        Assert.Equal((false, false, false), (File.Exists(first.File.Path), File.Exists(third.File.Path), File.Exists(huge.File.Path)));
        Assert.Equal(["1111", "1111", "3333", "larger than all that is kept"], [await ReadAsync(first), await ReadAsync(again), await ReadAsync(third), await ReadAsync(huge)]);
    }

    [Fact]
    public async Task What_fails_is_told_to_who_waits_and_tried_again_for_who_asks_then()
    {
        static Task Fail(PipeWriter output, Action<AnswerHead> start, CancellationToken cancellation) => throw new InvalidOperationException("no");
        await Assert.ThrowsAsync<InvalidOperationException>(() => files.OpenAsync("key", Fail, CancellationToken.None));
        Assert.Equal("yes", await ReadAsync(await files.OpenAsync("key", Writing("yes"), CancellationToken.None)));
    }

    [Fact]
    public async Task A_file_is_written_to_its_end_as_long_as_one_waits_for_it_and_no_longer()
    {
        var (begun, go, stopped) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        async Task Write(PipeWriter output, Action<AnswerHead> start, CancellationToken cancellation)
        {
            start(new AnswerHead("state", null));
            begun.TrySetResult();
            await Task.WhenAny(go.Task, Task.Delay(Timeout.Infinite, cancellation));
            if (cancellation.IsCancellationRequested)
            {
                stopped.SetResult();
            }

            await output.WriteAsync("whole"u8.ToArray(), cancellation);
        }

        using CancellationTokenSource one = new(), other = new();
        var (leaves, stays) = (files.OpenAsync("key", Write, one.Token), files.OpenAsync("key", Write, other.Token));
        await begun.Task;
        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        Assert.False(stopped.Task.IsCompleted);
        await other.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stays);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        go.SetResult();
        Assert.Equal("whole", await ReadAsync(await files.OpenAsync("key", Write, CancellationToken.None)));
    }

    [Fact]
    public async Task The_folder_goes_with_the_program()
    {
        string path;
        using (var own = new ExportFiles(mostBytes: 100))
        {
            var open = await own.OpenAsync("key", Writing("one"), CancellationToken.None);
            path = open.File.Path;
            await open.Content.DisposeAsync();
            Assert.True(File.Exists(path));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    private static ExportWriting Writing(string text) => async (output, start, cancellation) =>
    {
        start(new AnswerHead("state", null));
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
    };

    private static async Task<string> ReadAsync(OpenExportFile open)
    {
        using var reader = new StreamReader(open.Content);
        return await reader.ReadToEndAsync();
    }
}
