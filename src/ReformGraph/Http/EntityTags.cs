using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Identifies everything that a response depends on: the state of the data, the program and its settings, other sources of data, the
/// request with its variables, the role, the format. The tags are weak, because one response has several encodings; those of files, which
/// have only one, are strong.
/// </summary>
internal sealed class EntityTags(EngineOptions options, IEnumerable<FieldLookup> lookups)
{
    // The schema belongs to the program: it is determined by the two modules. (Printing it would take part of the startup time.) Every
    // setting of the engine counts, whether it affects responses or not, so that none can be forgotten.
    private readonly string program = Hash(
    [
        typeof(EntityTags).Module.ModuleVersionId.ToString(),
        typeof(QueryEngine).Module.ModuleVersionId.ToString(),
        .. Setting.AsWritten(options),
        .. lookups.Select(lookup => lookup.Fingerprint),
    ]);

    /// <summary>The tag of a text that is sent as it is.</summary>
    public static string OfText(string text) => Quoted(Hash(text));

    /// <summary>The tag of a response.</summary>
    public string Create(string stateTag, QueryRequest query, ResponseMediaType type) => Create(
        stateTag, $"{query.Document.Text}\0{query.OperationName}\0{query.Variables}", query, type.Name);

    /// <summary>The tag of a response in a format of its own.</summary>
    /// <param name="stateTag">The state of the data.</param>
    /// <param name="question">The request with its values.</param>
    /// <param name="request">Its role and instant.</param>
    /// <param name="form">The format.</param>
    public string Create(string stateTag, string question, EngineRequest request, string form) => Quoted(Hash(
        program, stateTag, question, request.Role.Key, form, $"{request.AsOf} {request.IsStamped} {request.StatesCost} {request.Since}"));

    /// <summary>The tag of an export.</summary>
    /// <param name="stateTag">The state of the data.</param>
    /// <param name="document">The request as a document.</param>
    /// <param name="query">The request.</param>
    /// <param name="form">The format of the rows.</param>
    public string Create(string stateTag, string document, ExportQuery query, string form) =>
        Quoted(KeyOf(stateTag, document, query, form));

    /// <summary>Identifies what the bytes of an export depend on.</summary>
    public string KeyOf(string stateTag, string document, ExportQuery query, string form) => Hash(
        program, stateTag, document, query.Role.Key, form, $"{query.AsOf} {query.IsStamped} {query.First} {query.Since}", $"{query.Where}",
            $"{query.Order}", string.Join(',', query.Names), string.Join(',', query.Enums), query.ActionName);

    /// <summary>
    /// The tag of a file. It is strong, because parts of two files must never be combined: its second half depends on the bytes themselves.
    /// Files with the same key have the same content.
    /// </summary>
    public static string OfFile(string key, string digest) => $"\"{key}-{digest[..32]}\"";

    /// <summary>The tag of the client's copy of a file with a key; null if it has none.</summary>
    public static string? HeldFile(HttpRequest request, string key) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch!, out var held)
        ? held.FirstOrDefault(one => one.Tag.StartsWith($"\"{key}-", StringComparison.Ordinal))?.Tag.ToString()
        : null;

    /// <summary>Whether the client has the response with this tag.</summary>
    public static bool Holds(HttpRequest request, string tag)
    {
        var current = EntityTagHeaderValue.Parse(tag);
        return EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch!, out var held)
            && held.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(current, useStrongComparison: false));
    }

    private static string Quoted(string hash) => $"W/\"{hash}\"";

    private static string Hash(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
