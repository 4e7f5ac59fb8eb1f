using System.Globalization;
using System.Numerics;
using CsCheck;
using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Quantities;
using ReformGraph.Engine.Modeling;
using ReformGraph.Tests.Extraction;
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
    [InlineData("3百万元", 3000000, Precision.Rounded, 2500000, true, 3500000.0, false)]
    [InlineData("5万亿元", 5000000000000, Precision.Rounded, 4500000000000, true, 5500000000000.0, false)]
    [InlineData("6000多亩", 6000, Precision.MoreThan, 6000, false, 7000.0, false)]
    [InlineData("2千余人", 2000, Precision.MoreThan, 2000, false, 3000.0, false)]
    [InlineData("十五项", 15, Precision.Exact, 15, true, 15.0, true)]
    [InlineData("二百零六个", 206, Precision.Exact, 206, true, 206.0, true)]
    [InlineData("不少于300张", 300, Precision.AtLeast, 300, true, null, false)]
    [InlineData("超过100家", 100, Precision.MoreThan, 100, false, null, false)]
    [InlineData("５，２３６．８万元", 52368000, Precision.Rounded, 52367500, true, 52368500.0, false)]
    [InlineData("1.2亿头生猪", 120000000, Precision.Rounded, 115000000, true, 125000000.0, false)]
    public void A_wording_gives_value_precision_and_bounds(string wording, double value, Precision precision, double lower,
        bool lowerIncluded, double? upper, bool upperIncluded)
    {
        var stated = StatedQuantity.Parse(wording)!;
        Assert.Equal(((decimal)value, precision), (stated.Value, stated.Precision));
        Assert.Equal(new Interval((decimal)lower, lowerIncluded, (decimal?)upper, upperIncluded), stated.Bounds);
    }

    [Theory]
    [InlineData("5万元以下", 50000, Precision.AtMost, true)]
    [InlineData("不超过3个工作日", 3, Precision.AtMost, true)]
    [InlineData("不足5%", 5, Precision.LessThan, false)]
    [InlineData("近3万人", 30000, Precision.About, false)]
    public void An_upper_bound_leaves_the_lower_one_open(string wording, double value, Precision precision, bool isIncluded)
    {
        var stated = StatedQuantity.Parse(wording)!;
        Assert.Equal(((decimal)value, precision), (stated.Value, stated.Precision));
        Assert.Equal(new Interval(null, false, (decimal)value, isIncluded), stated.Bounds);
    }

    [Theory]
    [InlineData("155项", Unit.Item, true)]
    [InlineData("155项", Unit.Lot, false)]
    [InlineData("155项", Unit.Yuan, false)]
    [InlineData("1.5亿元以上", Unit.Yuan, true)]
    [InlineData("1.5亿元以上", Unit.Mu, false)]
    [InlineData("1.89个百分点", Unit.Percent, false)]
    [InlineData("12名", Unit.Person, true)]
    [InlineData("4.5人", Unit.PersonPerTownship, true)]
    [InlineData("4.5个", Unit.PersonPerTownship, false)]
    [InlineData("12名", Unit.Number, true)]
    [InlineData("12人", Unit.Number, false)]
    [InlineData("300吨", Unit.Tonne, true)]
    [InlineData("300吨", Unit.Number, false)]
    [InlineData("3.2‰", Unit.PerMille, true)]
    [InlineData("3.2‰", Unit.Number, false)]
    [InlineData("2.3倍", Unit.Times, true)]
    [InlineData("翻一番", Unit.Times, true)]
    [InlineData("二分之一", Unit.Ratio, true)]
    [InlineData("25个基点", Unit.BasisPoint, true)]
    [InlineData("500元/亩", Unit.PerUnit, true)]
    [InlineData("500元/亩", Unit.Yuan, false)]
    [InlineData("约1.9万㎡", Unit.SquareMetre, true)]
    [InlineData("3个工作日以内", Unit.WorkingDay, true)]
    [InlineData("3.2万人次", Unit.PersonTime, true)]
    [InlineData("3.2万人次", Unit.Person, false)]
    [InlineData("1200户", Unit.Household, true)]
    [InlineData("12辆", Unit.Vehicle, true)]
    [InlineData("不少于300张", Unit.Number, true)]
    [InlineData("不少于300张", Unit.Bed, true)]
    [InlineData("300张床位", Unit.Bed, true)]
    [InlineData("20余次", Unit.Occurrence, true)]
    [InlineData("12台", Unit.Number, true)]
    [InlineData("半个学期", Unit.Number, true)]
    [InlineData("29", Unit.Item, true)]
    public void The_unit_of_a_figure_is_that_of_its_wording(string wording, Unit unit, bool isOfWording) =>
        Assert.Equal(isOfWording, StatedQuantity.Parse(wording)!.Units.Contains(unit));

    [Fact]
    public void Every_wording_of_the_grammar_has_a_unit() => Wordings.Any.Sample(
        made => StatedQuantity.Parse(made.Wording) is not { Measure: not null } stated || stated.Units.Count > 0, iter: 2_000);

    [Theory]
    [InlineData("１２,３００平方米", 12300)]
    [InlineData("1，286.4万元", 12864000)]
    [InlineData("12 345元", 12345)]
    [InlineData("3\u00A0000万元", 30000000)]
    [InlineData("廿五个", 25)]
    [InlineData("三.五亿元", 350000000)]
    [InlineData("20来个", 20)]
    [InlineData("20来万元", 200000)]
    [InlineData("百来户", 100)]
    [InlineData("一个半工作日", 1.5)]
    public void What_the_draft_reads_is_read_as_a_wording(string wording, double value) =>
        Assert.Equal((decimal)value, StatedQuantity.Parse(wording)?.Value);

    [Theory]
    [InlineData("-3.2%", true)]
    [InlineData("负3.2%", true)]
    [InlineData("负百分之三", true)]
    [InlineData("3.2%", false)]
    public void A_minus_sign_needs_the_direction_down(string wording, bool isNegative)
    {
        Assert.Equal(isNegative, StatedQuantity.Parse(wording)!.IsNegative);
        Assert.Null(StatedQuantity.ProblemOf(wording, ChangeDirection.Down));
        Assert.Equal(isNegative, StatedQuantity.ProblemOf(wording, null) is not null);
    }

    [Fact]
    public void About_bounds_nothing() => Assert.Equal(Interval.Unbounded, StatedQuantity.Parse("约300人")!.Bounds);

    [Fact]
    public void What_is_read_is_held_exactly_and_the_rest_is_refused() =>
        Gen.Select(Gen.Long[0, 99_999_999_999_999_999], Gen.Int[0, 12], Gen.OneOf<string>("", "万", "亿", "万亿"),
        Gen.OneOf<string>("", "余", "以上")).Sample((digits, places, multiplier, qualifier) =>
    {
        var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var numeral = places == 0 ? text : $"{text[..^places]}.{text[^places..]}";
        var power = (multiplier switch { "万" => 4, "亿" => 8, "万亿" => 12, _ => 0 }) - places;
        var stated =
            StatedQuantity.Parse($"{numeral}{(qualifier == "余" ? "余" : "")}{multiplier}元{(qualifier == "以上" ? qualifier : "")}");

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

        Assert.True(
            stated is null || (stated.Bounds.Contains(stated.Value) || qualifier == "余") && ModelConventions.CanHold(stated.Value));
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
    [InlineData("3百万元", true)]
    [InlineData("5千余人", true)]
    [InlineData("3—5名", false)] // has no single value
    [InlineData("三分之一", false)]
    [InlineData("5千米", true)]
    [InlineData("3百分点", true)]
    [InlineData("0.0001元", true)]
    [InlineData("0.00005元", false)]
    [InlineData("1.00000元", false)]
    [InlineData("1.00001万元", true)]
    [InlineData("118个\n", false)]
    public void What_cannot_be_held_with_its_bounds_is_not_read(string wording, bool isRead) =>
        Assert.Equal(isRead, StatedQuantity.Parse(wording) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("3万五")]
    [InlineData("±5%")]
    [InlineData("负3项")]
    [InlineData("20来畦")]
    [InlineData("3小时20分钟")]
    [InlineData("第15项")]
    [InlineData("1+29")]
    [InlineData("1.个")]
    [InlineData("12abc")]
    [InlineData("99999999999999999999999999999999个")]
    public void What_is_no_quantity_is_not_read(string wording) => Assert.Null(StatedQuantity.Parse(wording));
}
