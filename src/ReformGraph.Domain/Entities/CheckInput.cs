using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("checkInputs", LabelZh = "勾稽校验依据")]
[CodeWithin(nameof(Check), nameof(Check.Report), nameof(Report.County))]
[Description("A figure used on one side of a check. It is a figure of the same county.")]
[Index(nameof(CheckId), nameof(Side), nameof(Position), IsUnique = true)]
internal sealed class CheckInput : Versioned<CheckInput>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    public int CheckId { get; set; }

    [Description("The check.")]
    [LabelZh("校验")]
    public Check Check { get; set; } = null!;

    [Description("The side of the comparison.")]
    [LabelZh("所在方")]
    public CheckSide Side { get; set; }

    [Description("The position among the inputs of the side, starting at 1. The derivation says what each position means.")]
    [LabelZh("次序")]
    [Range(1, 1_000)]
    public int Position { get; set; }

    public int FigureId { get; set; }

    [Description("The figure.")]
    [LabelZh("数据")]
    public Figure Figure { get; set; } = null!;
}

[Description("A side of a check's comparison.")]
public enum CheckSide
{
    [Label("应有值", "expected")]
    [Description("The value that the rule asks for.")]
    Expected = 1,

    [Label("实际值", "actual")]
    [Description("The value that is found.")]
    Actual = 2,
}
