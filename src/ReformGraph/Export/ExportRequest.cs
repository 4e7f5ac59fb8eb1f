using System.Globalization;
using ParquetSharp;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>The request of an export, as stated in a file that has room for more than rows.</summary>
/// <param name="Entity">The listed entity.</param>
/// <param name="Address">The path and the parameters of the request.</param>
/// <param name="At">The time of the request.</param>
internal sealed record ExportRequest(EntityModel Entity, string Address, DateTime At)
{
    /// <summary>Whether a CSV file begins with a byte order mark.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether the texts of a CSV file are guarded against being executed as formulas.</summary>
    public bool IsGuarded { get; init; } = true;

    /// <summary>How a Parquet file is compressed.</summary>
    public Compression Compression { get; init; } = Compression.Zstd;

    /// <summary>Distinguishes files of the same rows.</summary>
    public string Form => $"{IsMarked} {IsGuarded} {Compression}";

    /// <summary>The name of the data set, with its Chinese name.</summary>
    public string Title => Entity.LabelZh is { } label ? $"{Entity.Plural} ({label})" : Entity.Plural;

    /// <summary>What it is, where it comes from and how it can be requested again: the same for the same request and state.</summary>
    public IEnumerable<(string Name, string Value)> Notes(ResponseStamp? stamp)
    {
        yield return ("collection", Title);
        yield return ("description", Entity.Description);
        yield return ("asked", Address);
        yield return ("program", $"ReformGraph {ResponseStamp.Version}");
        if (stamp is not null)
        {
            yield return ("sequence", stamp.Sequence.ToString(CultureInfo.InvariantCulture));
            yield return ("schemaHash", stamp.SchemaHash);
            yield return ("queryHash", stamp.QueryHash);
        }
    }
}
