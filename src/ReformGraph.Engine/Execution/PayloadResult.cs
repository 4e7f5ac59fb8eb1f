using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>The outcome of a mutation, and the result of the reads for its payload.</summary>
/// <param name="outcome">The outcome.</param>
/// <param name="errors">Collects the errors of single fields.</param>
internal sealed class PayloadResult(WriteOutcome outcome, FieldErrors errors) : IDisposable
{
    private readonly Dictionary<(ErrorPlan Plan, int Number), QueryExecutor> current = [];

    public WriteOutcome Outcome => outcome;

    public FieldErrors Errors => errors;

    /// <summary>The row and the change; null if there are none, or if they could not be read.</summary>
    public QueryExecutor? Rows { get; set; }

    /// <summary>Why they could not be read, although the write is stored.</summary>
    public RequestError? Failure { get; private set; }

    /// <summary>Discards what was read, because it could not be read completely.</summary>
    public void Fail(RequestError why)
    {
        Dispose();
        (Rows, Failure) = (null, why);
        current.Clear();
    }

    /// <summary>Adds what was read for an error.</summary>
    public void Add(ErrorPlan plan, int number, QueryExecutor run) => current.Add((plan, number), run);

    /// <summary>What was read for an error; null if that failed.</summary>
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
