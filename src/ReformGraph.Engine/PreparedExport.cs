using System.IO.Pipelines;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export that passed every check. It can be run once.</summary>
public abstract class PreparedExport
{
    /// <summary>The request as a GraphQL document, with its variables if it has any.</summary>
    public abstract string Document { get; }

    /// <summary>The sensitive fields that it reads, or by which it filters, orders or groups.</summary>
    public abstract IReadOnlyList<string> Sensitive { get; }

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
