using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using ReformGraph.Benchmarks.Logs;

namespace ReformGraph.Tests.Telemetry;

/// <summary>A span as it was exported.</summary>
internal sealed record ExportedSpan(string Name, string Scope, string TraceId, string Id, string ParentId, long Kind, ulong Start,
    IReadOnlyDictionary<string, object> Attributes, long Status, string StatusMessage);

/// <summary>Receives what a program exports by OTLP over HTTP, in protobuf.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly Collector collector;

    public OtlpReceiver() => collector = new Collector(ReceiveAsync);

    public string Address => collector.Address;

    /// <summary>The bodies by their path.</summary>
    public ConcurrentQueue<(string Path, byte[] Body)> Bodies { get; } = new();

    /// <summary>Everything that was received, as text in which whatever is text can be found.</summary>
    public string Text => string.Join('\n', Bodies.Select(body => Encoding.UTF8.GetString(body.Body)));

    /// <summary>The spans, in the order in which they began.</summary>
    public IReadOnlyList<ExportedSpan> Spans => [.. Bodies.Where(body => body.Path == "/v1/traces").SelectMany(body =>
        from resource in new ProtobufMessage(body.Body).Messages(1)
        from scope in resource.Messages(2)
        from span in scope.Messages(2)
        select Read(span, scope.Messages(1).Single().Text(1))).OrderBy(span => span.Start)];

    /// <summary>The attributes of the resource.</summary>
    public IReadOnlyDictionary<string, object> Resource =>
        Attributes(new ProtobufMessage(Bodies.First().Body).Messages(1).First().Messages(1).Single(), 1);

    public void Dispose() => collector.Dispose();

    private async Task ReceiveAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Bodies.Enqueue((context.Request.Path.ToString(), body.ToArray()));
    }

    private static ExportedSpan Read(ProtobufMessage span, string scope)
    {
        var status = span.Messages(15).SingleOrDefault();
        return new(span.Text(5), scope, span.Hex(1), span.Hex(2), span.Hex(4), span.Number(6), (ulong)span.Number(7),
            Attributes(span, 9), status?.Number(3) ?? 0, status?.Text(2) ?? "");
    }

    private static Dictionary<string, object> Attributes(ProtobufMessage message, int field) => message.Messages(field).ToDictionary(
        attribute => attribute.Text(1),
        attribute => attribute.Messages(2).Single() is var value && value.Has(1) ? (object)value.Text(1) : value.Number(3));
}
