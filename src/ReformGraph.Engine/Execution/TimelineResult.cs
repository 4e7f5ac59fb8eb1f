using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>The result of one instant of a timeline.</summary>
/// <param name="At">The instant.</param>
/// <param name="Sequence">The last change that had been recorded by then; 0 before the first.</param>
/// <param name="Aggregates">The aggregates; instants between which nothing was recorded share them.</param>
internal sealed record TimelineStep(DateTime At, long Sequence, IReadOnlyList<AggregateResult> Aggregates);

/// <summary>The result of one timeline.</summary>
/// <param name="plan">The timeline.</param>
/// <param name="ofOwners">Whether it belongs to a list below rows.</param>
/// <param name="size">Counts the memory that it uses.</param>
internal sealed class TimelineResult(TimelinePlan plan, bool ofOwners, RowBufferSize size) : IDisposable
{
    private readonly List<TimelineStep> steps = [];

    public TimelinePlan Plan => plan;

    /// <summary>The instants in order.</summary>
    public IReadOnlyList<TimelineStep> Steps => steps;

    /// <summary>Adds an instant; true if its aggregates must still be read. Before the first change there are none.</summary>
    public bool Add(DateTime at, long sequence)
    {
        var isSame = steps.Count > 0 && steps[^1].Sequence == sequence;
        steps.Add(new TimelineStep(at, sequence,
            isSame ? steps[^1].Aggregates : [.. plan.Aggregates.Select(aggregate => new AggregateResult(aggregate, ofOwners, size))]));
        return !isSame && sequence > 0;
    }

    public void Dispose()
    {
        foreach (var result in steps.SelectMany(step => step.Aggregates))
        {
            result.Dispose();
        }
    }
}
