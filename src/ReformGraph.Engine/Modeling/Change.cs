using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace ReformGraph.Engine.Modeling;

/// <summary>One recorded change: everything written in it took effect together. The log of changes is append-only.</summary>
[Entity("changes")]
[Description(
    "A change to the record: what was written together, by whom, when and why. Changes are numbered 1, 2, 3 ... without gaps, and are " +
    "never altered.")]
[Index(nameof(Sequence), IsUnique = true)]
[Index(nameof(RecordedAt), IsUnique = true)]
[Index(nameof(Actor))]
[Index(nameof(EffectiveOn))]
public sealed class Change
{
    /// <summary>The sequence number, in the role of the key that every entity has.</summary>
    [Description("The primary key: the sequence number.")]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }

    /// <summary>The sequence number.</summary>
    [Description("The sequence number: 1 for the first change, and one more for each later one.")]
    public long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    [Description("When it was recorded. A later change always has a later time, whatever the clock did.")]
    [RowLabel]
    public DateTime RecordedAt { get; set; }

    /// <summary>Who made it.</summary>
    [Description("Who made it.")]
    public required string Actor { get; init; }

    /// <summary>What it is for.</summary>
    [Description("What it is for.")]
    public ChangeKind Kind { get; init; }

    /// <summary>Why it was made.</summary>
    [Description("Why it was made, in the words of its author.")]
    public required string Reason { get; init; }

    /// <summary>When it took effect in the world.</summary>
    [Description("For an event, the day on which it took effect in the world. Null for a change that concerns only the record.")]
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The evidence for it.</summary>
    [Description("A reference to its evidence, such as a document number. Null if none was given.")]
    public string? EvidenceReference { get; init; }

    /// <summary>The hash of what proves it.</summary>
    [Description("The SHA-256 of its evidence, in hexadecimal. Null if none was given.")]
    public string? EvidenceSha256 { get; init; }

    /// <summary>How many rows it concerns.</summary>
    [Description("How many rows it added, changed or withdrew.")]
    public int RowCount { get; set; }

    /// <summary>The Merkle root over them.</summary>
    [Description("The root of the Merkle tree (RFC 9162, SHA-256) over the rows that it added, changed or withdrew, in hexadecimal.")]
    public string RowsRoot { get; set; } = string.Empty;

    /// <summary>The leaf of the log.</summary>
    [Description("Its leaf in the Merkle tree over all changes (RFC 9162, SHA-256), in hexadecimal.")]
    public string Hash { get; set; } = string.Empty;

    /// <summary>
    /// Random bytes that are hashed together with its content, so that the content cannot be found from the hash by trying. It is not a
    /// field: only proofs show it. A change recorded before salts were introduced has none.
    /// </summary>
    public byte[]? Salt { get; init; }

    /// <summary>The rows that it affects.</summary>
    [Description("The rows that it added, changed or withdrew.")]
    public List<ChangedRow> Rows { get; } = [];
}

/// <summary>A row that a change affects. It has no table: it is derived from the revisions.</summary>
[Entity("changedRows")]
[Description("A row that a change added, changed or withdrew.")]
public sealed class ChangedRow
{
    /// <summary>The primary key.</summary>
    [Description("The primary key.")]
    public int Id { get; init; }

    /// <summary>The key of the change.</summary>
    public int ChangeId { get; init; }

    /// <summary>The change.</summary>
    [Description("The change.")]
    public Change Change { get; init; } = null!;

    /// <summary>The type of the row.</summary>
    [Description("The type of the row, for example RiskVillage.")]
    public required string Entity { get; init; }

    /// <summary>The key of the row.</summary>
    [Description("The id of the row.")]
    [MixedUnits]
    public int RowId { get; init; }

    /// <summary>The code of the row.</summary>
    [Description("The code of the row. Null for a type without codes.")]
    public string? Code { get; init; }

    /// <summary>The version that the change created.</summary>
    [Description("The version that the change made; for a withdrawn row, its last one.")]
    [MixedUnits]
    public int Version { get; init; }

    /// <summary>What was done.</summary>
    [Description("What was done to the row.")]
    public ChangeAction Action { get; init; }
}

/// <summary>What a change is for.</summary>
[Description("What a change is for.")]
public enum ChangeKind
{
    /// <summary>The first load.</summary>
    [Description("The first load of the record.")]
    Seed = 1,

    /// <summary>A correction.</summary>
    [Description("A correction of the record: it should have said so before.")]
    Correction = 2,

    /// <summary>An event.</summary>
    [Description("An event in the world, which the record follows.")]
    Event = 3,
}

/// <summary>What a change does to a row.</summary>
[Description("What a change did to a row.")]
public enum ChangeAction
{
    /// <summary>Added.</summary>
    [Description("The row was added.")]
    Added = 1,

    /// <summary>Changed.</summary>
    [Description("The row was given other values.")]
    Changed = 2,

    /// <summary>Withdrawn.</summary>
    [Description("The row was withdrawn: it is part of the past only.")]
    Withdrawn = 3,
}
