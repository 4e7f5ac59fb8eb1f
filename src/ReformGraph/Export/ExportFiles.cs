using System.IO.Pipelines;
using System.Security.Cryptography;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Export;

/// <summary>Writes an export, and reports its headers before the first byte.</summary>
/// <returns>The number of rows that have sensitive values.</returns>
internal delegate Task<long> ExportWriting(PipeWriter output, Action<ResponseHead> start, CancellationToken cancellation);

/// <summary>
/// Keeps the files of exports in a folder of its own, which is deleted with the program. Each is written once, however many clients request
/// it meanwhile, and visible only when it is complete. The least recently used files are deleted first, when they exceed their limit or the
/// free space, or when something that must be written finds no space; readers of a deleted file can finish reading.
/// </summary>
/// <param name="mostBytes">The maximum number of bytes to keep.</param>
/// <param name="root">The folder of temporary files.</param>
/// <param name="free">Returns the number of free bytes on its disk.</param>
internal sealed class ExportFiles(long mostBytes, string root, Func<long> free) : IDisposable
{
    private const int MostFiles = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = [];
    private readonly FileTurns turns = new(Environment.ProcessorCount + 1);
    private readonly TemporaryFolder folder = new(root);
    private long turn;

    /// <summary>Files on the disk as it is.</summary>
    /// <param name="mostBytes">The maximum number of bytes to keep.</param>
    /// <param name="root">The folder of temporary files.</param>
    public ExportFiles(long mostBytes, string root)
        : this(mostBytes, root, () => new DriveInfo(root).AvailableFreeSpace)
    {
    }

    /// <summary>How many files there are that are complete, and their bytes.</summary>
    public (int Count, long Bytes) Kept
    {
        get
        {
            lock (gate)
            {
                var kept = entries.Values.Where(entry => entry.Writing.IsCompletedSuccessfully).ToList();
                return (kept.Count, kept.Sum(entry => entry.Writing.Result.Length));
            }
        }
    }

    /// <summary>The file for a key; written if it does not exist.</summary>
    /// <param name="key">Identifies everything that its bytes depend on.</param>
    /// <param name="write">Writes it; cancelled when nobody waits for it any more.</param>
    /// <param name="cancellation">Cancelled when the client has disconnected.</param>
    /// <param name="sender">Who wants it.</param>
    /// <exception cref="RequestErrorException">There is no space for it.</exception>
    public async Task<OpenExportFile> OpenAsync(string key, ExportWriting write, CancellationToken cancellation, string sender = "")
    {
        var entry = Enter(key, write, sender);
        try
        {
            var file = await entry.Writing.WaitAsync(cancellation);

            // Nobody deletes it before it is released.
            return new OpenExportFile(file, new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete,
                bufferSize: 1, FileOptions.Asynchronous));
        }
        finally
        {
            Leave(key, entry);
        }
    }

    /// <summary>A new file without a name, deleted when it is closed; files of exports are deleted to make space for it.</summary>
    /// <param name="content">What it will contain, for an error.</param>
    /// <exception cref="RequestErrorException">There is no space for it; later, writing to it throws the same.</exception>
    public FileStream Spool(string content)
    {
        var file = Create(content, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        File.Delete(file.Name); // at once, because a killed server closes nothing
        return file;
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var entry in entries.Values)
            {
                entry.Stop.Cancel();
            }

            entries.Clear();
            folder.Dispose();
        }
    }

    private Entry Enter(string key, ExportWriting write, string sender)
    {
        lock (gate)
        {
            if (entries.GetValueOrDefault(key) is not { } entry || entry.IsGone)
            {
                entry = new Entry();
                entry.Writing = Task.Run(() => WriteAsync(write, sender, entry.Stop.Token));
                entries[key] = entry;
            }

            entry.Waiting++;
            entry.LastAsked = ++turn;
            return entry;
        }
    }

    private void Leave(string key, Entry entry)
    {
        lock (gate)
        {
            if (--entry.Waiting == 0 && !entry.Writing.IsCompletedSuccessfully)
            {
                entry.Stop.Cancel();
                if (entries.GetValueOrDefault(key) == entry)
                {
                    entries.Remove(key);
                }
            }

            Shrink((count, bytes) => count > MostFiles || bytes > mostBytes || bytes > free());
        }
    }

    // Files that are open for reading take space until they are closed.
    private bool MakeRoom()
    {
        lock (gate)
        {
            var before = entries.Count;
            Shrink((_, _) => entries.Count == before);
            return entries.Count < before;
        }
    }

    private void Shrink(Func<int, long, bool> isTooMuch)
    {
        var kept = entries.Where(entry => entry.Value.Writing.IsCompletedSuccessfully).OrderBy(entry => entry.Value.LastAsked).ToList();
        var (count, bytes) = (kept.Count, kept.Sum(entry => entry.Value.Writing.Result.Length));
        foreach (var (key, entry) in kept.Where(entry => entry.Value.Waiting == 0))
        {
            if (!isTooMuch(count, bytes))
            {
                return;
            }

            var file = entry.Writing.Result;
            File.Delete(file.Path);
            entries.Remove(key);
            count--;
            bytes -= file.Length;
        }
    }

    private SpoolStream Create(string content, FileOptions options)
    {
        RequestErrorException Refusal() => new(new RequestError(
            ServerErrorCodes.StorageFull,
                $"The disk for temporary files has no space for {content}, even without the exports kept there."));
        while (true)
        {
            try
            {
                lock (gate)
                {
                    return new SpoolStream(folder.PathOf($"{++turn}"), options, MakeRoom, Refusal);
                }
            }
            catch (IOException full) when (SpoolStream.IsFull(full))
            {
                if (!MakeRoom())
                {
                    throw Refusal();
                }
            }
        }
    }

    private async Task<ExportFile> WriteAsync(ExportWriting write, string sender, CancellationToken cancellation)
    {
        await turns.TakeAsync(sender, cancellation);
        try
        {
            await using var content =
                Create("a file that must be complete before it is sent; ask for .csv, .json or .ndjson", FileOptions.Asynchronous);
            try
            {
                ResponseHead? head = null;
                var output = PipeWriter.Create(content, new StreamPipeWriterOptions(leaveOpen: true));
                var sensitive = await write(output, found => head = found, cancellation);
                await output.CompleteAsync();
                content.Position = 0;
                return new ExportFile(head!, content.Name, content.Length,
                    Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)), sensitive);
            }
            catch
            {
                File.Delete(content.Name);
                throw;
            }
        }
        finally
        {
            turns.Return(sender);
        }
    }

    private sealed class Entry
    {
        public CancellationTokenSource Stop { get; } = new();

        public Task<ExportFile> Writing { get; set; } = null!;

        /// <summary>Whether the operating system has deleted the file.</summary>
        public bool IsGone => Writing.IsCompletedSuccessfully && !File.Exists(Writing.Result.Path);

        /// <summary>The number of callers that wait for the file or are about to open it.</summary>
        public int Waiting { get; set; }

        public long LastAsked { get; set; }
    }
}
