using System.Globalization;
using System.Text.Json.Serialization;

namespace ReformGraph.Data.Ledger;

/// <summary>Proves that a change in the log recorded a version of a row, or its withdrawal: by the path in the change's own tree, and by
/// that in the log.</summary>
/// <param name="Origin">The log.</param>
/// <param name="Size">The size of the log.</param>
/// <param name="Root">Its root at that size.</param>
/// <param name="Row">What was recorded about the row.</param>
/// <param name="RowIndex">Its index among the rows of the change, starting at 0.</param>
/// <param name="RowPath">The path from it to the root of the rows.</param>
/// <param name="Change">The change. Its index in the log is its sequence number minus 1.</param>
/// <param name="Path">The path from it to the root of the log.</param>
internal sealed record InclusionProof(
    string Origin,
    long Size,
    Digest Root,
    RecordedRow Row,
    long RowIndex,
    IReadOnlyList<Digest> RowPath,
    ChangeHeader Change,
    IReadOnlyList<Digest> Path) : Proof(Origin)
{
    [JsonIgnore]
    public override bool Holds => Row.LeafOf(Change.Format) is { } leaf
        && MerklePath.ProvesInclusion(RowPath, leaf, RowIndex, Change.RowCount, Change.RowsRoot)
        && MerklePath.ProvesInclusion(Path, Change.Leaf, Change.Sequence - 1, Size, Root);

    [JsonIgnore]
    public override IEnumerable<(long Size, Digest Root)> Ends => [(Size, Root)];

    [JsonIgnore]
    public override IEnumerable<string> Statements =>
    [
        Row.ToString(),
        $"recorded by change {Change.Sequence} at {Change.RecordedAt}{(Change.Salt is null ? " UTC" : "")} by {Change.Actor}: " +
        $"{Change.Reason}",
    ];
}

/// <summary>What was recorded about a row: the values of a version, or that the row was withdrawn.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Version">The version; null for a withdrawal.</param>
/// <param name="Values">The non-null values of the version in the ordinal order of their names; empty for a withdrawal.</param>
internal sealed record RecordedRow(string Entity, long Id, long? Version, IReadOnlyList<RecordedValue> Values)
{
    /// <summary>The leaf; null if a value is invalid.</summary>
    public Digest? LeafOf(RecordFormat format)
    {
        var record = new CanonicalSerializer().Begin(Version is null ? RecordKind.Withdrawal : RecordKind.Version, format).Text(Entity);
        Add(Id);
        if (Version is { } version)
        {
            Add(version);
        }

        return Values.All(value => Version is not null && value.AddTo(record, format)) ? record.Leaf : null;

        void Add(long number) =>
            _ = format == RecordFormat.Stored
            ? record.Integer(number) : record.Value(ValueKind.Integer, number.ToString(CultureInfo.InvariantCulture));
    }

    public override string ToString() => Version is null
        ? $"{Entity} {Id} was withdrawn"
        : $"{Entity} {Id}, version {Version}: {string.Join(", ", Values)}";
}
