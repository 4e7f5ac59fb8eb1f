using System.Buffers;
using ReformGraph.Benchmarks.Loading;
using ReformGraph.Benchmarks.Serving;

namespace ReformGraph.Benchmarks.Ways;

/// <summary>One of the ways to serve the works, as a running server.</summary>
internal sealed class Way(string name, ServerProcess server, Func<Work, IReadOnlyList<byte[]>> requests) : IDisposable
{
    public const string Product = "product";
    public const string Floor = "floor";
    public const string Usual = "usual";

    private readonly Dictionary<Work, IReadOnlyList<PreparedRequest>> prepared = [];

    public string Name => name;

    public ServerProcess Server => server;

    /// <summary>Starts the product as a user would, with larger pages allowed.</summary>
    public static Way StartProduct(string program, string database) => new(
        Product, ServerProcess.Start(program, "--Url", "http://127.0.0.1:0", "--Database:File", database, "--Paging:MaxPageSize", "1000000"), work => work.Posts());

    public static Way StartFloor(string database) => new(Floor, StartOwn(Floor, database), work => work.Gets());

    public static Way StartUsual(string database) => new(Usual, StartOwn(Usual, database), work => work.Posts());

    /// <summary>Asks everything once, and notes how long each answer must be from now on.</summary>
    public IReadOnlyList<byte[]> Answers(Work work)
    {
        using var connection = new HttpConnection(server.EndPoint);
        var answers = new List<byte[]>();
        foreach (var request in requests(work))
        {
            var body = new ArrayBufferWriter<byte>();
            connection.Exchange(request, body);
            answers.Add(body.WrittenSpan.ToArray());
        }

        prepared[work] = [.. requests(work).Zip(answers, (request, answer) => new PreparedRequest(request, answer.Length))];
        return answers;
    }

    /// <summary>A load of a work whose answers are known.</summary>
    public Load Load(Work work, int connections) => new(server.EndPoint, connections, prepared[work]);

    public void Dispose() => server.Dispose();

    private static ServerProcess StartOwn(string command, string database) => ServerProcess.Start(typeof(Way).Assembly.Location, command, "--database", database);
}
