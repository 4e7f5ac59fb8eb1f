using System.Text.Json.Serialization;

namespace ReformGraph.Data.Ledger;

/// <summary>Proves that a later state of the log begins with everything in an earlier one: changes were only added.</summary>
/// <param name="Origin">The log.</param>
/// <param name="FirstSize">The earlier size.</param>
/// <param name="FirstRoot">The root then.</param>
/// <param name="SecondSize">The later size.</param>
/// <param name="SecondRoot">The root then.</param>
/// <param name="Path">The hashes that connect the two.</param>
internal sealed record ConsistencyProof(
    string Origin,
    long FirstSize,
    Digest FirstRoot,
    long SecondSize,
    Digest SecondRoot,
    IReadOnlyList<Digest> Path) : Proof(Origin)
{
    [JsonIgnore]
    public override bool Holds => MerklePath.ProvesConsistency(Path, FirstSize, FirstRoot, SecondSize, SecondRoot);

    [JsonIgnore]
    public override IEnumerable<(long Size, Digest Root)> Ends => [(FirstSize, FirstRoot), (SecondSize, SecondRoot)];

    [JsonIgnore]
    public override IEnumerable<string> Statements => [$"the log of {SecondSize} changes begins with the {FirstSize} that it had before"];
}
