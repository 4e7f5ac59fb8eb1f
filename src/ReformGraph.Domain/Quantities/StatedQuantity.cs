using System.Collections.Frozen;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Rules;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Quantities;

/// <summary>
/// A quantity in the form of a figure: one value, how exactly it is stated, and the resulting bounds. Input: the wording, such as
/// 23.09万件. Output: the quantity, or what the wording would have to be.
/// </summary>
/// <param name="Value">The value in the unit; 万 and 亿 are multiplied out.</param>
/// <param name="Precision">How exactly it is stated.</param>
/// <param name="Bounds">The interval that contains the true value.</param>
/// <param name="Measure">What it counts or measures according to the wording; null if the wording does not say.</param>
internal sealed record StatedQuantity(decimal Value, Precision Precision, Interval Bounds, Measure? Measure)
{
    private static readonly Unit[] Counted = [Unit.Number, Unit.Item, Unit.Category, Unit.Matter, Unit.School, Unit.Lot, Unit.Route];

    // The grammar and the code list call the units of measurement the same; the code list has no 学期.
    private static readonly FrozenDictionary<string, Unit> Measured =
        Enum.GetValues<Unit>().ToFrozenDictionary(unit => SchemaNames.UpperSnake(unit.ToString()), StringComparer.Ordinal);

    /// <summary>Whether the wording has a minus sign, without which the value is given: -3.2%.</summary>
    public bool IsNegative { get; init; }

    private bool CanBeHeld => ModelConventions.CanHold(Value) && Bounds.Widened(ModelConventions.DecimalPlaces).CanBeHeld;

    /// <summary>Reads a wording; null if it is not a quantity, or not one that can be stored.</summary>
    public static StatedQuantity? Parse(string wording) => Read(wording).Quantity;

    /// <summary>What the wording of a figure would have to be; null if it is valid.</summary>
    public static Bilingual? ProblemOf(string wording, ChangeDirection? direction) => Read(wording) switch
    {
        ({ IsNegative: true }, _) when direction is not ChangeDirection.Down => new(
            "a quantity without a minus sign, unless the direction is DOWN", "不带负号的数量；方向为 DOWN 时可带负号"),
        var (_, expected) => expected,
    };

    /// <summary>Reads a wording, or returns what it would have to be.</summary>
    public static (StatedQuantity? Quantity, Bilingual? Expected) Read(string wording)
    {
        if (Whole(ArabicDigits.WithCommas(FoldedText.Fold(wording))) is not { } read)
        {
            return (null, new("a quantity such as 118个, 1000余亩, 23.09万件 or 1.5亿元以上",
                "数量，例如 118个、1000余亩、23.09万件、1.5亿元以上"));
        }

        if (read.Value is not { } value || read.Precision is not { } precision)
        {
            return (null, new("a quantity with one value; a range such as 3—5名 has two",
                "只有一个值的数量；“3—5名”一类的区间有两个值"));
        }

        var last = new decimal(1, 0, 0, false, ModelConventions.DecimalPlaces);
        if (read.Place is > 0 and var place ? place < last : decimal.Round(value, ModelConventions.DecimalPlaces) != value)
        {
            return (null, new(
                $"a quantity with at most {ModelConventions.DecimalPlaces} decimal places once 万 and 亿 are multiplied out",
                $"万、亿换算后小数不超过 {ModelConventions.DecimalPlaces} 位的数量"));
        }

        var quantity = new StatedQuantity(value, precision, read.Bounds, read.IsWithoutUnit ? null : read.Measure)
        {
            IsNegative = read.IsNegative,
        };
        var largest = ModelConventions.LargestDecimalText;
        return quantity.CanBeHeld
            ? (quantity, null)
            : (null, new($"a quantity of at most {largest}, its bounds included", $"不超过 {largest} 的数量，包括其上下限"));
    }

    /// <summary>
    /// The units that a figure with this wording can have, the most likely first. A measure word without a unit of its own, such as 台, is
    /// a plain number: the wording says what it counts. A number without a unit can have any. What is counted or measured may be per unit
    /// of something that the sentence names: 平均每村3名.
    /// </summary>
    public IReadOnlyList<Unit> Units => Measure is null or { IsRate: true } or { IsTime: true } or { Unit: "RATIO" or "TIMES" }
        or { Per: not null } ? UnitsOfWord : [.. UnitsOfWord, Unit.PerUnit];

    private IReadOnlyList<Unit> UnitsOfWord => Measure switch
    {
        null => Enum.GetValues<Unit>(),
        { Unit: "PERSON", Per: "乡镇" } => [Unit.PersonPerTownship],
        { Per: not null } => [Unit.PerUnit],
        { Unit: "PERSON", Word: "位" or "名" } => [Unit.Person, Unit.PersonPerTownship, Unit.Number], // 排名上升3位
        { Unit: "PERSON" } => [Unit.Person, Unit.PersonPerTownship],
        { Unit: not "COUNT" } measured => [Measured.GetValueOrDefault(measured.Unit, Unit.Number)],
        { Word: "项" } => [Unit.Item, Unit.Number],
        { Word: "件" } => [Unit.Matter, Unit.Item, Unit.Number],
        { Word: "宗" } => [Unit.Lot, Unit.Number],
        { Word: "所" } => [Unit.School, Unit.Number],
        { Word: "条" } => [Unit.Route, Unit.Item, Unit.Number],
        { Word: "户" } => [Unit.Household, Unit.Number],
        { Word: "辆" } => [Unit.Vehicle, Unit.Number],
        { Word: "张" } => [Unit.Number, Unit.Bed],
        { Word: "床" or "床位" or "个床位" or "张床位" } => [Unit.Bed, Unit.Number],
        { Word: "次" or "场次" } => [Unit.Occurrence, Unit.Number],
        { Word: "类" or "大类" or "小类" } => [Unit.Category, Unit.Number],
        { Word: "个" } => [.. Counted, Unit.Person],
        _ => Counted,
    };

    private static ReadQuantity? Whole(string wording)
    {
        for (var start = Signs.LengthOfDegreeSign(wording, 0); start < wording.Length; start++)
        {
            if (NumberReader.IsNumeral(wording[start]) || wording[start] is '翻' or '半'
                || (wording[start] is '几' or '数' && start + 1 < wording.Length && "十百千万亿".Contains(wording[start + 1]))
                || DurationReader.IsAboutOne(wording, start))
            {
                var read = QuantityReader.Read(wording, start, isAlone: true)?.WithSign(wording, 0);
                return read?.Start == 0 && read.End == wording.Length ? read : null;
            }
        }

        return null;
    }
}
