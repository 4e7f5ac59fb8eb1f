using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Engine.Settings;

/// <summary>The engine's settings. Each has a default and a description; the reference's table is generated from this file.</summary>
public sealed class EngineOptions
{
    /// <summary>The limits of a document.</summary>
    public DocumentLimits Limits { get; init; } = new();

    /// <summary>How lists are paged.</summary>
    public PagingOptions Paging { get; init; } = new();

    /// <summary>Whether aggregates are read from rollups.</summary>
    [Description(
        "Whether aggregates are read from a rollup if one has everything that is asked for. If false, every aggregate is computed from " +
        "the rows: the results are the same, but slower.")]
    public bool Rollups { get; init; } = true;

    /// <summary>How long the statements of one request may run.</summary>
    [Description("How long the SQL statements of one request may run before they are interrupted.")]
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much memory is used for cached objects.</summary>
    [Description(
        "How many bytes of memory the cached documents and their plans may take, as estimated. Those not used recently are removed " +
        "first. In addition, each open connection keeps prepared statements of at most 4 MiB.")]
    [Range(1_000_000, 100_000_000_000)]
    public long CachedBytes { get; init; } = 67_108_864;

    /// <summary>The maximum number of rows in a response.</summary>
    [Description(
        "How many rows one response may contain; a row counts once for each place where it appears. The maximum possible is computed " +
        "from the page sizes and the number of rows that exist, before the first row is read.")]
    [Range(1_000, 1_000_000_000)]
    public int AnswerRows { get; init; } = 1_000_000;

    /// <summary>The maximum number of bytes in a response.</summary>
    [Description(
        "How many bytes one response may contain, as far as this can be computed before the first row is read: texts count with their " +
        "usual length.")]
    [Range(1_000_000L, 100_000_000_000L)]
    public long AnswerBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>The maximum number of rows of a response in memory.</summary>
    [Description(
        "How many rows one response may gather in memory before it is written: rows that have lists below them, and the rows of those " +
        "lists.")]
    [Range(1_000, 100_000_000)]
    public int GatheredRows { get; init; } = 500_000;

    /// <summary>The maximum number of bytes of a response in memory.</summary>
    [Description(
        "How many bytes of memory the rows that one response gathers may take. The payloads of a request's mutations, which are held " +
        "until the last is stored, may take half of it. All responses in progress may together take twice as much.")]
    [Range(1_000_000, 1_000_000_000)]
    public int GatheredBytes { get; init; } = 32 * 1024 * 1024;
}

/// <summary>How lists are paged.</summary>
public sealed class PagingOptions
{
    /// <summary>The default page size.</summary>
    [Description("The page size of a list if neither first nor last is given.")]
    [Range(1, 10_000_000)]
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>The maximum page size.</summary>
    [Description("The maximum of first and last. A greater value is refused.")]
    [Range(1, 10_000_000)]
    public int MaxPageSize { get; init; } = 1_000;
}
