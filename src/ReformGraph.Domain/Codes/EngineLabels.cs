using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Codes;

/// <summary>What the engine's own types, such as the log of changes, are called here.</summary>
internal static class EngineLabels
{
    /// <summary>Declares the labels in a model.</summary>
    public static ModelBuilder LabelEngineTypes(this ModelBuilder model) => model.LabelChanges().LabelHistory().LabelCodeLists();

    private static ModelBuilder LabelChanges(this ModelBuilder model) => model
        .Label(typeof(Change), "变更记录")
        .Label(typeof(Change), nameof(Change.Id), "编号")
        .Label(typeof(Change), nameof(Change.Sequence), "变更序号")
        .Label(typeof(Change), nameof(Change.RecordedAt), "记录时间")
        .Label(typeof(Change), nameof(Change.Actor), "记录人",
            "Who made it: the name of the key or the subject of the token, or local if the server requires neither.")
        .Label(typeof(Change), nameof(Change.Kind), "变更类别")
        .Label(typeof(Change), nameof(Change.Reason), "变更理由")
        .Label(typeof(Change), nameof(Change.EffectiveOn), "生效日期")
        .Label(typeof(Change), nameof(Change.EvidenceReference), "依据文号")
        .Label(typeof(Change), nameof(Change.EvidenceSha256), "依据校验值")
        .Label(typeof(Change), nameof(Change.RowCount), "涉及行数")
        .Label(typeof(Change), nameof(Change.RowsRoot), "行树根")
        .Label(typeof(Change), nameof(Change.Hash), "变更哈希")
        .Label(typeof(ChangedRow), "变更明细")
        .Label(typeof(ChangedRow), nameof(ChangedRow.Id), "编号")
        .Label(typeof(ChangedRow), nameof(ChangedRow.Change), "变更")
        .Label(typeof(ChangedRow), nameof(ChangedRow.Entity), "数据类型")
        .Label(typeof(ChangedRow), nameof(ChangedRow.RowId), "行编号")
        .Label(typeof(ChangedRow), nameof(ChangedRow.Code), "行编码")
        .Label(typeof(ChangedRow), nameof(ChangedRow.Version), "行版本")
        .Label(typeof(ChangedRow), nameof(ChangedRow.Action), "变更方式");

    private static ModelBuilder LabelHistory(this ModelBuilder model) => model
        .Label(typeof(Versioned), nameof(Versioned.Version), "版本")
        .LabelVersions("{0}历史版本", "{0}编号")
        .Label(typeof(VersionOf<>), nameof(VersionOf<>.Id), "版本编号")
        .Label(typeof(VersionOf<>), nameof(VersionOf<>.RowId), "行编号")
        .Label(typeof(VersionOf<>), nameof(VersionOf<>.RecordedBy), "记录变更")
        .Label(typeof(VersionOf<>), nameof(VersionOf<>.EndedBy), "终止变更");

    private static ModelBuilder LabelCodeLists(this ModelBuilder model) => model
        .Label(ChangeKind.Seed, "初始载入", "first load", "The first load of the record (初始载入).")
        .Label(ChangeKind.Correction, "更正", "correction", "A correction of the record (更正): it should have said so before.")
        .Label(ChangeKind.Event, "事件", "event", "An event in the world (事件), which the record follows.")
        .Label(ChangeKindInput.Correction, "更正", "correction", "A correction of the record (更正): it should have said so before.")
        .Label(ChangeKindInput.Event, "事件", "event",
            "An event in the world (事件), which the record follows. It has a day on which it took effect.")
        .Label(ChangeAction.Added, "新增", "added", "The row was added (新增).")
        .Label(ChangeAction.Changed, "修改", "changed", "The row was given other values (修改).")
        .Label(ChangeAction.Withdrawn, "撤销", "withdrawn", "The row was withdrawn (撤销): it is part of the past only.")
        .Label(QuantityPrecision.Exact, "精确", "exact")
        .Label(QuantityPrecision.MoreThan, "余", "more than",
            "The true value is above the value, which is not rounded, and does not pass the upper bound (余).")
        .Label(QuantityPrecision.Between, "区间", "between")
        .Label(QuantityPrecision.AtLeast, "以上", "at least",
            "The true value does not fall below the lower bound, and there is no upper bound (以上).")
        .Label(QuantityPrecision.AtMost, "以下", "at most",
            "The true value does not pass the upper bound, and there is no lower bound (以下).")
        .Label(QuantityPrecision.About, "约", "about", "There are no bounds (约).");
}
