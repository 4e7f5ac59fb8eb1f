using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

[Writable]
[Entity("figureInputs", LabelZh = "指标推算依据")]
[CodeWithin(nameof(Figure), nameof(Figure.County))]
[Description("A figure that is an input to the derivation of another.")]
[Index(nameof(FigureId), nameof(Position), IsUnique = true)]
internal sealed class FigureInput : Versioned<FigureInput>
{
    [Description("The primary key.")]
    [LabelZh("编号")]
    public int Id { get; set; }

    public int FigureId { get; set; }

    [Description("The derived figure.")]
    [LabelZh("推算数据")]
    public Figure Figure { get; set; } = null!;

    [Description("The position among the inputs, starting at 1. The derivation says what each position means.")]
    [LabelZh("次序")]
    [Range(1, 1_000)]
    public int Position { get; set; }

    public int InputId { get; set; }

    [Description("The input figure.")]
    [LabelZh("依据数据")]
    public Figure Input { get; set; } = null!;

    /// <summary>The code of the rate from which an earlier level is derived; null if the input is no such rate.</summary>
    internal static Expression<Func<FigureInput, string?>> RateCode { get; } = input =>
        input.Position == 2 && input.Figure.Derivation == Derivation.LevelBeforeGrowth ? input.Input.Code : null;
}

internal sealed class FigureInputMapping : IEntityTypeConfiguration<FigureInput>
{
    public void Configure(EntityTypeBuilder<FigureInput> builder)
    {
        builder.HasOne(row => row.Figure).WithMany(figure => figure.Inputs).HasForeignKey(row => row.FigureId);
        builder.HasOne(row => row.Input).WithMany(figure => figure.InputOf).HasForeignKey(row => row.InputId);
    }
}
