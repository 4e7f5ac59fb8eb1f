using System.Globalization;
using System.Numerics;
using CsCheck;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Engine.Modeling;
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
    [InlineData("1.2万亿元", 1200000000000, Precision.Rounded, 1150000000000, true, 1250000000000.0, false)]
    [InlineData("3万余亩", 30000, Precision.MoreThan, 30000, false, 40000.0, false)]
    public void A_wording_gives_value_precision_and_bounds(string wording, double value, Precision precision, double lower, bool lowerIncluded, double? upper, bool upperIncluded)
    {
        var stated = StatedQuantity.Parse(wording)!;
        Assert.Equal(((decimal)value, precision), (stated.Value, stated.Precision));
        Assert.Equal(new Interval((decimal)lower, lowerIncluded, (decimal?)upper, upperIncluded), stated.Bounds);
    }

    [Fact]
    public void About_bounds_nothing() => Assert.Equal(Interval.Unbounded, StatedQuantity.Parse("约300人")!.Bounds);

    [Fact]
    public void What_is_read_is_held_exactly_and_the_rest_is_refused() => Gen.Select(Gen.Long[0, 99_999_999_999_999_999], Gen.Int[0, 12], Gen.OneOf<string>("", "万", "亿", "万亿"), Gen.OneOf<string>("", "余", "以上")).Sample((digits, places, multiplier, qualifier) =>
    {
        var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var numeral = places == 0 ? text : $"{text[..^places]}.{text[^places..]}";
        var power = (multiplier switch { "万" => 4, "亿" => 8, "万亿" => 12, _ => 0 }) - places;
        var stated = StatedQuantity.Parse($"{numeral}{(qualifier == "余" ? "余" : "")}{multiplier}元{(qualifier == "以上" ? qualifier : "")}");

        // In ten-thousandths; the greatest bound is that of 余, ten times the number at most.
        var units = power >= -4 ? digits * BigInteger.Pow(10, power + 4) : -1;
        if (units < 0 || units > long.MaxValue)
        {
            Assert.Null(stated);
        }
        else if (units * 11 < long.MaxValue)
        {
            Assert.Equal((decimal)units / 10_000m, stated!.Value);
        }

        Assert.True(stated is null || (stated.Bounds.Contains(stated.Value) || qualifier == "余") && ModelConventions.CanHold(stated.Value));
    }, iter: 2_000);

    [Theory]
    [InlineData("922337203685477.5806元以上", true)]
    [InlineData("922337203685477元", true)]
    [InlineData("922337203685477.5807元", false)] // its upper bound lies beyond
    [InlineData("922337203685478元", false)]
    [InlineData("10000000亿元", false)]
    [InlineData("9亿亿元", false)]
    [InlineData("922.2万亿元", true)]
    [InlineData("923万亿元", false)]
    [InlineData("3百万元", false)]
    [InlineData("5千余人", false)]
    [InlineData("5千米", true)]
    [InlineData("3百分点", true)]
    [InlineData("0.0001元", true)]
    [InlineData("0.00005元", false)]
    [InlineData("1.00000元", false)]
    [InlineData("1.00001万元", true)]
    [InlineData("118个\n", false)]
    public void What_cannot_be_held_with_its_bounds_is_not_read(string wording, bool isRead) => Assert.Equal(isRead, StatedQuantity.Parse(wording) is not null);

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
