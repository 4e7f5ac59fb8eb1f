using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>A query that scanned a table for one of its lists.</summary>
/// <param name="Document">The beginning of its document, as the client sent it.</param>
/// <param name="OperationName">The name of its operation; null if it has none.</param>
/// <param name="Entity">The listed entity.</param>
/// <param name="Advice">The index that would serve it, as the line to write on the entity, or why there is none.</param>
/// <param name="Runs">The number of scans.</param>
/// <param name="Rows">The number of rows stepped over, in all runs together.</param>
public sealed record ScannedQuery(string Document, string? OperationName, string Entity, string Advice, long Runs, long Rows);

/// <summary>A run of a statement that stepped over many more rows than it returned.</summary>
internal readonly record struct Scan(ReadStatement Statement, long Steps);

/// <summary>Adds up the scans of all requests, and keeps those that stepped over the most rows.</summary>
internal sealed class ScanLog
{
    private const int Most = 100;

    // Keyed by the query without its numbers.
    private readonly Dictionary<ScannedQuery, ScannedQuery> queries = [];

    /// <summary>Adds the scans of a request: a list's rows and its total are one scan of it.</summary>
    public void Add(string document, string? operationName, IReadOnlyList<Scan> scans)
    {
        if (scans.Count == 0)
        {
            return;
        }

        foreach (var list in scans.Where(scan => scan.Statement.List is not null).GroupBy(scan => scan.Statement.List!))
        {
            var key = new ScannedQuery(
                SourceText.Shorten(document), operationName is null ? null : SourceText.Shorten(operationName), list.Key.Source.Name,
                    IndexAdvice.For(list.Key), 0, 0);
            Add(key, list.Sum(scan => scan.Steps));
        }
    }

    /// <summary>The queries so far, starting with the one that stepped over the most rows.</summary>
    public IReadOnlyList<ScannedQuery> Snapshot()
    {
        lock (queries)
        {
            return [.. queries.Values.OrderByDescending(query => query.Rows)];
        }
    }

    private void Add(ScannedQuery key, long rows)
    {
        lock (queries)
        {
            var known = queries.GetValueOrDefault(key, key);
            queries[key] = known with { Runs = known.Runs + 1, Rows = known.Rows + rows };
            if (queries.Count > Most)
            {
                queries.Remove(queries.MinBy(entry => entry.Value.Rows).Key);
            }
        }
    }
}
