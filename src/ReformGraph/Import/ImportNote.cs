using ReformGraph.Engine.Modeling;
using ReformGraph.History;
using ReformGraph.Seeding;
using ReformGraph.Writes;

namespace ReformGraph.Import;

/// <summary>What the sender of a table says of the change, as texts.</summary>
internal sealed record ImportNote(string? Reason, string? Kind, string? EffectiveOn, string? EvidenceReference, string? EvidenceSha256)
{
    /// <summary>Reads it.</summary>
    /// <param name="actor">Who makes the change.</param>
    /// <param name="refuse">Makes the refusal of a member.</param>
    public ChangeNote Read(string actor, Func<Violation, Exception> refuse)
    {
        var kind = (Kind ?? "correction").ToUpperInvariant() switch
        {
            "CORRECTION" => ChangeKind.Correction,
            "EVENT" => ChangeKind.Event,
            _ => throw refuse(new("kind", "VALUE", "must be correction or event")),
        };
        var day = EffectiveOn is null ? null : CellValue.Parse(ScalarType.For(typeof(DateOnly))!, EffectiveOn) as DateOnly?;
        if (day is null && EffectiveOn is not null)
        {
            throw refuse(new("effectiveOn", "TYPE", "must be a date such as 2020-10-31"));
        }

        var note = new ChangeNote(actor, kind, Reason!) { EffectiveOn = day, EvidenceReference = EvidenceReference, EvidenceSha256 = EvidenceSha256 };
        return RowRules.Check(note) is [var wrong, ..] ? throw refuse(wrong) : note;
    }
}
