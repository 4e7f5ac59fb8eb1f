using ReformGraph.Domain.Codes;
using ReformGraph.Domain.Derivations;
using ReformGraph.Domain.Entities;
using Xunit;

namespace ReformGraph.Tests.Checks;

/// <summary>How the rules of confirmed checks are worded.</summary>
public sealed class CheckRuleTests
{
    [Theory]
    [InlineData("3.2%", null, "Output (3.2%)")]
    [InlineData("3.2%", ChangeDirection.Down, "Output (-3.2%)")]
    [InlineData("-3.2%", ChangeDirection.Down, "Output (-3.2%)")]
    [InlineData("负3.2%", ChangeDirection.Down, "Output (负3.2%)")]
    public void A_fall_has_one_minus_sign(string wording, ChangeDirection? direction, string expected)
    {
        var indicator = new Indicator { Code = "output", NameZh = "产值", NameEn = "Output", Definition = "Output." };
        Assert.Equal(expected,
            CheckRule.Stated(new() { Code = "output", Indicator = indicator, Wording = wording, Direction = direction }).En);
    }
}
