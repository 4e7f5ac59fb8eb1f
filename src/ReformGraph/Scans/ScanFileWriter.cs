using ReformGraph.Engine;
using ReformGraph.Engine.Execution;
using ReformGraph.Settings;

namespace ReformGraph.Scans;

/// <summary>
/// Writes which queries scanned a table, once a minute if there are new ones, and when the server stops. A server that has recorded none
/// leaves the records of the previous one.
/// </summary>
internal sealed class ScanFileWriter(QueryEngine engine, ReformGraphOptions options, TimeProvider time,
    ILogger<ScanFileWriter> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly string path = ScanFile.PathOf(options.Database.File);
    private IReadOnlyList<ScannedQuery> written = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Write();
            }
        }
        catch (OperationCanceledException)
        {
            Write();
        }
    }

    private void Write()
    {
        var queries = engine.Scans;
        if (queries.SequenceEqual(written))
        {
            return;
        }

        try
        {
            ScanFile.Write(path, new ScanNotes(time.GetUtcNow().UtcDateTime, queries));
            written = queries;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The queries that scanned a table cannot be recorded: {Reason}", failure.Message);
        }
    }
}
