using System.Collections.Frozen;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Reports;

/// <summary>
/// Finds the sentences of a report by their hashes in the document that the server was given, if it is the document of a report in the
/// database. Without one, it finds nothing.
/// </summary>
internal sealed class ReportSentences : FieldLookup
{
    private readonly FrozenDictionary<string, string> sentences = FrozenDictionary<string, string>.Empty;

    /// <summary>Reads the document.</summary>
    /// <param name="text">The document; null if there is none.</param>
    /// <param name="reports">The SHA-256 of every report in the database.</param>
    public ReportSentences(ReportText? text, IEnumerable<string> reports)
    {
        if (text is not null && reports.Contains(text.Sha256))
        {
            sentences = text.Sentences.Distinct().ToFrozenDictionary(ReportText.Hash);
            Fingerprint = text.Sha256;
        }
    }

    /// <summary>The SHA-256 of the document; empty without one.</summary>
    public override string Fingerprint { get; } = string.Empty;

    public override string? Find(string key) => sentences.GetValueOrDefault(key);
}
