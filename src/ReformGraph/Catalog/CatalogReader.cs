using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Catalog;

/// <summary>
/// Reads the content of the data sets with read requests, one for each, because a single one would exceed the engine's limits. The result
/// is cached for each role until something is written.
/// </summary>
internal sealed class CatalogReader(QueryEngine engine) : IDisposable
{
    // There can be as many scopes as tokens.
    private const int MostKept = 100;

    private readonly Dictionary<string, CatalogContent> kept = [];
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>What a role may read. Concurrent callers share one result.</summary>
    /// <param name="role">The role, with the scope of the client.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task<CatalogContent> ReadAsync(RoleScope role, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (kept.TryGetValue(role.Key, out var known) && known.StateTag == await engine.StateTagAsync(cancellation))
            {
                return known;
            }

            if (kept.Count >= MostKept)
            {
                kept.Clear();
            }

            return kept[role.Key] = await FindAsync(role, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<CatalogContent> FindAsync(RoleScope role, CancellationToken cancellation)
    {
        var (last, sources) = (default(LastChange), new List<CatalogSource>());
        var asked = new ReadRequest(About()) { Role = role.Name, IsStamped = true }; // the log has the times of changes
        var state = await engine.ReadAsync(
            asked,
            found =>
            {
                last = ChangeIn(found.Page(0)[0]);
                var reports = found.Page(1);
                for (var number = 0; role.Covers(engine.DataModel[typeof(Report)]) && number < reports.Count; number++)
                {
                    sources.Add(new CatalogSource(reports[number].Text(0)!, reports[number].Text(1)!));
                }
            },
            cancellation);
        var contents = new List<(Dataset Dataset, DatasetContent Content)>();
        foreach (var dataset in Dataset.VisibleTo(engine.DataModel, role))
        {
            var (content, sequence) = await ContentAsync(asked, dataset.Entity, cancellation);
            if (sequence != state.Stamp!.Sequence) // something was written in between: the rest is read as of the same change
            {
                asked = asked with { AsOf = new AsOf(state.Stamp.Sequence, null) };
                (content, _) = await ContentAsync(asked, dataset.Entity, cancellation);
            }

            contents.Add((dataset, content));
        }

        var changes = contents.ToDictionary(each => each.Dataset.Entity.Name, each => each.Content.Changed ?? last!);
        return new(
            state.StateTag,
            last!,
            sources,
            [.. contents.Select(each => new CatalogEntry(each.Dataset, each.Content.Rows, changes[RowsOf(each.Dataset.Entity)]))]);
    }

    private async Task<(DatasetContent Content, long Sequence)> ContentAsync(
        ReadRequest asked, EntityModel entity, CancellationToken cancellation)
    {
        DatasetContent? content = null;
        var request = asked with { Fields = Question(entity) };
        var state = await engine.ReadAsync(request, found => content = Content(entity, found), cancellation);
        return (content!, state.Stamp!.Sequence);
    }

    private static DatasetContent Content(EntityModel entity, QueryResult found)
    {
        if (entity.ClrType == typeof(ChangedRow))
        {
            return new(found.Page(0).Aggregate.Row(0).Text(0) is { } sum ? long.Parse(sum, CultureInfo.InvariantCulture) : 0, null);
        }

        ReadPage[] changes = entity.IsVersioned ? [found.Page(1), found.Page(2)] : [];
        return new(
            found.Page(0).Total,
            changes.Where(page => page.Count > 0).Select(page => ChangeIn(page[0].Row(0))).MaxBy(change => change.Sequence));
    }

    private static LastChange ChangeIn(ReadRow change) => new(long.Parse(change.Text(0)!, CultureInfo.InvariantCulture), change.Text(1)!);

    // Versions change with their rows.
    private static string RowsOf(EntityModel entity) => entity.IsVersion ? entity.Name[..^"Version".Length] : entity.Name;

    private ReadField[] About()
    {
        var (changes, reports) = (engine.DataModel[typeof(Change)], engine.DataModel[typeof(Report)]);
        return
        [
            Last("change", changes, [], new JsonObject { ["id"] = "DESC" }, ChangeFields),
            ReadField.Rows(reports, [], ReadField.Nodes(ReadField.Of(reports.Find("titleEn")!), ReadField.Of(reports.Find("titleZh")!))),
        ];
    }

    // The log counts changed rows: their collection is a view over all versions of all rows.
    private ReadField[] Question(EntityModel entity)
    {
        if (entity.ClrType == typeof(ChangedRow))
        {
            var changes = engine.DataModel[typeof(Change)];
            var sum = AggregateFunctions.All.Single(row => row.Function == AggregateFunction.Sum);
            return [ReadField.Rows(changes, [], ReadField.Aggregate(ReadField.Of(sum, ReadField.Of(changes.Find("rowCount")!))))];
        }

        var rows = ReadField.Rows(entity, [], ReadField.TotalCount);
        return entity.IsVersioned ? [rows, Made(entity), Gone(entity)] : [rows];
    }

    private ReadField Made(EntityModel entity)
    {
        var versions = engine.DataModel.Entities.Single(versions => versions.IsVersion && RowsOf(versions) == entity.Name);
        return Last("made", versions, [], new JsonObject { ["id"] = "DESC" }, [ReadField.Of(versions.Find("recordedBy")!, ChangeFields)]);
    }

    private ReadField Gone(EntityModel entity)
    {
        var rows = engine.DataModel[typeof(ChangedRow)];
        var which = new JsonObject
        {
            ["entity"] = new JsonObject { ["eq"] = entity.Name },
            ["action"] = new JsonObject { ["eq"] = "WITHDRAWN" },
        };
        return Last(
            "gone",
            rows,
            [ReadArgument.Where(new("gone", JsonSerializer.SerializeToElement(which)))],
            new JsonObject { ["change"] = new JsonObject { ["id"] = "DESC" } },
            [ReadField.Of(rows.Find("change")!, ChangeFields)]);
    }

    private ReadField[] ChangeFields =>
        [.. ((string[])["sequence", "recordedAt"]).Select(name => ReadField.Of(engine.DataModel[typeof(Change)].Find(name)!))];

    private static ReadField Last(
        string name, EntityModel entity, IReadOnlyList<ReadArgument> which, JsonObject order, IReadOnlyList<ReadField> fields) =>
        ReadField.Rows(
            entity,
            [
                .. which,
                ReadArgument.First(new($"{name}First", JsonSerializer.SerializeToElement(1))),
                ReadArgument.Order(new($"{name}Order", JsonSerializer.SerializeToElement(new JsonArray(order)))),
            ],
            ReadField.Nodes(fields));

    private sealed record DatasetContent(long Rows, LastChange? Changed);
}
