using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export of groups, which are read as for a response and held in memory.</summary>
internal sealed class PreparedGroups : PreparedExport
{
    private readonly QueryEngine engine;
    private readonly ExportQuery query;
    private readonly PreparedQuery prepared;

    /// <param name="engine">The engine.</param>
    /// <param name="query">The export.</param>
    public PreparedGroups(QueryEngine engine, ExportQuery query)
    {
        (this.engine, this.query) = (engine, query);
        var request = query.Groups!.Request with
        {
            AsOf = query.AsOf,
            IsStamped = query.IsStamped,
            IsTokened = true,
            Actor = query.Actor,
            Count = query.Count,
        };
        prepared = engine.Prepare(request);
        Document = request.Question(prepared.Document);
        Columns = [.. query.Columns.Zip(query.Names, (column, name) => query.ColumnOf(column) with { Name = name })];
        var groups = ((CollectionRoot)prepared.Compiled.Plan.Roots[0]).List.Groups[0];
        if (query.First is null && groups.Gaps is null)
        {
            prepared.Values[groups.Page.Take.Number] = (long)int.MaxValue; // all of them, within the limit of a response
        }
    }

    public override string Document { get; }

    public override IReadOnlyList<string> Sensitive => prepared.Sensitive;

    public override IReadOnlyList<ExportColumn> Columns { get; }

    public override async Task RunAsync(ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        writer.Begin(Columns, buffer);
        var head = await engine.ReadAsync(prepared, result => Write(result, writer), cancellation);
        await writer.FinishAsync(head.Stamp);
        writer.Flush();
        start(head with { AsOf = head.Token!.At.Sequence, Length = buffer.Length });
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, isHeadOnly ? 0 : (int)buffer.Length), cancellation);
    }

    private void Write(QueryResult result, ExportWriter writer)
    {
        var group = new ExportedGroup();
        using var row = new ExportRow();
        row.TurnTo([.. query.Columns.Zip(query.Enums, (column, enums) => new GroupCell(group, query.ColumnOf(column), enums))],
            NoRows.Instance);
        using var json = new JsonText();
        var groups = result.Page(0).Groups;
        for (var number = 0; number < groups.Count; number++)
        {
            json.Clear();
            groups[number].Write(json);
            group.Value = JsonElement.Parse(json.Written);
            writer.Write(row);
        }

        if (result.Errors is [_, ..] errors)
        {
            throw new RequestErrorException([.. errors.Select(OfAll)]);
        }
    }

    // A response would be valid but for the value; a table without it would be taken for complete.
    private static RequestError OfAll(RequestError error) => error with { Code = error.Code with { Status = 400, JsonStatus = 400 } };
}
