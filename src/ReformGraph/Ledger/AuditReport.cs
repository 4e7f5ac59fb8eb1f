namespace ReformGraph.Ledger;

/// <summary>What is wrong with a place of the database.</summary>
internal enum Fault
{
    /// <summary>It says another thing than was recorded.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>It was never recorded.</summary>
    Added,

    /// <summary>It stands where another was recorded.</summary>
    Reordered,

    /// <summary>The end is cut off.</summary>
    Truncated,

    /// <summary>It cannot be read as what it should be.</summary>
    Damaged,
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Place">Where.</param>
/// <param name="Fault">What is wrong there.</param>
/// <param name="Detail">How that shows.</param>
internal sealed record AuditFinding(string Place, Fault Fault, string Detail)
{
    public override string ToString() => $"{Fault.ToString().ToUpperInvariant()} {Place}: {Detail}";
}

/// <summary>What an audit found. It keeps the first findings, and counts and tells all: a database of millions of rows may be wrong in each.</summary>
/// <param name="tell">Is told each finding.</param>
internal sealed class AuditReport(Action<AuditFinding>? tell = null)
{
    private const int Kept = 100;

    private readonly List<AuditFinding> findings = [];

    /// <summary>The first findings, in the order of the checks.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>How many changes were recomputed.</summary>
    public long Changes { get; set; }

    /// <summary>How many versions of rows were.</summary>
    public long Versions { get; set; }

    /// <summary>The root of the log as it was recomputed.</summary>
    public Digest Root { get; set; } = MerkleTree.EmptyRoot;

    /// <summary>Adds a finding.</summary>
    public void Add(string place, Fault fault, string detail)
    {
        var finding = new AuditFinding(place, fault, detail);
        Count++;
        tell?.Invoke(finding);
        if (findings.Count < Kept)
        {
            findings.Add(finding);
        }
    }
}
