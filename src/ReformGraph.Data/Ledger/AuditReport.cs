using ReformGraph.Engine.Parsing;

namespace ReformGraph.Data.Ledger;

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

/// <summary>A row that a finding is about.</summary>
/// <param name="Entity">The type, as the API calls it.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Code">Its code; null where rows of the type have none, or where none is known.</param>
/// <param name="Version">The version, where it is about one.</param>
internal sealed record AuditedRow(string Entity, long Id, string? Code = null, long? Version = null)
{
    public override string ToString() =>
        (Code is null ? $"{Entity} {Id}" : $"{Entity} {Code} (id {Id})") + (Version is { } version ? $" version {version}" : "");
}

/// <summary>A column that differs.</summary>
/// <param name="Name">The field, as the API calls it; of a reference the id.</param>
/// <param name="Recorded">What was recorded; null for no value.</param>
/// <param name="Found">What the file says; null for no value.</param>
internal sealed record AuditedColumn(string Name, string? Recorded, string? Found)
{
    /// <summary>Whether it is known what was recorded: where only its hash is left, it is not.</summary>
    public bool IsRecordedKnown { get; init; } = true;

    public override string ToString() => $"{Name} is {Said(Found)}{(IsRecordedKnown ? $" but was recorded as {Said(Recorded)}" : "")}";

    private static string Said(string? value) => value is null ? "no value" : $"\"{SourceText.Shorten(value)}\"";
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Place">Where.</param>
/// <param name="Fault">What is wrong there.</param>
/// <param name="Detail">How that shows.</param>
internal sealed record AuditFinding(string Place, Fault Fault, string Detail)
{
    /// <summary>The row, where it is about one.</summary>
    public AuditedRow? Row { get; init; }

    /// <summary>The columns of the row that differ, as far as it can be known what was recorded.</summary>
    public IReadOnlyList<AuditedColumn> Columns { get; init; } = [];

    public override string ToString() =>
        $"{Fault.ToString().ToUpperInvariant()} {Place}: {Detail}{(Columns.Count == 0 ? "" : ": " + string.Join("; ", Columns))}";
}

/// <summary>What an audit found. It keeps the first findings, and counts and tells all:
/// a database of millions of rows may be wrong in each.</summary>
/// <param name="tell">Is told each finding.</param>
internal sealed class AuditReport(Action<AuditFinding>? tell = null)
{
    private const int Kept = 100;
    private const int KeptRows = 100_000;

    private readonly List<AuditFinding> findings = [];
    private readonly HashSet<(string Entity, long Id, long? Version)> rows = [];

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
    public void Add(string place, Fault fault, string detail) => Add(new AuditFinding(place, fault, detail));

    /// <summary>Adds a finding about a row.</summary>
    public void Add(AuditedRow row, Fault fault, string detail, params IReadOnlyList<AuditedColumn> columns) =>
        Add(new AuditFinding($"{row}", fault, detail) { Row = row, Columns = columns });

    /// <summary>Whether there is a finding about a version.</summary>
    public bool Has(string entity, long id, long version) => rows.Contains((entity, id, version));

    private void Add(AuditFinding finding)
    {
        Count++;
        if (finding.Row is { } row && rows.Count < KeptRows)
        {
            rows.Add((row.Entity, row.Id, row.Version));
        }

        tell?.Invoke(finding);
        if (findings.Count < Kept)
        {
            findings.Add(finding);
        }
    }
}
