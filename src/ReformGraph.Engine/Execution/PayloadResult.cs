using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>What has become of a mutation, and what was read for its payload.</summary>
/// <param name="outcome">What has become of it.</param>
/// <param name="errors">Where the errors of single fields go.</param>
internal sealed class PayloadResult(WriteOutcome outcome, FieldErrors errors) : IDisposable
{
    private readonly Dictionary<(ErrorPlan Plan, int Number), QueryExecutor> current = [];

    public WriteOutcome Outcome => outcome;

    public FieldErrors Errors => errors;

    /// <summary>The row and the change; null where there are none, or they could not be read.</summary>
    public QueryExecutor? Rows { get; set; }

    /// <summary>Why they could not be read, although the write is stored.</summary>
    public RequestError? Failure { get; private set; }

    /// <summary>Gives up what was read, as the whole of it cannot be.</summary>
    public void Fail(RequestError why)
    {
        Dispose();
        (Rows, Failure) = (null, why);
        current.Clear();
    }

    /// <summary>Notes what was read for an error.</summary>
    public void Add(ErrorPlan plan, int number, QueryExecutor run) => current.Add((plan, number), run);

    /// <summary>What was read for an error; null where it could not be.</summary>
    public QueryExecutor? Current(ErrorPlan plan, int number) => current.GetValueOrDefault((plan, number));

    public void Dispose()
    {
        Rows?.Dispose();
        foreach (var run in current.Values)
        {
            run.Dispose();
        }
    }
}
