using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage;

namespace ReformGraph.Data.Import;

/// <summary>What the sender of a table states about the change, as texts.</summary>
internal sealed record ImportNote(string? Reason, string? Kind, string? EffectiveOn, string? EvidenceReference, string? EvidenceSha256)
{
    /// <summary>Reads it.</summary>
    /// <param name="actor">Who makes the change.</param>
    /// <param name="now">The present time, in UTC.</param>
    /// <param name="refuse">Creates the exception from a sentence that says why it is rejected.</param>
    public ChangeNote Read(string actor, DateTime now, Func<string, Exception> refuse)
    {
        var kind = (Kind ?? "correction").ToUpperInvariant() switch
        {
            "CORRECTION" => ChangeKindInput.Correction,
            "EVENT" => ChangeKindInput.Event,
            _ => throw refuse("kind must be correction or event."),
        };
        var day = EffectiveOn is null ? null : CellValue.Parse(ScalarType.For(typeof(DateOnly))!, EffectiveOn) as DateOnly?;
        if (day is null && EffectiveOn is not null)
        {
            throw refuse("effectiveOn must be a date such as 2020-10-31.");
        }

        var evidence = EvidenceReference is null && EvidenceSha256 is null
            ? null : new WriteEvidence(EvidenceReference ?? string.Empty, EvidenceSha256);
        var note = new WriteNote(kind, Reason ?? string.Empty, day, evidence);
        return NoteRules.Check(note, Today.At(now)).Select(Said).ToList() is [_, ..] wrong
            ? throw refuse(string.Join(' ', wrong)) : ChangeNote.Create(actor, note);
    }

    // Here, the parts of the evidence have their own names.
    private static string Said(InvalidInput wrong)
    {
        var name = wrong.Path[^1];
        return wrong.Path.Contains("evidence") && wrong.Message.StartsWith(name, StringComparison.Ordinal)
            ? $"evidence{char.ToUpperInvariant(name[0])}{wrong.Message[1..]}"
            : wrong.Message;
    }
}
