using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Storage;

/// <summary>What is recorded about a change besides its rows.</summary>
/// <param name="Actor">Who makes it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Reason">Why it is made.</param>
public sealed record ChangeNote(string Actor, ChangeKind Kind, string Reason)
{
    /// <summary>For an event, when it took effect.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>A reference to what proves it.</summary>
    public string? EvidenceReference { get; init; }

    /// <summary>The SHA-256 of what proves it, in hexadecimal.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>Random bytes that are hashed with it, if changes are hashed; null if they are not, or if the bytes are yet to be
    /// generated.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>The note for what a client sent.</summary>
    public static ChangeNote Create(string actor, WriteNote note) => new(actor, (ChangeKind)note.Kind, note.Reason)
    {
        EffectiveOn = note.EffectiveOn,
        EvidenceReference = note.Evidence?.Reference,
        EvidenceSha256 = note.Evidence?.Sha256?.ToLowerInvariant(),
    };
}
