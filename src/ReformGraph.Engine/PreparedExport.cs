using System.IO.Pipelines;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export that passed every check. It can be run once.</summary>
public sealed class PreparedExport
{
    private readonly QueryEngine engine;
    private readonly ExportQuery query;
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;
    private readonly Func<ExportExecutor> run;

    internal PreparedExport(QueryEngine engine, ExportQuery query, IReadOnlyDictionary<Type, FieldLookup> lookups, Func<ExportExecutor> run)
    {
        (this.engine, this.query, this.lookups, this.run) = (engine, query, lookups, run);
        Columns = ExportRead.ColumnsOf(query, engine.DataModel);
        First = From(default, query.AsOf);
    }

    /// <summary>The request as a GraphQL document.</summary>
    public string Document => First.Document;

    /// <summary>Its columns in order.</summary>
    public IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>The requested export.</summary>
    internal ExportQuery Query => query;

    /// <summary>The rows from the beginning.</summary>
    internal PreparedQuery First { get; }

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
    public async Task RunAsync(ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation)
    {
        using var one = run();
        await one.RunAsync(this, writer, output, start, isHeadOnly, cancellation);
    }

    /// <summary>The rows after a cursor, which is already JSON, as of an instant.</summary>
    internal PreparedQuery From(ReadOnlySpan<byte> after, AsOf? asOf) =>
        engine.Prepare(ExportRead.Request(query, engine.DataModel, after, asOf));

    /// <summary>The cells of the rows in one part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="token">The token from which to continue.</param>
    internal IReadOnlyList<ExportCell> CellsOf(PreparedQuery part, ChangeToken token) =>
        ExportCell.CreateAll((CollectionRoot)part.Compiled.Plan.Roots[0], ExportRead.SourcesOf(query), $"{token}", lookups);
}
