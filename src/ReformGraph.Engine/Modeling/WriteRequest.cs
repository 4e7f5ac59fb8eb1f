using System.ComponentModel;

namespace ReformGraph.Engine.Modeling;

/// <summary>What a mutation asks to be written: one change, of one row or of several.</summary>
/// <param name="Name">The mutation.</param>
/// <param name="Actor">The name under which it is recorded.</param>
/// <param name="Note">What is to be recorded of it besides its rows.</param>
/// <param name="Rows">The rows, in the order in which they are written.</param>
public sealed record WriteRequest(string Name, string Actor, WriteNote Note, IReadOnlyList<RowWrite> Rows)
{
    /// <summary>Makes a retry safe; null where none was given.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>What is to be recorded of a change besides its rows, as the client gave it.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Reason">Why it is made.</param>
/// <param name="EffectiveOn">For an event, when it took effect.</param>
/// <param name="Evidence">What proves it; null where none was given.</param>
public sealed record WriteNote(ChangeKindInput Kind, string Reason, DateOnly? EffectiveOn, WriteEvidence? Evidence);

/// <summary>The evidence for a change.</summary>
/// <param name="Reference">A reference to it.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal; null where none was given.</param>
public sealed record WriteEvidence(string Reference, string? Sha256);

/// <summary>What is to be done to one row.</summary>
/// <param name="Action">What.</param>
/// <param name="Entity">To a row of which entity.</param>
/// <param name="Values">The given fields by name; of a reference the code of the row that it leads to.</param>
/// <param name="Path">Where in the arguments it stands.</param>
public sealed record RowWrite(WriteAction Action, EntityModel Entity, IReadOnlyDictionary<string, object?> Values,
    IReadOnlyList<string> Path)
{
    /// <summary>The key that no row has: keys are counted up from 1.</summary>
    public const int OfNoRow = int.MinValue;

    /// <summary>The id of the row that is meant; null for a new one, and where it is meant by its code.</summary>
    public int? Id { get; init; }

    /// <summary>The code of the row that is meant; null for a new one, and where it is meant by its id.</summary>
    public string? Code { get; init; }

    /// <summary>The version that the row must have; null for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>Where in the arguments a field of it stands.</summary>
    public IReadOnlyList<string> PathOf(string field) => [.. Path, field];
}

/// <summary>What a mutation does to a row.</summary>
public enum WriteAction
{
    /// <summary>A new row.</summary>
    Create,

    /// <summary>Other values in a row.</summary>
    Update,

    /// <summary>A row leaves the present and stays in the history.</summary>
    Withdraw,
}

/// <summary>What a change made by a client is for.</summary>
[Description("What a change made by a client is for.")]
public enum ChangeKindInput
{
    /// <summary>A correction.</summary>
    [Description("A correction of the record: it should have said so before.")]
    Correction = ChangeKind.Correction,

    /// <summary>An event.</summary>
    [Description("An event in the world, which the record follows. It has a day on which it took effect.")]
    Event = ChangeKind.Event,
}
