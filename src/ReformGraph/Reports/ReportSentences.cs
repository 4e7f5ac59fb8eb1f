using System.Collections.Frozen;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Reports;

/// <summary>
/// Finds the sentences of a report by their hashes in the document that the server was given, provided that it is the
/// document of a report in the database. Without one it finds nothing.
/// </summary>
internal sealed class ReportSentences : FieldLookup
{
    private readonly FrozenDictionary<string, string> sentences = FrozenDictionary<string, string>.Empty;

    /// <summary>Reads the document.</summary>
    /// <param name="path">The setting Report:File; null where there is no document.</param>
    /// <param name="reports">The SHA-256 of every report in the database.</param>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public ReportSentences(string? path, IEnumerable<string> reports)
    {
        if (path is not null && ReportText.Read(path) is var text && reports.Contains(text.Sha256))
        {
            sentences = text.Sentences.Distinct().ToFrozenDictionary(ReportText.Hash);
            Fingerprint = text.Sha256;
        }
    }

    /// <summary>The SHA-256 of the document; empty without one.</summary>
    public override string Fingerprint { get; } = string.Empty;

    public override string? Find(string key) => sentences.GetValueOrDefault(key);
}
