using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Whether quantities of one kind can be added or averaged: at one time, each area has one value; at several times, each area has one for
/// each of them, and only flows of separate periods have a sum.
/// </summary>
internal sealed class Additivity(QuantityOutput output, RowSource row)
{
    private readonly Addends addends = output.Addends;

    /// <summary>Why they cannot be added or averaged; null if they can.</summary>
    public RequestError? Problem()
    {
        List<string> sizes = [.. addends.Sizes.Where(size => Read(size.Values) is > 0 and var given && given < Read(addends.Rows))
            .Select(size => size.Name)];
        return QuantityErrors.Differing(output.Agreement, row).Concat(sizes).ToList() is { Count: > 0 } differing
            ? QuantityErrors.Differ(output.IsAverage ? "An average" : "A sum", differing)
            : Read(addends.Rows) > 1 && output.Agreement.Measure.Addition.Rates.Contains(Read(output.Agreement.Unit.Least))
            ? output.IsAverage ? QuantityErrors.Unweighted : QuantityErrors.OfRates
            : addends.Times is { } times ? ProblemOf(times)
            : !output.IsAverage && Read(addends.Occasions) > Read(addends.Areas) ? QuantityErrors.Repeated : null;
    }

    private RequestError? ProblemOf(TimeColumns times)
    {
        var (areas, occasions, stated) = (Read(addends.Areas), Read(addends.Occasions), Read(times.Stated));
        var (isFlow, isKnown) = (Read(output.Agreement.Role!.Least) == output.Agreement.Measure.Addition.Times!.Flow,
            Read(times.Known) == Read(addends.Rows));
        var moments = isKnown ? stated
            : stated > 1 ? 0 // some are of known times, others are not
            : Math.Max(Read(times.SourceDays), isFlow ? Read(times.SourceBegins) : 1);
        var isComplete = occasions == areas * moments && (areas == 1 || occasions == Read(times.AreaTimes));
        return isComplete && (moments == 1 || IsSeparate(times, isFlow, isKnown)) ? null
            : isComplete || areas == 1 || moments == 1 ? Repeated : QuantityErrors.OfSeveralTimes;
    }

    private RequestError Repeated => output.IsAverage ? QuantityErrors.RepeatedInAverage : QuantityErrors.Repeated;

    // Values at several times; each area has one at each of them.
    private bool IsSeparate(TimeColumns times, bool isFlow, bool isKnown) => isFlow
        ? isKnown && ArePeriodsSeparate(times) && (!output.IsAverage || Read(times.Months.Least) == Read(times.Months.Greatest))
        : output.IsAverage;

    // Those of different years; two of which one begins after the other; or equal parts of years, or also halves of such parts.
    private bool ArePeriodsSeparate(TimeColumns times)
    {
        var (periods, least, most) = (Read(times.Stated), Read(times.Months.Least), Read(times.Months.Greatest));
        return Read(times.Years) == periods
            || (periods == 2 && Read(times.Begin.Greatest) > Read(times.End.Least))
            || (Read(times.Begins) == periods && Read(times.Ends) == periods && Read(times.Uneven) == 0
                && (most == least || most == 2 * least));
    }

    private long Read(int column) => row.Integer(column);
}
