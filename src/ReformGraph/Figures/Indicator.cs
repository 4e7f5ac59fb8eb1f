using System.ComponentModel;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Figures;

[Entity("indicators")]
[Description("What a figure measures (指标). Figures of one indicator state the same quantity.")]
internal sealed class Indicator
{
    [Description("The primary key.")]
    public int Id { get; set; }

    [Description("A stable code, for example service-matters-handled.")]
    public required string Code { get; set; }

    [Description("The name in Chinese, in the report's terms.")]
    public required string NameZh { get; set; }

    [Description("The name in English.")]
    public required string NameEn { get; set; }

    [Description("What is counted or measured, and what the report leaves open about it.")]
    public required string Definition { get; set; }

    [Description("The figures that state it, the same number stated twice being two figures.")]
    public List<Figure> Figures { get; } = [];
}
