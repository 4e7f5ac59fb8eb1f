using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>
/// The result of one aggregate: a row for each owner that has rows, or one for the root. It rejects a sum that its type cannot hold.
/// </summary>
/// <param name="plan">The aggregate.</param>
/// <param name="ofOwners">Whether it belongs to a list below rows.</param>
/// <param name="size">Counts the memory that it uses.</param>
internal sealed class AggregateResult(AggregatePlan plan, bool ofOwners, RowBufferSize size) : IDisposable
{
    private readonly Dictionary<long, int> numbers = [];
    private readonly RowBuffer rows = new([.. plan.Terms.All.Select(term => term.StoredKind)], size);

    /// <summary>The row of an owner; for an owner without rows, a row of zeros.</summary>
    public RowSource RowFor(long owner)
    {
        if (!numbers.TryGetValue(owner, out var number))
        {
            return NoRows.Instance;
        }

        rows.Row = number;
        return rows;
    }

    public void Add(RowSource row)
    {
        ExactSum.RefuseOverflow(plan.Terms, row);
        size.AddBytes(RowBufferSize.Entry);
        numbers.Add(ofOwners ? row.Integer(plan.Terms.All.Count) : PageResult.Root, rows.Count);
        rows.Add(row);
    }

    public void Dispose() => rows.Dispose();
}

/// <summary>A sum, as read.</summary>
internal static class ExactSum
{
    /// <summary>Rejects a sum that its type cannot hold.</summary>
    public static void RefuseOverflow(TermSet terms, RowSource row)
    {
        foreach (var sum in terms.Sums)
        {
            if (Read(sum, row) is var exact && exact != (long)exact)
            {
                throw new RequestErrorException(new RequestError(
                    ErrorCodes.SumOverflow,
                        $"The sum of {sum.Path.Name} is out of the range of its type. Sum fewer rows, or ask for the average."));
            }
        }
    }

    /// <summary>The sum in the units of its values: wholes, ten-thousandths or ticks.</summary>
    public static Int128 Read(AmountColumns sum, RowSource row) =>
        ((sum.High is { } high ? (Int128)row.Integer(high) : 0) << 32) + row.Integer(sum.Low);
}
