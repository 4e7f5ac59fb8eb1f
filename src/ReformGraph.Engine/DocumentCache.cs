using GraphQL.Types;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine;

/// <summary>Parses and validates documents, and keeps those used recently.</summary>
/// <param name="schema">The schema.</param>
/// <param name="options">The settings.</param>
internal sealed class DocumentCache(ISchema schema, EngineOptions options)
{
    private readonly DocumentReader reader = new(schema, options.Limits);

    private readonly BoundedCache<byte[], DocumentText> texts =
        new(options.CachedBytes / 8, (json, text) => json.Length + CachedSizes.EstimateBytes(text.Text), BytesComparer.Instance);

    private readonly BoundedCache<string, ParsedDocument> documents =
        new(options.CachedBytes / 4, (text, _) => CachedSizes.EstimateBytes(text));

    private readonly BoundedCache<string, ReadDocument> reads =
        new(options.CachedBytes / 16, (key, document) => CachedSizes.EstimateBytes(key + document.Text));

    /// <summary>The estimated number of bytes of documents as they were sent, of parsed ones, and of read requests.</summary>
    public IReadOnlyList<(string Cache, Func<long> Bytes)> Sizes =>
        [("texts", () => texts.Bytes), ("documents", () => documents.Bytes), ("reads", () => reads.Bytes)];

    /// <summary>The document in a JSON string, with quotes and escapes as the client sent them; for known bytes, no text is
    /// created.</summary>
    public DocumentText Text(ReadOnlySpan<byte> json) => texts.TryGet(json, out var text) ? text
        : texts.Add(json.ToArray(), DocumentText.FromJson(json));

    /// <summary>A document, parsed.</summary>
    /// <exception cref="Errors.RequestErrorException">It is not valid.</exception>
    public ParsedDocument Get(DocumentText text)
    {
        if (text.Parsed is { } parsed)
        {
            return parsed;
        }

        if (!documents.TryGet(text.Text, out var document))
        {
            document = documents.Add(text.Text, reader.Read(text.Text));
        }

        return text.Parsed = document;
    }

    /// <summary>The document of a read request.</summary>
    public ReadDocument Get(ReadRequest request)
    {
        var key = ReadDocument.KeyOf(request.Name, request.Fields);
        return reads.TryGet(key, out var document) ? document
            : reads.Add(key, ReadDocument.Create(request.Name, request.Fields, schema, options.Limits));
    }
}
