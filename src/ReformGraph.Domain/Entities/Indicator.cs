using System.ComponentModel;
using System.ComponentModel.DataAnnotations.Schema;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Entity("indicators", LabelZh = "指标")]
[Description("What a figure measures (指标). Figures of one indicator state the same quantity.")]
internal sealed class Indicator : Versioned<Indicator>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    [Description("A stable code, for example service-matters-handled.")]
    [LabelZh("编码")]
    public required string Code { get; set; }

    [Description("The name in Chinese, in the report's terms.")]
    [LabelZh("中文名称")]
    [RowLabel]
    public required string NameZh { get; set; }

    [Description("The name in English.")]
    [LabelZh("英文名称")]
    [RowLabel]
    public required string NameEn { get; set; }

    [Description("What is counted or measured, and what the report leaves open about it.")]
    [LabelZh("定义")]
    public required string Definition { get; set; }

    public int? AddsToId { get; set; }

    [Description(
        "The indicator of the total that this one is part of (合计项). Figures of indicators that add up to the same total may be " +
        "added, because the parts do not overlap. Null if the report supports no total.")]
    [LabelZh("合计项")]
    public Indicator? AddsTo { get; set; }

    [Description("The indicators whose figures add up to this one, as far as the report gives them.")]
    [InverseProperty(nameof(AddsTo))]
    public List<Indicator> Addends { get; } = [];

    [Description("The figures that state it. A number stated twice is two figures.")]
    public List<Figure> Figures { get; } = [];
}
