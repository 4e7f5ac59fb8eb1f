using ReformGraph.Figures;
using Xunit;

namespace ReformGraph.Tests.Figures;

public sealed class StatedQuantityTests
{
    [Theory]
    [InlineData("118个", 118, Precision.Exact, 118, true, 118.0, true)]
    [InlineData("29", 29, Precision.Exact, 29, true, 29.0, true)]
    [InlineData("5大类", 5, Precision.Exact, 5, true, 5.0, true)]
    [InlineData("50平方公里", 50, Precision.Exact, 50, true, 50.0, true)]
    [InlineData("23.09万件", 230900, Precision.Rounded, 230850, true, 230950.0, false)]
    [InlineData("50万人口", 500000, Precision.Rounded, 495000, true, 505000.0, false)]
    [InlineData("4.5人", 4.5, Precision.Rounded, 4.45, true, 4.55, false)]
    [InlineData("104%", 104, Precision.Rounded, 103.5, true, 104.5, false)]
    [InlineData("99.78%", 99.78, Precision.Rounded, 99.775, true, 99.785, false)]
    [InlineData("1.5亿元以上", 150000000, Precision.AtLeast, 150000000, true, null, false)]
    [InlineData("1000余亩", 1000, Precision.MoreThan, 1000, false, 2000.0, false)]
    [InlineData("60余公里", 60, Precision.MoreThan, 60, false, 70.0, false)]
    [InlineData("1250余亩", 1250, Precision.MoreThan, 1250, false, 1260.0, false)]
    [InlineData("3万余亩", 30000, Precision.MoreThan, 30000, false, 40000.0, false)]
    public void A_wording_gives_value_precision_and_bounds(string wording, double value, Precision precision, double lower, bool lowerIncluded, double? upper, bool upperIncluded)
    {
        var stated = StatedQuantity.Parse(wording)!;
        Assert.Equal(((decimal)value, precision), (stated.Value, stated.Precision));
        Assert.Equal(new Interval((decimal)lower, lowerIncluded, (decimal?)upper, upperIncluded), stated.Bounds);
    }

    [Fact]
    public void About_bounds_nothing() => Assert.Equal(Interval.Unbounded, StatedQuantity.Parse("约300人")!.Bounds);

    [Theory]
    [InlineData("")]
    [InlineData("十五项")]
    [InlineData("1+29")]
    [InlineData("-5个")]
    [InlineData("1.个")]
    [InlineData("12abc")]
    [InlineData("99999999999999999999999999999999个")]
    public void What_is_no_quantity_is_not_read(string wording) => Assert.Null(StatedQuantity.Parse(wording));
}
