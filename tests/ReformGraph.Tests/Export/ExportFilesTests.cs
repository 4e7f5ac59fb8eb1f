using System.IO.Pipelines;
using System.Text;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Export;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>Files are written once, shown whole, and kept within bounds.</summary>
public sealed class ExportFilesTests : IDisposable
{
    private readonly ExportFiles files = new(mostBytes: 10, Path.GetTempPath());

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Programs_that_begin_leave_alone_the_folders_that_others_just_make()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        using var stop = new CancellationTokenSource();
        var beginning = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                new TemporaryFolder(root).Dispose();
            }
        })).ToList();
        for (var made = 0; made < 3_000; made++)
        {
            using var folder = new TemporaryFolder(root);
            await File.WriteAllTextAsync(folder.PathOf("file"), "");
        }

        await stop.CancelAsync();
        await Task.WhenAll(beginning);
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task Who_asks_at_the_same_time_is_given_one_file_that_is_written_once_and_whole()
    {
        var (begun, go, times) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        async Task<long> Write(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
        {
            times++;
            start(new ResponseHead("state", null));
            await output.WriteAsync("half"u8.ToArray(), cancellation);
            begun.SetResult();
            await go.Task;
            await output.WriteAsync("half"u8.ToArray(), cancellation);
            return 0;
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
    public async Task A_sender_with_many_files_leaves_a_turn_to_others_and_waits_after_them()
    {
        var (go, begun) = (new TaskCompletionSource(), 0);
        ExportWriting Slow(string text) => async (output, start, cancellation) =>
        {
            Interlocked.Increment(ref begun);
            await go.Task;
            return await Writing(text)(output, start, cancellation);
        };
        var most = Environment.ProcessorCount;
        using var client = new CancellationTokenSource();
        var many = Enumerable.Range(0, most + 2)
            .Select(number => files.OpenAsync($"many {number}", Slow("x"), CancellationToken.None, "many")).ToList();
        var given = files.OpenAsync("given up", Slow("x"), client.Token, "many");
        Assert.Equal("few", await ReadAsync(await files.OpenAsync("few", Writing("few"), CancellationToken.None, "few")));
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.InRange(Volatile.Read(ref begun), 0, most);
        go.SetResult();
        foreach (var open in await Task.WhenAll(many))
        {
            Assert.Equal("x", await ReadAsync(open));
        }

        Assert.Equal(most + 2, begun);
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
        Assert.Equal(["1111", "1111", "3333", "larger than all that is kept"],
            [await ReadAsync(first), await ReadAsync(again), await ReadAsync(third), await ReadAsync(huge)]);
    }

    [Fact]
    public async Task A_failure_is_reported_to_all_waiting_callers_and_retried_for_the_next()
    {
        static Task<long> Fail(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation) =>
            throw new InvalidOperationException("no");
        await Assert.ThrowsAsync<InvalidOperationException>(() => files.OpenAsync("key", Fail, CancellationToken.None));
        Assert.Equal("yes", await ReadAsync(await files.OpenAsync("key", Writing("yes"), CancellationToken.None)));
    }

    [Fact]
    public async Task A_file_is_written_to_its_end_as_long_as_one_waits_for_it_and_no_longer()
    {
        var (begun, go, stopped) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        async Task<long> Write(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation)
        {
            start(new ResponseHead("state", null));
            begun.TrySetResult();
            await Task.WhenAny(go.Task, Task.Delay(Timeout.Infinite, cancellation));
            if (cancellation.IsCancellationRequested)
            {
                stopped.SetResult();
            }

            await output.WriteAsync("whole"u8.ToArray(), cancellation);
            return 0;
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
        using (var own = new ExportFiles(mostBytes: 100, Path.GetTempPath()))
        {
            var open = await own.OpenAsync("key", Writing("one"), CancellationToken.None);
            path = open.File.Path;
            await open.Content.DisposeAsync();
            Assert.True(File.Exists(path));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Fact]
    public async Task No_more_is_kept_than_the_free_space_allows()
    {
        var disk = new Dictionary<string, int>();
        using var own = new ExportFiles(mostBytes: 1_000, Path.GetTempPath(),
            () => 12 - disk.Where(file => File.Exists(file.Key)).Sum(file => file.Value));
        var paths = new List<string>();
        foreach (var key in (string[])["first", "second", "third"])
        {
            var open = await own.OpenAsync(key, Writing("1111"), CancellationToken.None);
            paths.Add(open.File.Path);
            disk[open.File.Path] = 4;
            Assert.Equal("1111", await ReadAsync(open));
        }

        Assert.Equal([false, true, true], paths.Select(File.Exists));
        Assert.Equal("1111", await ReadAsync(await own.OpenAsync("second", Writing("not written"), CancellationToken.None)));
        Assert.Equal([false, true, false], paths.Select(File.Exists));
    }

    [Fact]
    public async Task A_file_that_the_system_has_deleted_is_written_again()
    {
        var first = await files.OpenAsync("key", Writing("one"), CancellationToken.None);
        Assert.Equal("one", await ReadAsync(first));
        Directory.Delete(Path.GetDirectoryName(first.File.Path)!, recursive: true);
        Assert.Equal("two", await ReadAsync(await files.OpenAsync("key", Writing("two"), CancellationToken.None)));
        Assert.Equal("three", await ReadAsync(await files.OpenAsync("other", Writing("three"), CancellationToken.None)));
    }

    [Fact]
    public async Task What_a_killed_program_left_is_removed_at_the_next_start_and_what_another_keeps_is_not()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        using var other = new ExportFiles(mostBytes: 100, root);
        var kept = (await other.OpenAsync("key", Writing("kept"), CancellationToken.None)).File.Path;
        string left = Directory.CreateDirectory(Path.Combine(root, TemporaryFolder.Prefix + "left")).FullName, foreign =
            Directory.CreateDirectory(Path.Combine(root, "left")).FullName;
        foreach (var folder in (string[])[left, foreign])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, TemporaryFolder.LockName), "");
            await File.WriteAllTextAsync(Path.Combine(folder, "1"), "left");
        }

        using var next = new ExportFiles(mostBytes: 100, root);
        Assert.Equal((false, true, true), (Directory.Exists(left), Directory.Exists(foreign), File.Exists(kept)));
        other.Dispose();
        Directory.Delete(root, recursive: true);
    }

    [FactIfMounting]
    public async Task On_a_full_disk_kept_files_make_way_for_exports_and_tables_and_what_finds_no_room_is_refused()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        using (var disk = new SmallDisk(root, 300_000))
        {
            using (var own = new ExportFiles(mostBytes: 1_000_000, disk.Folder, () => long.MaxValue))
            {
                var first = await own.OpenAsync("first", Writing(new string('1', 100_000)), CancellationToken.None);
                var second = await own.OpenAsync("second", Writing(new string('2', 100_000)), CancellationToken.None);
                await first.Content.DisposeAsync();
                await second.Content.DisposeAsync();
                await using (var table = own.Spool("the table"))
                {
                    await table.WriteAsync(new byte[150_000]);
                    Assert.Equal((150_000, false, true), (table.Length, File.Exists(first.File.Path), File.Exists(second.File.Path)));
                    var refused = await Assert.ThrowsAsync<RequestErrorException>(async () => await table.WriteAsync(new byte[200_000]));
                    Assert.Equal((ServerErrorCodes.StorageFull, false), (refused.Errors[0].Code, File.Exists(second.File.Path)));
                }

                Assert.Equal(new string('3', 200_000),
                    await ReadAsync(await own.OpenAsync("third", Writing(new string('3', 200_000)), CancellationToken.None)));
                var huge = await Assert.ThrowsAsync<RequestErrorException>(
                    () => own.OpenAsync("huge", Writing(new string('4', 400_000)), CancellationToken.None));
                Assert.Equal((ServerErrorCodes.StorageFull, 507), (huge.Errors[0].Code, huge.Errors[0].Code.Status));
                Assert.Equal("5", await ReadAsync(await own.OpenAsync("fifth", Writing("5"), CancellationToken.None)));
            }

            Assert.Empty(Directory.GetDirectories(disk.Folder));
        }

        Directory.Delete(root, recursive: true);
    }

    private static ExportWriting Writing(string text) => async (output, start, cancellation) =>
    {
        start(new ResponseHead("state", null));
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        return 0;
    };

    private static async Task<string> ReadAsync(OpenExportFile open)
    {
        using var reader = new StreamReader(open.Content);
        return await reader.ReadToEndAsync();
    }
}
