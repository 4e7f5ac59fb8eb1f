using System.Diagnostics;
using System.Text.Json.Serialization;
using ReformGraph.Benchmarks.Reporting;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>One way under one load, once.</summary>
/// <param name="PerSecond">Requests answered per second.</param>
/// <param name="P50">Half of the requests took at most so many microseconds.</param>
/// <param name="P99">99 of 100 took at most so many.</param>
/// <param name="Processor">Microseconds of processor time in the server per request.</param>
/// <param name="Allocated">Bytes allocated in the server per request.</param>
/// <param name="Collections">Garbage collections in the server during the round.</param>
internal sealed record Round(double PerSecond, double P50, double P99, double Processor, double Allocated, int Collections)
{
    /// <summary>Loads a way and measures it.</summary>
    public static Round Measure(Way way, Work work, int connections, TimeSpan duration)
    {
        using var load = way.Load(work, connections);
        var before = way.Usage();
        var started = Stopwatch.GetTimestamp();
        var latencies = load.Run(duration);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var after = way.Usage();
        return new Round(
            latencies.Count / elapsed.TotalSeconds,
            latencies.Percentile(0.5).TotalMicroseconds,
            latencies.Percentile(0.99).TotalMicroseconds,
            (after.Processor - before.Processor).TotalMicroseconds / latencies.Count,
            (double)(after.Allocated - before.Allocated) / latencies.Count,
            after.Collections - before.Collections);
    }
}

/// <summary>All rounds of one work under one number of connections, by way.</summary>
internal sealed record Cell([property: JsonIgnore] Work Work, int Connections, IReadOnlyDictionary<string, IReadOnlyList<Round>> Rounds)
{
    /// <summary>The name of the work.</summary>
    public string Name => Work.Name;

    /// <summary>Measures in alternating rounds; each begins with another way, so that none profits from its place.</summary>
    public static Cell Measure(IReadOnlyList<Way> ways, Work work, int connections, int rounds, TimeSpan duration)
    {
        var measured = ways.ToDictionary(way => way.Name, _ => new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            for (var turn = 0; turn < ways.Count; turn++)
            {
                var way = ways[(round + turn) % ways.Count];
                measured[way.Name].Add(Round.Measure(way, work, connections, duration));
            }
        }

        return new Cell(work, connections, measured.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<Round>)entry.Value));
    }

    /// <summary>The median of a measure of one way.</summary>
    public double Median(string way, Func<Round, double> measure) => Spread.Of(Rounds[way].Select(measure)).Median;

    /// <summary>One way's measure over another's, round by round; null where a way was not measured.</summary>
    public Spread? Ratio(string over, string under, Func<Round, double> measure) =>
        Rounds.TryGetValue(over, out var above) && Rounds.TryGetValue(under, out var below)
        ? Spread.Of(above.Zip(below, (left, right) => measure(left) / measure(right)))
        : null;
}
