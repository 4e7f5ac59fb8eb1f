using System.Globalization;
using System.Text.Json.Serialization;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Ledger;

/// <summary>What is hashed of a change itself. Times and days are the texts that the database holds.</summary>
internal sealed record ChangeHeader(
    long Sequence,
    string RecordedAt,
    string Actor,
    int Kind,
    string Reason,
    string? EffectiveOn,
    string? EvidenceReference,
    string? EvidenceSha256,
    long RowCount,
    Digest RowsRoot)
{
    /// <summary>The columns of which it is hashed, in this order; so a statement must give them.</summary>
    public const string Columns = "\"Sequence\", \"RecordedAt\", \"Actor\", \"Kind\", \"Reason\", \"EffectiveOn\", \"EvidenceReference\", \"EvidenceSha256\", \"RowCount\", \"RowsRoot\"";

    /// <summary>How many they are.</summary>
    public const int ColumnCount = 10;

    /// <summary>The change's leaf in the log.</summary>
    [JsonIgnore]
    public Digest Leaf => new CanonicalForm().Begin(RecordKind.Change)
        .Integer(Sequence).Text(RecordedAt).Text(Actor).Integer(Kind).Text(Reason)
        .TextOrNull(EffectiveOn).TextOrNull(EvidenceReference).TextOrNull(EvidenceSha256)
        .Integer(RowCount).Text(RowsRoot.ToString()).Leaf;

    /// <summary>The header of a change whose rows are counted and hashed.</summary>
    public static ChangeHeader Of(Change change) => new(
        change.Sequence,
        change.RecordedAt.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture), // as SQLite's provider writes it
        change.Actor,
        (int)change.Kind,
        change.Reason,
        change.EffectiveOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        change.EvidenceReference,
        change.EvidenceSha256,
        change.RowCount,
        Digest.Parse(change.RowsRoot) ?? throw new InvalidOperationException("The change's rows are not hashed."));

    /// <summary>The header at which a statement stands; its hash may be another one than that of what is stored, if that was tampered with.</summary>
    public static ChangeHeader Of(RecordStatement at) => new(
        at.Integer(0), at.Text(1) ?? "", at.Text(2) ?? "", (int)at.Integer(3), at.Text(4) ?? "", at.Text(5), at.Text(6), at.Text(7), at.Integer(8), Digest.Parse(at.Text(9)) ?? default);

    /// <summary>The leaf of the change at which a statement stands, of the very bytes that are stored.</summary>
    public static Digest LeafOf(RecordStatement at, CanonicalForm record)
    {
        record.Begin(RecordKind.Change);
        for (var column = 0; column < ColumnCount; column++)
        {
            at.AddTo(record, column);
        }

        return record.Leaf;
    }
}
