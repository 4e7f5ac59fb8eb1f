using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// The documents known in advance: the <c>.graphql</c> files of one folder, by name and by hash (the specification's appendix on persisted
/// documents). All are read and validated once, at startup.
/// </summary>
internal sealed partial class TrustedDocuments
{
    private const string HashPrefix = "sha256:";

    private readonly Dictionary<string, DocumentText> texts = new(StringComparer.Ordinal);
    private readonly bool only;

    /// <exception cref="StartupException">The folder is missing, or one of its documents is not valid.</exception>
    public TrustedDocuments(ReformGraphOptions options, QueryEngine engine)
    {
        only = options.TrustedDocuments.Only;
        if (options.TrustedDocuments.Folder is not { } folder)
        {
            return;
        }

        if (!Directory.Exists(folder))
        {
            throw new StartupException(
                $"The folder of trusted documents, {Path.GetFullPath(folder)}, does not exist (setting TrustedDocuments:Folder).");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal))
        {
            DocumentText text = Read(file, engine);
            texts[Path.GetFileNameWithoutExtension(file)] = text;
            texts[HashPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Text)))] = text;
        }
    }

    /// <summary>The text of the document that a request refers to.</summary>
    /// <exception cref="RequestErrorException">No document has this identifier, or only trusted documents are allowed.</exception>
    public DocumentText TextFor(RequestParameters request)
    {
        if (request.DocumentId is { } id)
        {
            return texts.TryGetValue(id, out var text)
                ? text
                : throw RequestErrors.Create(ServerErrorCodes.DocumentUnknown, $"There is no trusted document '{id}'.", ("documentId", id));
        }

        return only
            ? throw RequestErrors.Create(ServerErrorCodes.DocumentNotTrusted,
                "This server runs only trusted documents; send a documentId instead of query.")
            : request.Query!;
    }

    /// <summary>Rejects any request without a document, if only trusted documents are allowed.</summary>
    /// <exception cref="RequestErrorException">Only trusted documents are allowed.</exception>
    public void RefuseOthers()
    {
        if (only)
        {
            throw RequestErrors.Create(ServerErrorCodes.DocumentNotTrusted,
                "This server runs only trusted documents: send a documentId, or export by the name of one (document). It serves " +
                "no schema, OData, catalogue or proofs of rows.");
        }
    }

    private static string Read(string file, QueryEngine engine)
    {
        if (!Name().IsMatch(Path.GetFileNameWithoutExtension(file)))
        {
            throw new StartupException(
                $"The trusted document {file} needs another name: only letters, digits, '-', '.', '_' and '~' are allowed.");
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new StartupException($"The trusted document {file} cannot be read: {unreadable.Message}");
        }

        if (!RealPath(file).StartsWith(RealPath(Path.GetDirectoryName(file)!) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new StartupException(
                $"The trusted document {file} is a link that leads out of its folder; put the document itself there.");
        }

        RefuseInvalid(file, text, engine);
        return text;
    }

    // All links on the way are followed. A link within the folder is common: volumes whose files change together are mounted like this.
    private static string RealPath(string path)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var here = new FileInfo(Path.Combine(RealPath(parent), Path.GetFileName(full)));
        return here.ResolveLinkTarget(returnFinalTarget: false) is { } target ? RealPath(target.FullName) : here.FullName;
    }

    private static void RefuseInvalid(string file, string text, QueryEngine engine)
    {
        try
        {
            engine.Prepare(new QueryRequest(text, null, default));
        }
        catch (RequestErrorException refused)
        {
            // The operation and the variables are known only when the document is requested.
            if (refused.Errors.FirstOrDefault(error => error.Code.Stage < Stage.Plan) is { } error)
            {
                var place = error.Locations is [var at, ..] ? $"{file}({at.Line},{at.Column})" : file;
                throw new StartupException($"{place}: the trusted document is not valid: {error.Message}");
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._~-]+\z")]
    private static partial Regex Name();
}
