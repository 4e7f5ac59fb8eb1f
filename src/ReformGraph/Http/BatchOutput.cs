namespace ReformGraph.Http;

/// <summary>One request of a batch.</summary>
/// <param name="Id">What the batch calls it; null where it has no name.</param>
/// <param name="Method">Its method.</param>
/// <param name="Url">Its address, relative to the service or not.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record BatchPart(string? Id, string Method, string Url, IReadOnlyList<(string Name, string Value)> Headers)
{
    /// <summary>Whether it is a set of changes, of which nothing was read.</summary>
    public bool IsChange { get; init; }
}

/// <summary>Writes the answers of a batch, one after the other.</summary>
internal abstract class BatchOutput : IDisposable
{
    private static readonly string[] Unsaid = ["Vary", "Cache-Control", "X-Content-Type-Options"];

    public abstract string ContentType { get; }

    /// <summary>Writes what stands before the answers.</summary>
    public abstract void Start();

    /// <summary>Writes an answer.</summary>
    public abstract void Write(BatchPart part, HttpResponse response, ReadOnlyMemory<byte> body);

    /// <summary>Writes what stands behind them.</summary>
    public abstract void End();

    public abstract void Dispose();

    /// <summary>The headers of an answer; those that speak to caches are the batch's.</summary>
    protected static IEnumerable<(string Name, string Value)> HeadersOf(HttpResponse response) =>
        response.Headers.Where(header => !Unsaid.Contains(header.Key)).Select(header => (header.Key, header.Value.ToString()));
}
