using System.IO.Pipelines;
using System.Security.Cryptography;
using ReformGraph.Engine;

namespace ReformGraph.Export;

/// <summary>Writes an export, and tells its head before the first byte.</summary>
internal delegate Task ExportWriting(PipeWriter output, Action<AnswerHead> start, CancellationToken cancellation);

/// <summary>
/// Keeps the files of exports in a folder of its own, which goes with the program. Each is written once, whoever asks for it meanwhile, and
/// shown only when it is whole. Those that were not asked for the longest go first; who reads one reads on.
/// </summary>
/// <param name="mostBytes">How many bytes are kept.</param>
internal sealed class ExportFiles(long mostBytes) : IDisposable
{
    private const int MostFiles = 256;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Entry> entries = [];
    private readonly SemaphoreSlim writers = new(Environment.ProcessorCount);
    private readonly Lazy<DirectoryInfo> folder = new(() => Directory.CreateTempSubdirectory("reformgraph-exports-"));
    private long turn;

    /// <summary>The file that a key stands for; written if there is none.</summary>
    /// <param name="key">Names everything that its bytes depend on.</param>
    /// <param name="write">Writes it; cancelled when nobody waits for it any more.</param>
    /// <param name="cancellation">Cancelled when the client has gone.</param>
    public async Task<OpenExportFile> OpenAsync(string key, ExportWriting write, CancellationToken cancellation)
    {
        var entry = Enter(key, write);
        try
        {
            var file = await entry.Writing.WaitAsync(cancellation);

            // Nobody takes it away before it is left.
            return new OpenExportFile(file, new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous));
        }
        finally
        {
            Leave(key, entry);
        }
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
            try
            {
                if (folder.IsValueCreated)
                {
                    folder.Value.Delete(recursive: true);
                }
            }
            catch (IOException)
            {
                // On Windows one that is being read keeps the folder; the system clears it away.
            }
        }
    }

    private Entry Enter(string key, ExportWriting write)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(key, out var entry))
            {
                entry = new Entry();
                var path = Path.Combine(folder.Value.FullName, $"{++turn}");
                entry.Writing = Task.Run(() => WriteAsync(path, write, entry.Stop.Token));
                entries.Add(key, entry);
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

            Shrink();
        }
    }

    private void Shrink()
    {
        var kept = entries.Where(entry => entry.Value.Writing.IsCompletedSuccessfully).OrderBy(entry => entry.Value.LastAsked).ToList();
        var (count, bytes) = (kept.Count, kept.Sum(entry => entry.Value.Writing.Result.Length));
        foreach (var (key, entry) in kept.Where(entry => entry.Value.Waiting == 0))
        {
            if (count <= MostFiles && bytes <= mostBytes)
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

    private async Task<ExportFile> WriteAsync(string path, ExportWriting write, CancellationToken cancellation)
    {
        await writers.WaitAsync(cancellation);
        try
        {
            AnswerHead? head = null;
            await using var content = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);
            var output = PipeWriter.Create(content, new StreamPipeWriterOptions(leaveOpen: true));
            await write(output, found => head = found, cancellation);
            await output.CompleteAsync();
            content.Position = 0;
            return new ExportFile(head!, path, content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally
        {
            writers.Release();
        }
    }

    private sealed class Entry
    {
        public CancellationTokenSource Stop { get; } = new();

        public Task<ExportFile> Writing { get; set; } = null!;

        /// <summary>How many wait for the file or are about to open it.</summary>
        public int Waiting { get; set; }

        public long LastAsked { get; set; }
    }
}
