using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// Names everything that an answer depends on: the state of the data, the program and its settings, the sources beside the data,
/// the question with its
/// variables, the role, the form. The tags are weak, because one answer has several encodings; those of files, which have one, are not.
/// </summary>
internal sealed class EntityTags(EngineOptions options, IEnumerable<FieldLookup> lookups)
{
    // The schema is the program's: it follows from the two modules. (Printing it would take a part of the start.) Every setting of the
    // engine counts,
    // whether it shapes answers or not, so that none can be forgotten.
    private readonly string program = Hash(
    [
        typeof(EntityTags).Module.ModuleVersionId.ToString(),
        typeof(QueryEngine).Module.ModuleVersionId.ToString(),
        .. Setting.AsWritten(options),
        .. lookups.Select(lookup => lookup.Fingerprint),
    ]);

    /// <summary>The tag of a text that is sent as it stands.</summary>
    public static string OfText(string text) => Quoted(Hash(text));

    /// <summary>The tag of an answer.</summary>
    public string Create(string stateTag, QueryRequest query, ResponseMediaType type) => Create(
        stateTag, $"{query.Document.Text}\0{query.OperationName}\0{query.Variables}", query, type.Name);

    /// <summary>The tag of an answer that is written in a form of its own.</summary>
    /// <param name="stateTag">The state of the data.</param>
    /// <param name="question">What is asked, with its values.</param>
    /// <param name="request">For whom it is, and as of when.</param>
    /// <param name="form">How it is written.</param>
    public string Create(string stateTag, string question, EngineRequest request, string form) => Quoted(Hash(
        program, stateTag, question, request.Role, form, $"{request.AsOf} {request.IsStamped} {request.Since}"));

    /// <summary>The tag of an export.</summary>
    /// <param name="stateTag">The state of the data.</param>
    /// <param name="document">The question as a document.</param>
    /// <param name="query">The question.</param>
    /// <param name="form">How the rows are written.</param>
    public string Create(string stateTag, string document, ExportQuery query, string form) =>
        Quoted(KeyOf(stateTag, document, query, form));

    /// <summary>Names what the bytes of an export depend on.</summary>
    public string KeyOf(string stateTag, string document, ExportQuery query, string form) => Hash(
        program, stateTag, document, query.Role, form, $"{query.AsOf} {query.IsStamped} {query.First} {query.Since}", $"{query.Where}",
            $"{query.Order}", string.Join(',', query.Names), string.Join(',', query.Enums), query.ActionName);

    /// <summary>
    /// The tag of a file. It is strong, as parts of two files must never be put together: its second half is of the very bytes.
    /// Files of one key say the same.
    /// </summary>
    public static string OfFile(string key, string digest) => $"\"{key}-{digest[..32]}\"";

    /// <summary>The tag by which the client holds a file of a key; null where it holds none.</summary>
    public static string? HeldFile(HttpRequest request, string key) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch!, out var held)
        ? held.FirstOrDefault(one => one.Tag.StartsWith($"\"{key}-", StringComparison.Ordinal))?.Tag.ToString()
        : null;

    /// <summary>Whether the client holds the answer that has this tag.</summary>
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
