using ReformGraph.Domain.Reports;
using Xunit;

namespace ReformGraph.Tests.Reports;

public sealed class StatedPeriodTests
{
    [Theory]
    [InlineData("2023年1—9月", 2023, 1, 9)]
    [InlineData("1-10月", null, 1, 10)]
    [InlineData("2023年1月至9月", 2023, 1, 9)]
    [InlineData("2024年3月", 2024, 3, 3)]
    [InlineData("截至2023年9月底", 2023, 9, 9)]
    [InlineData("2023年上半年", 2023, 1, 6)]
    [InlineData("下半年", null, 7, 12)]
    [InlineData("2022年三季度", 2022, 7, 9)]
    [InlineData("2023年", 2023, null, null)]
    [InlineData("2021年度", 2021, null, null)]
    [InlineData("全年", null, 1, 12)]
    [InlineData("2022年全年", 2022, null, null)]
    [InlineData("2023年9—1月", 2023, null, null)]
    [InlineData("2023年13月", 2023, null, null)]
    [InlineData("今年以来", null, null, null)]
    [InlineData("2023年1—9月和10月", null, null, null)]
    [InlineData("", null, null, null)]
    public void The_year_and_the_months_are_those_that_the_words_state(string words, int? year, int? first, int? last) =>
        Assert.Equal(new StatedPeriod(year, first, last), StatedPeriod.Read(words));
}
