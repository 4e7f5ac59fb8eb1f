using System.ComponentModel;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Entity("counties", LabelZh = "县")]
[Description("A county (县).")]
internal sealed class County : Versioned<County>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code of this data set, not the area code.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description(
        "Whether the row is synthetic (合成数据): generated for load tests and demonstrations. It says nothing about a real " +
        "place.")]
    [LabelZh("合成数据")]
    [Computed]
    public bool Synthetic { get; set; }

    [Description("The area code, six digits by GB/T 2260. Null if the source masks the name.")]
    [LabelZh("行政区划代码")]
    [Pattern("[0-9]{6}", "six digits", "六位数字")]
    public string? AreaCode { get; set; }

    [Description("The name in Chinese. Null if the source masks it (**).")]
    [LabelZh("中文名称")]
    [RowLabel]
    public string? NameZh { get; set; }

    [Description("The name in English. Null if the source masks it (**).")]
    [LabelZh("英文名称")]
    [RowLabel]
    public string? NameEn { get; set; }

    [Description("What the source says about the place; while its name is masked, this is all that identifies it.")]
    [LabelZh("原文所称")]
    [RowLabel]
    public required string KnownAs { get; set; }

    [Description("The same in Chinese. Null if nobody has given it.")]
    [LabelZh("中文原文所称")]
    [RowLabel]
    public string? KnownAsZh { get; set; }

    [Description("Its reports.")]
    public List<Report> Reports { get; } = [];

    [Description("The figures about it or about places in it.")]
    public List<Figure> Figures { get; } = [];

    [Description("Its towns and townships (乡镇), as far as they are known.")]
    public List<Township> Townships { get; } = [];

    [Description("Its register of reform tasks (改革任务).")]
    public List<ReformTask> ReformTasks { get; } = [];

    [Description("Its register of facility consolidation (设施整合).")]
    public List<FacilityConsolidation> FacilityConsolidations { get; } = [];

    [Description("Its register of asset handovers (资产移交).")]
    public List<AssetHandover> AssetHandovers { get; } = [];

    [Description("Its register of villages at risk (风险村).")]
    public List<RiskVillage> RiskVillages { get; } = [];

    [Description("Its register of problems (问题清单).")]
    public List<Problem> Problems { get; } = [];

    [Description("What its offices call columns and values of their registers, as imports have confirmed it.")]
    public List<RegisterSynonym> RegisterSynonyms { get; } = [];
}
