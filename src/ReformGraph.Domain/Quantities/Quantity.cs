using ReformGraph.Domain.Codes;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Quantities;

/// <summary>A value and the interval that contains the true value.</summary>
internal readonly record struct Quantity(decimal Value, Interval Bounds)
{
    public static Quantity Exactly(decimal value) => new(value, Interval.Point(value));

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + right.Value, left.Bounds + right.Bounds);

    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - right.Value, left.Bounds - right.Bounds);

    public static Quantity operator *(Quantity quantity, decimal factor) => new(quantity.Value * factor, quantity.Bounds * factor);

    public static Quantity operator /(Quantity left, Quantity right) => new(left.Value / right.Value, left.Bounds / right.Bounds);

    /// <summary>The stored form: the value rounded to the stored number of decimal places, and bounds with as many that exclude
    /// nothing.</summary>
    /// <exception cref="OverflowException">A number is too large to be stored.</exception>
    public Quantity Held()
    {
        var held = new Quantity(decimal.Round(Value, ModelConventions.DecimalPlaces, MidpointRounding.AwayFromZero),
            Bounds.Widened(ModelConventions.DecimalPlaces));
        return ModelConventions.CanHold(held.Value) && held.Bounds.CanBeHeld
            ? held
            : throw new OverflowException(
                FormattableString.Invariant($"the result or a bound of it lies beyond {ModelConventions.LargestDecimal}"));
    }

    /// <summary>Computes a value from the inputs, in order.</summary>
    /// <exception cref="ArgumentException">There are too few or too many inputs.</exception>
    public static Quantity Derive(Derivation derivation, IReadOnlyList<Quantity> inputs)
    {
        var (fits, expected) = derivation switch
        {
            Derivation.SameAs => (inputs.Count == 1, "1 input"),
            Derivation.Sum => (inputs.Count > 0, "at least 1 input"),
            _ => (inputs.Count == 2, "2 inputs"),
        };
        if (!fits)
        {
            throw new ArgumentException($"{derivation} takes {expected}, not {inputs.Count}");
        }

        return derivation switch
        {
            Derivation.SameAs => inputs[0],
            Derivation.Sum => inputs.Aggregate((sum, input) => sum + input),
            Derivation.Difference => inputs[0] - inputs[1],
            Derivation.PercentageChange => (inputs[1] / inputs[0] * 100) - Exactly(100),
            Derivation.LevelBeforeGrowth => inputs[0] / (Exactly(1) + (inputs[1] * 0.01m)),
            Derivation.Ratio => inputs[0] / inputs[1] * 100,
            _ => throw new ArgumentOutOfRangeException(nameof(derivation)),
        };
    }
}
