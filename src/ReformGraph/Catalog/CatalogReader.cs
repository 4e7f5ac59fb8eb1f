using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Catalog;

/// <summary>
/// Finds out what the data sets hold, by GraphQL queries of the engine: one for each, as one for all would be over its limits. What was found is kept
/// for each role until something is written.
/// </summary>
internal sealed class CatalogReader(QueryEngine engine) : IDisposable
{
    private const string About = "{ changes(last: 1) { nodes { sequence recordedAt } } reports { nodes { titleEn titleZh } } }";

    private readonly Dictionary<string, CatalogContent> kept = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What a role may read. Who asks while another is being answered waits for what that finds.</summary>
    /// <param name="role">The role.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<CatalogContent> ReadAsync(string role, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            return kept.TryGetValue(role, out var known) && known.StateTag == await engine.StateTagAsync(cancellation) ? known : kept[role] = await FindAsync(role, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static CatalogContent Content(CatalogResponse about, IReadOnlyList<Dataset> datasets, IReadOnlyList<CatalogResponse> answers)
    {
        var last = Nodes(about.Data, "changes").Select(Change).Single();
        var changes = datasets.Zip(answers, (dataset, answer) => (dataset.Entity.Name, Change: ChangeIn(answer.Data) ?? last)).ToDictionary(each => each.Name, each => each.Change);
        return new(
            about.StateTag,
            last,
            [.. Nodes(about.Data, "reports").Select(report => new CatalogSource(report.GetProperty("titleEn").GetString()!, report.GetProperty("titleZh").GetString()!))],
            [.. datasets.Zip(answers, (dataset, answer) => new CatalogEntry(dataset, RowsIn(answer.Data), changes[RowsOf(dataset.Entity)]))]);
    }

    // Changed rows are counted by the changes: theirs is a view over all versions of all rows.
    private string Question(EntityModel entity) =>
        entity.ClrType == typeof(ChangedRow) ? "{ rows: changes(first: 0) { aggregate { sum { rowCount } } } }"
        : entity.IsVersioned ? $$"""
            {
              rows: {{entity.Plural}}(first: 0) { totalCount }
              made: {{engine.DataModel.Entities.Single(versions => versions.IsVersion && RowsOf(versions) == entity.Name).Plural}}(first: 1, order: [{ id: DESC }]) { nodes { change: recordedBy { sequence recordedAt } } }
              gone: changedRows(first: 1, where: { entity: { eq: "{{entity.Name}}" }, action: { eq: WITHDRAWN } }, order: [{ change: { id: DESC } }]) { nodes { change { sequence recordedAt } } }
            }
            """
        : $"{{ rows: {entity.Plural}(first: 0) {{ totalCount }} }}";

    private static long RowsIn(JsonElement data) => data.GetProperty("rows") is var rows && rows.TryGetProperty("totalCount", out var total)
        ? total.GetInt64()
        : rows.GetProperty("aggregate").GetProperty("sum").GetProperty("rowCount") is { ValueKind: JsonValueKind.Number } sum ? sum.GetInt64() : 0;

    private static LastChange? ChangeIn(JsonElement data) =>
        ((string[])["made", "gone"]).Where(list => data.TryGetProperty(list, out _)).SelectMany(list => Nodes(data, list)).Select(node => Change(node.GetProperty("change"))).MaxBy(change => change.Sequence);

    // Versions change with their rows.
    private static string RowsOf(EntityModel entity) => entity.IsVersion ? entity.Name[..^"Version".Length] : entity.Name;

    private static LastChange Change(JsonElement change) => new(change.GetProperty("sequence").GetInt64(), change.GetProperty("recordedAt").GetString()!);

    private static JsonElement.ArrayEnumerator Nodes(JsonElement data, string list) => data.GetProperty(list).GetProperty("nodes").EnumerateArray();

    private async Task<CatalogContent> FindAsync(string role, CancellationToken cancellation)
    {
        var asked = new QueryRequest(About, null, default) { Role = role, IsStamped = true };
        var about = await AskAsync(asked, cancellation);
        var datasets = Dataset.VisibleTo(engine.DataModel, role);
        var answers = new List<CatalogResponse>();
        foreach (var dataset in datasets)
        {
            answers.Add(await AskAsync(asked with { Document = Question(dataset.Entity) }, cancellation));
            if (answers[^1].Sequence != about.Sequence) // something was written in between: what is left is asked as of the same change
            {
                asked = asked with { AsOf = new AsOf(about.Sequence, null) };
                answers[^1] = await AskAsync(asked with { Document = Question(dataset.Entity) }, cancellation);
            }
        }

        return Content(about, datasets, answers);
    }

    private async Task<CatalogResponse> AskAsync(QueryRequest request, CancellationToken cancellation)
    {
        ResponseHead? head = null;
        var text = new MemoryStream();
        await engine.RunAsync(engine.Prepare(request), PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true)), answer => head = answer, cancellation);
        return new(JsonElement.Parse(text.ToArray()).GetProperty("data"), head!.StateTag, head.Stamp!.Sequence);
    }

    private sealed record CatalogResponse(JsonElement Data, string StateTag, long Sequence);
}
