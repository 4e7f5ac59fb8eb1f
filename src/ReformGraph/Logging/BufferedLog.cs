using System.Buffers;
using System.Collections.Concurrent;

namespace ReformGraph.Logging;

/// <summary>
/// The log of the server. A thread of its own writes the lines, all that have gathered within a few milliseconds at once, so that whoever
/// logs never waits for the terminal or the file. The lines that wait take a few megabytes at most: lines beyond that are dropped, counted,
/// and the log says how many.
/// </summary>
internal sealed class BufferedLog : ILoggerProvider
{
    private const int MostKilobytes = 8 * 1024;
    private const int LargestWrite = 64 * 1024;

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly ConcurrentQueue<LogLine> lines = new();
    private readonly AutoResetEvent filled = new(false);
    private readonly ManualResetEvent ending = new(false);
    private readonly ArrayBufferWriter<byte> buffer = new(LargestWrite);
    private readonly Stream output;
    private readonly LineFormat format;
    private readonly TimeProvider time;
    private readonly Thread writing;

    // Of the lines that wait, those that are being added included.
    private int kilobytes;
    private long dropped;

    // Of the lines in the buffer.
    private int buffered;
    private int bufferedKilobytes;

    /// <param name="output">Where the lines are written.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="time">The clock.</param>
    public BufferedLog(Stream output, LineFormat format, TimeProvider time)
    {
        (this.output, this.format, this.time) = (output, format, time);
        writing = new Thread(Run) { IsBackground = true, Name = "log" };
        writing.Start();
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Writes the lines that wait, if the output takes them soon enough.</summary>
    public void Dispose()
    {
        ending.Set();
        filled.Set();
        if (writing.Join(LongestEnd))
        {
            filled.Dispose();
            ending.Dispose();
            output.Dispose();
        }
    }

    private void Add(LogLine line)
    {
        var size = line.Kilobytes;
        var now = Interlocked.Add(ref kilobytes, size);
        if (now > MostKilobytes)
        {
            Interlocked.Add(ref kilobytes, -size);
            Interlocked.Increment(ref dropped);
            return;
        }

        lines.Enqueue(line);
        if (now == size) // the first; for the others, the thread is awake
        {
            filled.Set();
        }
    }

    private void Run()
    {
        while (!ending.WaitOne(TimeSpan.Zero))
        {
            filled.WaitOne();
            do
            {
                ending.WaitOne(Gathering);
                WriteAll();
            }
            while (Volatile.Read(ref kilobytes) > 0);
        }

        WriteAll();
    }

    private void WriteAll()
    {
        while (lines.TryDequeue(out var line))
        {
            buffered++;
            bufferedKilobytes += line.Kilobytes;
            format.Write(line, buffer);
            if (buffer.WrittenCount >= LargestWrite)
            {
                Flush();
            }
        }

        if (Interlocked.Exchange(ref dropped, 0) is > 0 and var count)
        {
            format.Write(new MessageLine(time.GetUtcNow(), LogLevel.Warning, "Log",
                $"The log could not be written fast enough; lines that are missing here: {count}", [new("dropped", count)], null), buffer);
        }

        Flush();
    }

    private void Flush()
    {
        try
        {
            output.Write(buffer.WrittenSpan);
        }
        catch (IOException)
        {
            Interlocked.Add(ref dropped, buffered); // a full disk or a closed pipe stops no server
        }

        Interlocked.Add(ref kilobytes, -bufferedKilobytes);
        (buffered, bufferedKilobytes) = (0, 0);
        buffer.ResetWrittenCount();
    }

    private sealed class Logger(BufferedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Add(state as LogLine
                ?? MessageLine.Create(log.time.GetUtcNow(), logLevel, category, state, exception, formatter));
    }
}
