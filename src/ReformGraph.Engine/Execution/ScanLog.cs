using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>A query of which a list scanned a table.</summary>
/// <param name="Document">The beginning of its document, as the client sent it.</param>
/// <param name="OperationName">The name of its operation; null where it has none.</param>
/// <param name="Entity">The entity that is listed.</param>
/// <param name="Advice">The index that would serve it, as the line to write on the entity; or why there is none.</param>
/// <param name="Runs">How often it scanned.</param>
/// <param name="Rows">How many rows it stepped over, all runs together.</param>
public sealed record ScannedQuery(string Document, string? OperationName, string Entity, string Advice, long Runs, long Rows);

/// <summary>A run of a statement that stepped over many more rows than it gave.</summary>
internal readonly record struct Scan(ReadStatement Statement, long Steps);

/// <summary>Adds up the scans of all requests, and keeps those that stepped over the most rows.</summary>
internal sealed class ScanLog
{
    private const int Most = 100;

    // By the query without its numbers.
    private readonly Dictionary<ScannedQuery, ScannedQuery> queries = [];

    /// <summary>Adds what a request has scanned: a list's rows and its total are one scan of it.</summary>
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

    /// <summary>The queries by now, the one that stepped over the most rows first.</summary>
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
