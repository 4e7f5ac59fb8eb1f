using System.IO.Pipelines;
using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export that passed every check. It can be run once.</summary>
public abstract class PreparedExport
{
    /// <summary>The request as a GraphQL document, with its variables if it has any.</summary>
    public abstract string Document { get; }

    /// <summary>Its columns in order.</summary>
    public abstract IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>
    /// Writes all the rows, in one state of the data. <paramref name="start"/> is called once, before the first byte, with the sequence
    /// number of that state. A later failure leaves an incomplete export, which its reader must not take for a complete one.
    /// </summary>
    /// <param name="writer">The format.</param>
    /// <param name="output">Where to.</param>
    /// <param name="start">Receives what is known before the first byte.</param>
    /// <param name="isHeadOnly">Whether it ends with the first part, because only the headers are wanted.</param>
    /// <param name="cancellation">Cancelled when the client has gone.</param>
    /// <exception cref="RequestErrorException">It was rejected before its first byte, or took too long.</exception>
    public abstract Task RunAsync(ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation);
}

/// <summary>An export of rows.</summary>
internal sealed class PreparedRows : PreparedExport
{
    private readonly QueryEngine engine;
    private readonly ExportQuery query;
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;
    private readonly Func<ExportExecutor> run;

    public PreparedRows(QueryEngine engine, ExportQuery query, IReadOnlyDictionary<Type, FieldLookup> lookups, Func<ExportExecutor> run)
    {
        (this.engine, this.query, this.lookups, this.run) = (engine, query, lookups, run);
        Columns = ExportRead.ColumnsOf(query, engine.DataModel);
        First = From(default, query.AsOf);
    }

    public override string Document => First.Document;

    public override IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>The requested export.</summary>
    public ExportQuery Query => query;

    /// <summary>The rows from the beginning.</summary>
    public PreparedQuery First { get; }

    public override async Task RunAsync(ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation)
    {
        using var one = run();
        await one.RunAsync(this, writer, output, start, isHeadOnly, cancellation);
    }

    /// <summary>The rows after a cursor, which is already JSON, as of an instant.</summary>
    public PreparedQuery From(ReadOnlySpan<byte> after, AsOf? asOf) =>
        engine.Prepare(ExportRead.Request(query, engine.DataModel, after, asOf));

    /// <summary>The cells of the rows in one part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="token">The token from which to continue.</param>
    public IReadOnlyList<ExportCell> CellsOf(PreparedQuery part, ChangeToken token) =>
        ExportCell.CreateAll((CollectionRoot)part.Compiled.Plan.Roots[0], ExportRead.SourcesOf(query), $"{token}", lookups);
}

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
        var request = query.Groups!.Request with { IsStamped = query.IsStamped, Count = query.Count };
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

    public override IReadOnlyList<ExportColumn> Columns { get; }

    public override async Task RunAsync(ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        writer.Begin(Columns, buffer);
        var head = await engine.ReadAsync(prepared, result => Write(result, writer), cancellation);
        await writer.FinishAsync(head.Stamp);
        writer.Flush();
        start(head with { Length = buffer.Length });
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
            throw new RequestErrorException([.. errors.Select(Whole)]);
        }
    }

    // A response would be valid but for the value; a table without it would be taken for complete.
    private static RequestError Whole(RequestError error) => error with { Code = error.Code with { Status = 400, JsonStatus = 400 } };
}
