using System.Numerics;
using GraphQL;
using GraphQL.Types;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>The aggregates of rows in memory; of one function, once that is chosen.</summary>
internal sealed record ReferenceAggregate(IReadOnlyList<object?> Rows, string? Function = null)
{
    private const decimal Units = 10_000m;

    /// <summary>A field of an aggregate, or of one of its functions.</summary>
    /// <exception cref="OverflowException">The sum is out of the range of its type.</exception>
    public object? Field(FieldType field) => field.ResolvedType!.GetNamedType() switch
    {
        _ when field.Name == "count" && Function is null => Rows.Count,
        IObjectGraphType when field.Name == "quantity" && Function is null => new ReferenceQuantities([.. Rows.Cast<Estimate>()]),
        IObjectGraphType =>
            Function is null
            ? this with { Function = field.Name } : this with { Rows = [.. Rows.Select(row => ReferenceValues.Of(row, field.Name))] },
        _ => Of(Rows.Select(row => ReferenceValues.Of(row, field.Name))),
    };

    /// <summary>The function over values.</summary>
    public object? Of(IEnumerable<object?> values) => Value([.. values.OfType<object>().Order(ReferenceValues.Order)]);

    private object? Value(List<object> values) => Function switch
    {
        "valueCount" => values.Count,
        "countDistinct" => new SortedSet<object>(values, ReferenceValues.Order).Count,
        _ when values.Count == 0 => null,
        "sum" => Sum(values),
        "avg" => Average(values),
        "min" => values[0],
        _ => values[^1],
    };

    private static object Sum(List<object> values) => (values[0], InUnits(values)) switch
    {
        (decimal, var units) => (long)units / Units,
        (TimeSpan, var units) => new TimeSpan((long)units),
        var (_, units) => (long)units,
    };

    private static object Average(List<object> values)
    {
        var units = (decimal)InUnits(values);
        return values[0] switch
        {
            decimal => Math.Round(units / values.Count, MidpointRounding.AwayFromZero) / Units,
            TimeSpan => new TimeSpan((long)Math.Round(units / values.Count, MidpointRounding.AwayFromZero)),
            _ => Math.Round(units / values.Count, 4, MidpointRounding.AwayFromZero),
        };
    }

    /// <summary>A quotient, a half rounded away from zero.</summary>
    public static decimal Divided(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var rest);
        return (decimal)(BigInteger.Abs(rest) * 2 >= BigInteger.Abs(divisor) ? quotient + (rest.Sign * divisor.Sign) : quotient);
    }

    /// <summary>The exact sum in the smallest units.</summary>
    public static BigInteger InUnits(IEnumerable<object> values) => values.Aggregate(BigInteger.Zero, (sum, value) => sum + value switch
    {
        decimal number => new BigInteger(number * Units),
        TimeSpan duration => duration.Ticks,
        byte or short or int or long => new BigInteger(Convert.ToInt64(value, null)),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be added.", nameof(values)),
    });
}
