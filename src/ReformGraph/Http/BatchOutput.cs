namespace ReformGraph.Http;

/// <summary>One request of a batch.</summary>
/// <param name="Id">Its id in the batch; null if it has none.</param>
/// <param name="Method">Its method.</param>
/// <param name="Url">Its address, absolute or relative to the service.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record BatchPart(string? Id, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>Whether it is a change set, which was not read.</summary>
    public bool IsChange { get; init; }
}

/// <summary>Writes the responses of a batch, one after the other.</summary>
internal abstract class BatchOutput : IDisposable
{
    private static readonly string[] Unsaid = ["Vary", "Cache-Control", "X-Content-Type-Options"];

    public abstract string ContentType { get; }

    /// <summary>Writes what precedes the responses.</summary>
    public abstract void Start();

    /// <summary>Writes a response.</summary>
    public abstract void Write(BatchPart part, HttpResponse response, ReadOnlyMemory<byte> body);

    /// <summary>Writes what follows them.</summary>
    public abstract void End();

    public abstract void Dispose();

    /// <summary>The headers of a response; the batch has those for caches.</summary>
    protected static IEnumerable<(string Name, string Value)> HeadersOf(HttpResponse response) =>
        response.Headers.Where(header => !Unsaid.Contains(header.Key)).Select(header => (header.Key, header.Value.ToString()));
}
