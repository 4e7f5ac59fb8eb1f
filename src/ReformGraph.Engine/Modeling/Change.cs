using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace ReformGraph.Engine.Modeling;

/// <summary>One recorded change: all that was written in it came to be at once. The log of changes is only ever added to.</summary>
[Entity("changes", LabelZh = "变更记录")]
[Description(
    "A change of the record: what was written at once, by whom, when and why. Changes are numbered 1, 2, 3 ... without gaps, and are " +
    "never altered.")]
[Index(nameof(Sequence), IsUnique = true)]
[Index(nameof(RecordedAt), IsUnique = true)]
[Index(nameof(Actor))]
[Index(nameof(EffectiveOn))]
public sealed class Change
{
    /// <summary>The sequence number, as every entity has its key.</summary>
    [Description("The primary key: the sequence number.")]
    [LabelZh("编号")]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; init; }

    /// <summary>The sequence number.</summary>
    [Description("The sequence number: 1 for the first change, and one more for each later one.")]
    [LabelZh("变更序号")]
    public long Sequence { get; init; }

    /// <summary>When it was recorded.</summary>
    [Description("When it was recorded. A later change always has a later time, whatever the clock did.")]
    [LabelZh("记录时间")]
    [RowLabel]
    public DateTime RecordedAt { get; set; }

    /// <summary>Who made it.</summary>
    [Description("Who made it: the name of the key or the subject of the token, or local if the server requires neither.")]
    [LabelZh("记录人")]
    public required string Actor { get; init; }

    /// <summary>What it is for.</summary>
    [Description("What it is for.")]
    [LabelZh("变更类别")]
    public ChangeKind Kind { get; init; }

    /// <summary>Why it was made.</summary>
    [Description("Why it was made, in the words of its author.")]
    [LabelZh("变更理由")]
    public required string Reason { get; init; }

    /// <summary>When it took effect in the world.</summary>
    [Description("For an event, the day on which it took effect in the world. Null for a change that concerns only the record.")]
    [LabelZh("生效日期")]
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The evidence for it.</summary>
    [Description("A reference to its evidence, such as a document number. Null if none was given.")]
    [LabelZh("依据文号")]
    public string? EvidenceReference { get; init; }

    /// <summary>The hash of what proves it.</summary>
    [Description("The SHA-256 of its evidence, in hexadecimal. Null if none was given.")]
    [LabelZh("依据校验值")]
    public string? EvidenceSha256 { get; init; }

    /// <summary>How many rows it concerns.</summary>
    [Description("How many rows it added, changed or withdrew.")]
    [LabelZh("涉及行数")]
    public int RowCount { get; set; }

    /// <summary>The Merkle root over them.</summary>
    [Description("The root of the Merkle tree (RFC 9162, SHA-256) over the rows that it added, changed or withdrew, in hexadecimal.")]
    [LabelZh("行树根")]
    public string RowsRoot { get; set; } = string.Empty;

    /// <summary>The leaf of the log.</summary>
    [Description("Its leaf in the Merkle tree over all changes (RFC 9162, SHA-256), in hexadecimal.")]
    [LabelZh("变更哈希")]
    public string Hash { get; set; } = string.Empty;

    /// <summary>
    /// Random bytes that are hashed with what is said of it, so that who knows the hash and not the rest cannot find it out by trying. It is no
    /// field: only proofs show it. A change that was recorded before there were salts has none.
    /// </summary>
    public byte[]? Salt { get; init; }

    /// <summary>The rows that it concerns.</summary>
    [Description("The rows that it added, changed or withdrew.")]
    public List<ChangedRow> Rows { get; } = [];
}

/// <summary>A row that a change concerns. No table holds it: it follows from the revisions.</summary>
[Entity("changedRows", LabelZh = "变更明细")]
[Description("A row that a change added, changed or withdrew.")]
public sealed class ChangedRow
{
    /// <summary>The primary key.</summary>
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; init; }

    /// <summary>The key of the change.</summary>
    public int ChangeId { get; init; }

    /// <summary>The change.</summary>
    [Description("The change.")]
    [LabelZh("变更")]
    public Change Change { get; init; } = null!;

    /// <summary>The type of the row.</summary>
    [Description("The type of the row, for example RiskVillage.")]
    [LabelZh("数据类型")]
    public required string Entity { get; init; }

    /// <summary>The key of the row.</summary>
    [Description("The id of the row.")]
    [LabelZh("行编号")]
    [MixedUnits]
    public int RowId { get; init; }

    /// <summary>The code of the row.</summary>
    [Description("The code of the row. Null for a type without codes.")]
    [LabelZh("行编码")]
    public string? Code { get; init; }

    /// <summary>The version that the change made.</summary>
    [Description("The version that the change made; for a withdrawn row, its last one.")]
    [LabelZh("行版本")]
    [MixedUnits]
    public int Version { get; init; }

    /// <summary>What was done.</summary>
    [Description("What was done to the row.")]
    [LabelZh("变更方式")]
    public ChangeAction Action { get; init; }
}

/// <summary>What a change is for.</summary>
[Description("What a change is for.")]
public enum ChangeKind
{
    /// <summary>The first load.</summary>
    [Label("初始载入", "first load")]
    [Description("The first load of the record (初始载入).")]
    Seed = 1,

    /// <summary>A correction.</summary>
    [Label("更正", "correction")]
    [Description("A correction of the record (更正): it should have said so before.")]
    Correction = 2,

    /// <summary>An event.</summary>
    [Label("事件", "event")]
    [Description("An event in the world (事件), which the record follows.")]
    Event = 3,
}

/// <summary>What a change does to a row.</summary>
[Description("What a change did to a row.")]
public enum ChangeAction
{
    /// <summary>Added.</summary>
    [Label("新增", "added")]
    [Description("The row was added (新增).")]
    Added = 1,

    /// <summary>Changed.</summary>
    [Label("修改", "changed")]
    [Description("The row was given other values (修改).")]
    Changed = 2,

    /// <summary>Withdrawn.</summary>
    [Label("撤销", "withdrawn")]
    [Description("The row was withdrawn (撤销): it is part of the past only.")]
    Withdrawn = 3,
}
