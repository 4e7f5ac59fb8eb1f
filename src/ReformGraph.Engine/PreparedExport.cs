using System.IO.Pipelines;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export that passed every check. It is run once.</summary>
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

    /// <summary>The question, as a GraphQL document.</summary>
    public string Document => First.Document;

    /// <summary>Its columns in their order.</summary>
    public IReadOnlyList<ExportColumn> Columns { get; }

    /// <summary>What is asked for.</summary>
    internal ExportQuery Query => query;

    /// <summary>The rows from the beginning.</summary>
    internal PreparedQuery First { get; }

    /// <summary>
    /// Writes the rows, all of them and of one state of the data. <paramref name="start"/> is called once, before the first byte;
    /// its head names the
    /// sequence number of that state. A failure behind it leaves a part of an export, which its reader must not take for the whole.
    /// </summary>
    /// <param name="writer">The format.</param>
    /// <param name="output">Where to.</param>
    /// <param name="start">Told what is known before the first byte.</param>
    /// <param name="isHeadOnly">Whether it ends with the first part, as only the head is wanted.</param>
    /// <param name="cancellation">Cancelled when the client has gone.</param>
    /// <exception cref="RequestErrorException">It was refused before its first byte, or took too long.</exception>
    public async Task RunAsync(ExportWriter writer, PipeWriter output, Action<ResponseHead> start, bool isHeadOnly,
        CancellationToken cancellation)
    {
        using var one = run();
        await one.RunAsync(this, writer, output, start, isHeadOnly, cancellation);
    }

    /// <summary>The rows behind a cursor, which is JSON already, as of then.</summary>
    internal PreparedQuery From(ReadOnlySpan<byte> after, AsOf? asOf) =>
        engine.Prepare(ExportRead.Request(query, engine.DataModel, after, asOf));

    /// <summary>The cells of the rows that a part of it reads.</summary>
    /// <param name="part">The part.</param>
    /// <param name="token">The token to go on from.</param>
    internal IReadOnlyList<ExportCell> CellsOf(PreparedQuery part, ChangeToken token) =>
        ExportCell.CreateAll((CollectionRoot)part.Compiled.Plan.Roots[0], ExportRead.SourcesOf(query), $"{token}", lookups);
}
