using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ReformGraph.Data.Tables;

namespace ReformGraph.Settings;

/// <summary>What a client may send, and how slowly it may read.</summary>
public sealed class RequestLimits
{
    [Description("The maximum number of connections of clients at a time. The server closes every further one at once.")]
    [Range(1, 1_000_000)]
    public int Connections { get; init; } = 10_000;

    [Description("The maximum number of bytes in the body of a request.")]
    [Range(1_000, 100_000_000)]
    public int BodyBytes { get; init; } = 1_048_576;

    [Description(
        "The maximum number of bytes in a table that is sent for import. For a workbook, it also applies to the unpacked size of the " +
        "parts that are read.")]
    [Range(1_000, 10_000_000_000)]
    public long ImportBytes { get; init; } = TableLimits.DefaultBytes;

    [Description("The maximum number of rows in an imported table.")]
    [Range(1, 100_000_000)]
    public int ImportRows { get; init; } = TableLimits.DefaultRows;

    [Description(
        "The maximum number of bytes in a report whose figures are proposed, and in the parts of a Word file when they are unpacked.")]
    [Range(1_000, 1_000_000_000)]
    public int ReportBytes { get; init; } = 16_777_216;

    [Description(
        "The minimum number of bytes per second at which a client must send a body and receive a response. The server disconnects a " +
        "client that is slower throughout Limits:ClientGrace.")]
    [Range(1, 1_000_000_000)]
    public int ClientBytesPerSecond { get; init; } = 2_000;

    [Description(
        "How long a client may be slower than Limits:ClientBytesPerSecond. The server checks each client in periods of this length, and " +
        "so disconnects a slow one after two of them; it does the same with a client that sends no request, or only part of its headers. " +
        "On systems other than Linux, what the system's buffers hold for a client counts as received.")]
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan ClientGrace { get; init; } = TimeSpan.FromSeconds(8);

    [Description("The maximum depth of nested objects and arrays in the JSON of a request.")]
    [Range(4, 1_000)]
    public int JsonDepth { get; init; } = 64;

    /// <summary>The limits of tables.</summary>
    internal TableLimits Tables => new() { ImportBytes = ImportBytes, ImportRows = ImportRows };
}
