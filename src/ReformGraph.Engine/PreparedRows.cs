using System.IO.Pipelines;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

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

    public override IReadOnlyList<string> Sensitive => First.Sensitive;

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
