using System.Globalization;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Values;

namespace ReformGraph.Logging;

/// <summary>A request that read sensitive fields: who sent it, what it named, and how many rows it read. It contains no values, and nothing
/// of the request but the names in it.</summary>
/// <param name="Time">When it began.</param>
/// <param name="Actor">The name of the key, or the subject of the token.</param>
/// <param name="Role">The role.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Operation">The name of the operation; null if it has none.</param>
/// <param name="Fields">The sensitive fields that it selects, or by which it filters, orders, groups or aggregates.</param>
/// <param name="Rows">The number of rows with values of these fields that were read for it.</param>
/// <param name="TraceId">The trace id.</param>
internal sealed record SensitiveRequest(DateTimeOffset Time, string Actor, string Role, string Method, string Path, string? Operation,
    IReadOnlyList<string> Fields, long Rows, string TraceId);

/// <summary>
/// The record of the requests that read sensitive fields: an append-only file of JSON lines beside the database, one for each month. Lines
/// are written and flushed to the disk within a second, and when the server stops. While they cannot be written, they are kept, and nothing
/// else that would have to be recorded may be read.
/// </summary>
internal sealed partial class ReadRecord : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly string database;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Lock adding = new(), writing = new();
    private readonly MemoryStream waiting = new();
    private readonly ITimer timer;
    private volatile bool isFailing;

    /// <param name="database">The file of the database.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where failures are logged.</param>
    /// <exception cref="StartupException">The file cannot be written.</exception>
    public ReadRecord(string database, TimeProvider time, ILoggerFactory loggers)
    {
        (this.database, this.time, log) = (database, time, loggers.CreateLogger(ServerLog.ServerName));
        try
        {
            Write([]);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"Reads of sensitive fields cannot be recorded in {PathOf(database, time.GetUtcNow())}: {failure.Message}", failure);
        }

        timer = time.CreateTimer(_ => Flush(), null, Every, Every);
    }

    /// <summary>Whether lines could not be written, and still wait.</summary>
    public bool IsFailing => isFailing;

    /// <summary>The file for a month.</summary>
    public static string PathOf(string database, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{database}.reads-{at.UtcDateTime:yyyy-MM}.jsonl");

    /// <summary>Adds a line, which is written within a second.</summary>
    public void Add(SensitiveRequest request)
    {
        using var json = new JsonText();
        json.Member("{\"time\":"u8, request.Time.UtcDateTime);
        json.Member(",\"actor\":"u8, request.Actor);
        json.Member(",\"role\":"u8, request.Role);
        json.Member(",\"method\":"u8, request.Method);
        json.Member(",\"path\":"u8, request.Path);
        if (request.Operation is { } operation)
        {
            json.Member(",\"operation\":"u8, operation);
        }

        json.Member(",\"fields\":"u8, request.Fields);
        json.Member(",\"rows\":"u8, request.Rows);
        json.Member(",\"traceId\":"u8, request.TraceId);
        json.Raw("}\n"u8);
        lock (adding)
        {
            waiting.Write(json.Written);
        }
    }

    /// <summary>Writes the lines that wait.</summary>
    public void Flush()
    {
        lock (writing)
        {
            byte[] lines;
            lock (adding)
            {
                lines = waiting.ToArray();
            }

            if (lines.Length == 0 && !isFailing)
            {
                return;
            }

            try
            {
                Write(lines);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                if (!isFailing)
                {
                    isFailing = true;
                    LogFailure(failure);
                }

                return;
            }

            isFailing = false;
            lock (adding)
            {
                var rest = waiting.ToArray().AsSpan(lines.Length);
                waiting.SetLength(0);
                waiting.Write(rest);
            }
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Flush();
        waiting.Dispose();
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(PathOf(database, time.GetUtcNow()), options);
        var before = file.Length;
        try
        {
            file.Write(lines);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(before); // they are written again, and nothing of them must be there twice
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "Reads of sensitive fields cannot be recorded; until they can, they are refused.")]
    private partial void LogFailure(Exception failure);
}
