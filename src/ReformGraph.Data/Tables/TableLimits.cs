namespace ReformGraph.Data.Tables;

/// <summary>How much a table may hold.</summary>
internal sealed record TableLimits
{
    public const long DefaultBytes = 268_435_456;
    public const int DefaultRows = 1_000_000;

    /// <summary>The maximum number of bytes: those of the file, and of a workbook's parts when they are unpacked.</summary>
    public long ImportBytes { get; init; } = DefaultBytes;

    /// <summary>The maximum number of rows.</summary>
    public int ImportRows { get; init; } = DefaultRows;
}
