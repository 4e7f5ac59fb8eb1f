using System.Collections.Frozen;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Reports;

/// <summary>
/// Finds the texts of reports and their sentences by their hashes: in the text that the server was given, if it is that of a report in the
/// database, and in the texts that the database keeps. A text is added to the database in a change, which gives responses another tag.
/// </summary>
internal sealed class TextsByHash : FieldLookup
{
    private readonly FrozenDictionary<string, string> texts = FrozenDictionary<string, string>.Empty;
    private readonly Func<string, string?> kept;

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text; null if there is none.</param>
    /// <param name="reports">The SHA-256 of every report in the database.</param>
    /// <param name="kept">Finds a text or a sentence that the database keeps.</param>
    public TextsByHash(ReportText? text, IEnumerable<string> reports, Func<string, string?> kept)
    {
        this.kept = kept;
        if (text is not null && reports.Contains(text.Sha256))
        {
            texts = text.Sentences.Append(text.Whole).Distinct().ToFrozenDictionary(ReportText.Hash);
            Fingerprint = text.Sha256;
        }
    }

    /// <summary>The SHA-256 of the text that the server was given; empty without one.</summary>
    public override string Fingerprint { get; } = string.Empty;

    public override string? Find(string key) => texts.GetValueOrDefault(key) ?? kept(key);
}
