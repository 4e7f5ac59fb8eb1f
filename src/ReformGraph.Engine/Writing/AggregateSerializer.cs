using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>Aggregates over all rows of a list.</summary>
internal sealed class AggregateSerializer(int number, ObjectSerializer members) : ConnectionValueSerializer
{
    protected override void Write(JsonText json, PageResult result, long owner) =>
        members.Write(json, ((ListResult)result).Aggregates[number].RowFor(owner), result);

    /// <summary>The aggregates over one list.</summary>
    public ReadRow RowOf(ListResult result, long owner) => new(members, result.Aggregates[number].RowFor(owner), result);
}

/// <summary>A number of rows or values.</summary>
internal sealed class CountSerializer(int column) : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result) => json.Number(row.Integer(column));
}

/// <summary>A sum; null if there are no values.</summary>
internal sealed class SumSerializer(SumColumns sum, ScalarType type) : ValueSerializer
{
    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        if (row.Integer(sum.Values) == 0)
        {
            json.Null();
        }
        else
        {
            Write(json, type, ExactSum.Read(sum, row));
        }
    }

    /// <summary>Writes a number of wholes, of ten-thousandths or of ticks.</summary>
    public static void Write(JsonText json, ScalarType type, Int128 units)
    {
        switch (type.Codec.Arithmetic)
        {
            case Arithmetic.Long:
                json.Number(units);
                break;
            case Arithmetic.Decimal:
                json.Number(ScalarText.Shortest((decimal)units / 10_000m));
                break;
            case Arithmetic.Ticks:
                json.Text(ScalarText.Format(new TimeSpan((long)units)));
                break;
            default:
                throw new NotSupportedException($"A sum cannot be a {type.Name}.");
        }
    }
}

/// <summary>A sum divided by the number of its values, a half rounded away from zero; null if there are no values.</summary>
internal sealed class AverageSerializer(SumColumns sum, ScalarType type) : ValueSerializer
{
    // The average of whole numbers is a decimal, in ten-thousandths.
    private readonly int units = AggregateFunctions.IsWhole(sum.Path.Leaf.Type) ? 10_000 : 1;

    public override void Write(JsonText json, RowSource row, PageResult result)
    {
        var count = row.Integer(sum.Values);
        if (count == 0)
        {
            json.Null();
            return;
        }

        SumSerializer.Write(json, type, Bounded.Rounded(ExactSum.Read(sum, row) * units, count));
    }
}
