using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Rules;
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
    /// <exception cref="BilingualException">A number is too large to be stored.</exception>
    public Quantity Held()
    {
        var held = new Quantity(decimal.Round(Value, ModelConventions.DecimalPlaces, MidpointRounding.AwayFromZero),
            Bounds.Widened(ModelConventions.DecimalPlaces));
        return ModelConventions.CanHold(held.Value) && held.Bounds.CanBeHeld
            ? held
            : throw TooLarge();
    }

    /// <summary>Whether what a derivation gives is in per cent.</summary>
    public static bool IsPercentage(Derivation? derivation) => derivation is Derivation.PercentageChange or Derivation.Ratio;

    /// <summary>Computes a value from the inputs, in order.</summary>
    /// <exception cref="BilingualException">There are too few or too many inputs, or no result.</exception>
    public static Quantity Derive(Derivation derivation, IReadOnlyList<Quantity> inputs)
    {
        var (fits, expected) = derivation switch
        {
            Derivation.SameAs => (inputs.Count == 1, new Bilingual("1 input", "须有 1 个输入")),
            Derivation.Sum => (inputs.Count > 0, new("at least 1 input", "至少须有 1 个输入")),
            _ => (inputs.Count == 2, new("2 inputs", "须有 2 个输入")),
        };
        if (!fits)
        {
            var name = SchemaNames.UpperSnake(derivation.ToString());
            throw new BilingualException(
                new($"{name} takes {expected.En}, not {inputs.Count}", $"{name} {expected.Zh}，现有 {inputs.Count} 个"));
        }

        try
        {
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
        catch (DivideByZeroException)
        {
            throw new BilingualException(new("the divisor is 0", "除数为 0"));
        }
        catch (OverflowException)
        {
            throw TooLarge();
        }
    }

    private static BilingualException TooLarge()
    {
        var largest = ModelConventions.LargestDecimalText;
        return new(new($"the result or a bound of it lies beyond {largest}", $"结果或其上下限的绝对值超过 {largest}"));
    }
}
