using CsCheck;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using Xunit;

namespace ReformGraph.Tests.Figures;

public sealed class IntervalTests
{
    /// <summary>An interval above zero and a value in it.</summary>
    private static readonly Gen<(Interval Interval, decimal Value)> Inhabited =
        from lower in Gen.Int[1, 1000]
        from width in Gen.Int[1, 1000]
        from part in Gen.Int[0, 10]
        from lowerIncluded in Gen.Bool
        from upperIncluded in Gen.Bool
        let value = lower + (width * part / 10m)
        let interval = new Interval(lower, lowerIncluded, lower + width, upperIncluded)
        where interval.Contains(value)
        select (interval, value);

    [Fact]
    public void The_result_for_values_lies_in_the_result_for_their_intervals() =>
        Inhabited.Select(Inhabited).Sample((left, right) =>
            (left.Interval + right.Interval).Contains(left.Value + right.Value)
            && (left.Interval - right.Interval).Contains(left.Value - right.Value)
            && (left.Interval * 3).Contains(left.Value * 3)
            && Near(left.Interval / right.Interval, left.Value / right.Value));

    [Fact]
    public void Intervals_overlap_unless_one_lies_below_the_other() =>
        Inhabited.Select(Inhabited).Sample((left, right) =>
            !left.Interval.Contains(right.Value) || left.Interval.Overlaps(right.Interval));

    [Fact]
    public void An_excluded_bound_does_not_touch()
    {
        var below = new Interval(1, true, 2, false);
        Assert.True(below.IsBelow(Interval.Point(2)));
        Assert.False(below.Overlaps(Interval.Point(2)));
        Assert.True(new Interval(1, true, 2, true).Overlaps(Interval.Point(2)));
        Assert.True(Interval.Unbounded.Overlaps(below));
    }

    [Fact]
    public void Whole_numbers_are_bounded_by_whole_numbers()
    {
        Assert.Equal(new Interval(3, true, 5, false), new Interval(2.1m, true, 4.9m, false).OfWholeNumbers());
        Assert.Equal(new Interval(3, true, 5, false), new Interval(2, false, 4, true).OfWholeNumbers());
    }

    [Fact]
    public void A_ratio_is_the_first_quantity_in_per_cent_of_the_second()
    {
        var rate = Quantity.Derive(Derivation.Ratio, [Quantity.Exactly(118), Quantity.Exactly(462)]).Held();
        Assert.Equal(new Quantity(25.5411m, new(25.5411m, false, 25.5412m, false)), rate);
        Assert.Equal(Quantity.Exactly(0), Quantity.Derive(Derivation.Ratio, [Quantity.Exactly(0), Quantity.Exactly(462)]).Held());
    }

    [Fact]
    public void A_quotient_by_what_may_be_zero_is_unbounded() =>
        Assert.Equal(Interval.Unbounded, Interval.Point(1) / new Interval(0, true, 1, true));

    /// <summary>A decimal quotient is itself rounded, in its last of 28 digits.</summary>
    private static bool Near(Interval interval, decimal value) => interval.Widened(20).Contains(value) || interval.Contains(value);
}
