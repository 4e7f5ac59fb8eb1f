using ReformGraph.Engine.Modeling;

namespace ReformGraph.History;

/// <summary>What is to be recorded of a change besides its rows.</summary>
/// <param name="Actor">Who makes it.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Reason">Why it is made.</param>
internal sealed record ChangeNote(string Actor, ChangeKind Kind, string Reason)
{
    /// <summary>The actor where nobody has to say who he is.</summary>
    public const string Local = "local";

    /// <summary>For an event, when it took effect.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>A reference to what proves it.</summary>
    public string? EvidenceReference { get; init; }

    /// <summary>The SHA-256 of what proves it, in hexadecimal.</summary>
    public string? EvidenceSha256 { get; init; }

    /// <summary>The 32 bytes that are hashed with it, where they are not to be random: of rows that are made up from a seed, and have no secrets.</summary>
    public byte[]? Salt { get; init; }

    /// <summary>What is recorded of what a client gave.</summary>
    public static ChangeNote Of(string actor, WriteNote note) => new(actor, (ChangeKind)note.Kind, note.Reason)
    {
        EffectiveOn = note.EffectiveOn,
        EvidenceReference = note.Evidence?.Reference,
        EvidenceSha256 = note.Evidence?.Sha256?.ToLowerInvariant(),
    };
}
