using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ReformGraph.Engine;

/// <summary>The engine's settings. Each has a default and a description; the reference's table is generated from this file.</summary>
public sealed class EngineOptions
{
    /// <summary>What a document may hold.</summary>
    public DocumentLimits Limits { get; init; } = new();

    /// <summary>How lists are paged.</summary>
    public PagingOptions Paging { get; init; } = new();

    /// <summary>Whether numbers are read from rollups.</summary>
    [Description("Whether numbers about rows are read from a rollup where one has all that is asked for. Without, every number is computed from the rows: the same, and slower.")]
    public bool Rollups { get; init; } = true;

    /// <summary>How long the statements of one request may run.</summary>
    [Description("How long the statements of one request may run before they are interrupted.")]
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much memory is spent on what is kept for reuse.</summary>
    [Description("Bytes of memory for the documents and their plans that are kept for reuse, as estimated; those that were not used lately make way. Each of the connections that are open keeps prepared statements of at most 4 MiB besides.")]
    [Range(1_000_000, 100_000_000_000)]
    public long CachedBytes { get; init; } = 67_108_864;

    /// <summary>How many rows an answer may hold.</summary>
    [Description("How many rows one answer may hold, each counted in every place where it stands. The most that there can be is computed from the pages, and from how many rows there are, before the first is read.")]
    [Range(1_000, 1_000_000_000)]
    public int AnswerRows { get; init; } = 1_000_000;

    /// <summary>How many bytes an answer may hold.</summary>
    [Description("How many bytes one answer may hold, as far as that can be computed before the first row is read: texts count with their usual length.")]
    [Range(1_000_000L, 100_000_000_000L)]
    public long AnswerBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>How many rows an answer may hold in memory.</summary>
    [Description("How many rows one answer may gather before it is written: rows that have lists below them, and the rows of those lists.")]
    [Range(1_000, 100_000_000)]
    public int GatheredRows { get; init; } = 500_000;

    /// <summary>How many bytes an answer may hold in memory.</summary>
    [Description("How many bytes of memory the rows may take that one answer gathers. The payloads of the mutations of a request, which are held until the last is stored, may take half of it, and all answers at one time twice as much together.")]
    [Range(1_000_000, 1_000_000_000)]
    public int GatheredBytes { get; init; } = 32 * 1024 * 1024;
}

/// <summary>How lists are paged.</summary>
public sealed class PagingOptions
{
    /// <summary>The size of a page for which none was asked.</summary>
    [Description("How many nodes a list gives when neither first nor last is given.")]
    [Range(1, 10_000_000)]
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>The largest page.</summary>
    [Description("The largest first or last; a larger one is refused.")]
    [Range(1, 10_000_000)]
    public int MaxPageSize { get; init; } = 1_000;
}
