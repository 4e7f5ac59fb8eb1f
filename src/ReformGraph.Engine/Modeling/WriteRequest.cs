using System.ComponentModel;

namespace ReformGraph.Engine.Modeling;

/// <summary>The write that a mutation requests: one change to one row or to several.</summary>
/// <param name="Name">The mutation.</param>
/// <param name="Actor">The name under which the change is recorded.</param>
/// <param name="Note">What is recorded about it besides its rows.</param>
/// <param name="Rows">The rows, in the order in which they are written.</param>
public sealed record WriteRequest(string Name, string Actor, WriteNote Note, IReadOnlyList<RowWrite> Rows)
{
    /// <summary>The input of a mutation that the application carries out itself: an object of its class. Null for any other mutation;
    /// then there are <see cref="Rows"/>.</summary>
    public object? Own { get; init; }

    /// <summary>What the sender may change; null for everything that the role may. The engine has checked the collections of
    /// <see cref="Rows"/>; everything else is for the writer to check.</summary>
    public WriteScope? Scope { get; init; }

    /// <summary>Makes a retry safe; null if there is none.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>What is recorded about a change besides its rows, as the client sent it.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Reason">Why it is made.</param>
/// <param name="EffectiveOn">For an event, when it took effect.</param>
/// <param name="Evidence">The evidence for it; null if there is none.</param>
public sealed record WriteNote(ChangeKindInput Kind, string Reason, DateOnly? EffectiveOn, WriteEvidence? Evidence);

/// <summary>The evidence for a change.</summary>
/// <param name="Reference">A reference to it.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal; null if there is none.</param>
public sealed record WriteEvidence(string Reference, string? Sha256);

/// <summary>The write of one row.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Entity">The entity of the row.</param>
/// <param name="Values">The given fields by name; for a reference, the code of the row to which it refers.</param>
/// <param name="Path">Its path in the arguments.</param>
public sealed record RowWrite(WriteAction Action, EntityModel Entity, IReadOnlyDictionary<string, object?> Values,
    IReadOnlyList<string> Path)
{
    /// <summary>A key that no row has: keys start at 1.</summary>
    public const int OfNoRow = int.MinValue;

    /// <summary>The id of the row; null for a new row, and if the row is identified by its code.</summary>
    public int? Id { get; init; }

    /// <summary>The code of the row; null for a new row, and if the row is identified by its id.</summary>
    public string? Code { get; init; }

    /// <summary>The code of the row within which codes are looked up; null if none is given besides the fields.</summary>
    public string? Within { get; init; }

    /// <summary>The version that the row must have; null for a new one.</summary>
    public int? Version { get; init; }

    /// <summary>The path of one of its fields in the arguments.</summary>
    public IReadOnlyList<string> PathOf(string field) => [.. Path, field];
}

/// <summary>What a mutation does to a row.</summary>
public enum WriteAction
{
    /// <summary>A new row.</summary>
    Create,

    /// <summary>Changed values in a row.</summary>
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
