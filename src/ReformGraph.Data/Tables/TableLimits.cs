namespace ReformGraph.Data.Tables;

/// <summary>The limits of a table.</summary>
internal sealed record TableLimits
{
    public const long DefaultBytes = 268_435_456;
    public const int DefaultRows = 1_000_000;

    /// <summary>The maximum number of bytes: of the file and, for a workbook, of its unpacked parts.</summary>
    public long ImportBytes { get; init; } = DefaultBytes;

    /// <summary>The maximum number of rows.</summary>
    public int ImportRows { get; init; } = DefaultRows;
}
