using System.Text;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;
using Xunit;

namespace ReformGraph.Tests.Engine.Writing;

public sealed class AverageTests
{
    private static readonly DataModel DataModel = TinyDatabase.CatalogAlone();

    [Theory]
    [InlineData("cardNumber", 1, 20_000, "0.0001")] // 0.00005
    [InlineData("cardNumber", -1, 20_000, "-0.0001")]
    [InlineData("cardNumber", 1, 20_001, "0")]
    [InlineData("cardNumber", -7, 2, "-3.5")]
    [InlineData("deposit", 3, 2, "0.0002")] // ten-thousandths
    [InlineData("deposit", -3, 2, "-0.0002")]
    [InlineData("deposit", 4, 3, "0.0001")]
    [InlineData("queued", 5, 2, "\"PT0.0000003S\"")] // ticks
    [InlineData("queued", -5, 2, "\"-PT0.0000003S\"")]
    [InlineData("queued", 0, 0, "null")]
    public void An_average_is_rounded_at_its_last_place_a_half_away_from_zero(string field, long sum, long count, string expected) =>
        Assert.Equal(expected, Average(field, null, sum, count));

    [Fact]
    public void An_average_of_the_greatest_values_is_that_value() => // 2^63 - 1 twice, in halves
        Assert.Equal("9223372036854775807", Average("serial", 2 * (long)int.MaxValue, 2 * (long)uint.MaxValue, 2));

    private static string Average(string field, long? high, long low, long count)
    {
        var leaf = (ScalarField)DataModel.Entities.Single(entity => entity.Name == nameof(Loan)).Find(field)!;
        var average = AggregateFunctions.All.Single(function => function.Function == AggregateFunction.Avg);
        using var json = new JsonText();
        var columns = new SumColumns(ReferencePath.Here.To(leaf), Values: 0, high is null ? null : 2, Low: 1);
        new AverageSerializer(columns, average.ResultOf(leaf)!).Write(json, new Integers(count, low, high ?? 0), null!);
        return Encoding.UTF8.GetString(json.Written);
    }

    private sealed class Integers(params long[] values) : RowSource
    {
        public override bool IsNull(int column) => false;

        public override long Integer(int column) => values[column];

        public override double Real(int column) => throw new NotSupportedException();

        public override ReadOnlySpan<byte> Text(int column) => throw new NotSupportedException();
    }
}
