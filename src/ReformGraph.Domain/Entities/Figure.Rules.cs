using System.ComponentModel.DataAnnotations;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Entities;

/// <summary>The rules for a figure: its wording, its unit and its derivation agree.</summary>
internal sealed partial class Figure : IValidatableObject
{
    /// <summary>The value and its bounds.</summary>
    internal Quantity Quantity => new(Value, new(Lower, LowerIncluded, Upper, UpperIncluded));

    /// <summary>What the wording would have to be; null if it is valid.</summary>
    internal Bilingual? WordingProblem => Derivation is not null
        ? Wording is null ? null : new("empty, because the figure is derived", "空值，因为该指标值由推算得出")
        : StatedQuantity.ProblemOf(WholeWording, Direction);

    /// <summary>The wording with its unit.</summary>
    internal string WholeWording => Wording + UnitWording;

    /// <summary>The units that the wording allows; null for a figure without a wording that can be read.</summary>
    internal IReadOnlyList<Unit>? WordingUnits =>
        this is { Derivation: null, Wording: not null } ? StatedQuantity.Parse(WholeWording)?.Units : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => [.. CheckStated(), .. CheckDerived()];

    private IEnumerable<ValidationResult> CheckStated()
    {
        if (WordingProblem is { } expected)
        {
            yield return new BilingualResult(new($"must be {expected.En}", $"必须是{expected.Zh}"), nameof(Wording));
        }
        else if (WordingUnits is { } units && !units.Contains(Unit))
        {
            var names = units.Select(unit => SchemaNames.UpperSnake(unit.ToString())).ToList();
            yield return new BilingualResult(
                new(
                    $"must be {string.Join(" or ", names)}, according to the wording {Wording}",
                    $"必须是 {string.Join(" 或 ", names)}，因为表述为“{Wording}”"),
                nameof(Unit));
        }

        if (FirstMonth is null != LastMonth is null)
        {
            yield return new BilingualResult(
                new("must be given with the other month of the period", "必须与时段的另一个月份一同填写"),
                FirstMonth is null ? nameof(FirstMonth) : nameof(LastMonth));
        }
    }

    private IEnumerable<ValidationResult> CheckDerived()
    {
        if (Direction is not null && Derivation is not null)
        {
            yield return new BilingualResult(
                new("must be null, because the figure is derived", "必须为空，因为该指标值由推算得出"), nameof(Direction));
        }

        if (Unit != Unit.Percent && Quantity.IsPercentage(Derivation))
        {
            yield return new BilingualResult(
                new("must be PERCENT, according to the derivation", "必须是 PERCENT，因为推算得出百分比"), nameof(Unit));
        }

        if (Derivation is null != (LocatorId is not null || Locator is not null))
        {
            yield return new BilingualResult(
                Derivation is null
                    ? new("must be given, because the report states the figure", "必须填写，因为该数据为报告所载")
                    : new("must be empty, because the figure is derived", "必须为空，因为该数据由推算得出"),
                nameof(Locator));
        }
    }
}
