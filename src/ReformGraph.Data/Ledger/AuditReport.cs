using ReformGraph.Engine.Parsing;

namespace ReformGraph.Data.Ledger;

/// <summary>What is wrong with a place of the database.</summary>
internal enum Fault
{
    /// <summary>It differs from what was recorded.</summary>
    Changed,

    /// <summary>It does not exist.</summary>
    Missing,

    /// <summary>It was never recorded.</summary>
    Added,

    /// <summary>It is in the place of another.</summary>
    Reordered,

    /// <summary>The end is missing.</summary>
    Truncated,

    /// <summary>It cannot be read as what it should be.</summary>
    Damaged,
}

/// <summary>The row that a finding concerns.</summary>
/// <param name="Entity">The type, as named in the API.</param>
/// <param name="Id">The row's id.</param>
/// <param name="Code">Its code; null if rows of the type have none, or if it is unknown.</param>
/// <param name="Version">The version, if the finding concerns one.</param>
internal sealed record AuditedRow(string Entity, long Id, string? Code = null, long? Version = null)
{
    public override string ToString() =>
        (Code is null ? $"{Entity} {Id}" : $"{Entity} {Code} (id {Id})") + (Version is { } version ? $" version {version}" : "");
}

/// <summary>A column that differs.</summary>
/// <param name="Name">The field, as named in the API; for a reference, the id.</param>
/// <param name="Recorded">What was recorded; null for no value.</param>
/// <param name="Found">What the file contains; null for no value.</param>
internal sealed record AuditedColumn(string Name, string? Recorded, string? Found)
{
    /// <summary>Whether it is known what was recorded: not if only its hash is left.</summary>
    public bool IsRecordedKnown { get; init; } = true;

    public override string ToString() => $"{Name} is {Said(Found)}{(IsRecordedKnown ? $" but was recorded as {Said(Recorded)}" : "")}";

    private static string Said(string? value) => value is null ? "no value" : $"\"{SourceText.Shorten(value)}\"";
}

/// <summary>One fault.</summary>
/// <param name="Place">The place.</param>
/// <param name="Fault">What is wrong there.</param>
/// <param name="Detail">How it shows.</param>
internal sealed record AuditFinding(string Place, Fault Fault, string Detail)
{
    /// <summary>The row, if the finding concerns one.</summary>
    public AuditedRow? Row { get; init; }

    /// <summary>The columns of the row that differ, as far as what was recorded is known.</summary>
    public IReadOnlyList<AuditedColumn> Columns { get; init; } = [];

    public override string ToString() =>
        $"{Fault.ToString().ToUpperInvariant()} {Place}: {Detail}{(Columns.Count == 0 ? "" : ": " + string.Join("; ", Columns))}";
}

/// <summary>The findings of an audit. It keeps the first ones, and counts and reports all: a database of millions of rows may be wrong in
/// each.</summary>
/// <param name="tell">Receives each finding.</param>
internal sealed class AuditReport(Action<AuditFinding>? tell = null)
{
    private const int Kept = 100;
    private const int KeptRows = 100_000;

    private readonly List<AuditFinding> findings = [];
    private readonly HashSet<(string Entity, long Id, long? Version)> rows = [];

    /// <summary>The first findings, in the order of the checks.</summary>
    public IReadOnlyList<AuditFinding> Findings => findings;

    /// <summary>The number of findings.</summary>
    public long Count { get; private set; }

    /// <summary>The number of recomputed changes.</summary>
    public long Changes { get; set; }

    /// <summary>The number of recomputed versions of rows.</summary>
    public long Versions { get; set; }

    /// <summary>The recomputed root of the log.</summary>
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
