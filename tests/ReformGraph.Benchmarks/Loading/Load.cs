using System.Diagnostics;
using System.Net;

namespace ReformGraph.Benchmarks.Loading;

/// <summary>A request as it is sent, and the length of the answer that it must get.</summary>
internal sealed record PreparedRequest(byte[] Bytes, int AnswerLength);

/// <summary>Some connections to one server, each of which asks again as soon as it has its answer.</summary>
internal sealed class Load : IDisposable
{
    private readonly HttpConnection[] connections;
    private readonly IReadOnlyList<PreparedRequest> requests;

    public Load(IPEndPoint server, int connections, IReadOnlyList<PreparedRequest> requests)
    {
        this.requests = requests;
        this.connections = [.. Enumerable.Range(0, connections).Select(_ => new HttpConnection(server))];
    }

    /// <summary>Asks for a time, by a thread per connection.</summary>
    /// <exception cref="AggregateException">An answer was not the expected one.</exception>
    public Latencies Run(TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var asking = connections.Select((connection, number) => Task.Factory.StartNew(
            () => Ask(connection, number, end), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Task.WaitAll(asking);
        var all = new Latencies();
        foreach (var one in asking)
        {
            all.Add(one.Result);
        }

        return all;
    }

    public void Dispose()
    {
        foreach (var connection in connections)
        {
            connection.Dispose();
        }
    }

    // Each connection begins at another request, so that they do not ask the same at the same time.
    private Latencies Ask(HttpConnection connection, int number, long end)
    {
        var latencies = new Latencies();
        var next = number * requests.Count / connections.Length;
        var now = Stopwatch.GetTimestamp();
        while (now < end)
        {
            var request = requests[next++ % requests.Count];
            var length = connection.Exchange(request.Bytes);
            if (length != request.AnswerLength)
            {
                throw new InvalidDataException($"An answer has {length} bytes in place of {request.AnswerLength}.");
            }

            var answered = Stopwatch.GetTimestamp();
            latencies.Add(answered - now);
            now = answered;
        }

        return latencies;
    }
}
