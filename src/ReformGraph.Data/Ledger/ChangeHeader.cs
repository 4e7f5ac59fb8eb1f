using System.Globalization;
using System.Text.Json.Serialization;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// What is hashed of a change itself. Times and dates are the texts that are hashed. Without the salt, random bytes, nobody can find the
/// rest of the hashed content by trying; a change recorded before salts were introduced has none, and is hashed as it is stored.
/// </summary>
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
    Digest RowsRoot,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Digest? Salt = null)
{
    /// <summary>The columns that are hashed, in this order, and the salt; a statement must select them.</summary>
    public const string Columns =
        "\"Sequence\", \"RecordedAt\", \"Actor\", \"Kind\", \"Reason\", \"EffectiveOn\", \"EvidenceReference\", \"EvidenceSha256\", " +
        "\"RowCount\", \"RowsRoot\", \"Salt\"";

    /// <summary>The number of these columns.</summary>
    public const int ColumnCount = 11;

    private const int SaltColumn = ColumnCount - 1;

    private static readonly DeclaredType[] Types = [.. ((Type[])
        [typeof(long), typeof(DateTime), typeof(string), typeof(ChangeKind), typeof(string), typeof(DateOnly), typeof(string),
            typeof(string), typeof(int), typeof(string)]).Select(DeclaredType.ForType)];

    /// <summary>How the change and its rows are hashed.</summary>
    [JsonIgnore]
    public RecordFormat Format => Salt is null ? RecordFormat.Stored : RecordFormat.Declared;

    /// <summary>The change's leaf in the log.</summary>
    [JsonIgnore]
    public Digest Leaf => Salt is { } salt
        ? new CanonicalSerializer().Begin(RecordKind.Change, RecordFormat.Declared).Text(salt.ToString())
            .Value(ValueKind.Integer, Written(Sequence)).Value(ValueKind.Instant, RecordedAt).Text(Actor)
            .Value(ValueKind.Code, CodeOf(Kind)).Text(Reason)
            .Value(ValueKind.Day, EffectiveOn).TextOrNull(EvidenceReference).TextOrNull(EvidenceSha256)
            .Value(ValueKind.Integer, Written(RowCount)).Text(RowsRoot.ToString()).Leaf
        : new CanonicalSerializer().Begin(RecordKind.Change, RecordFormat.Stored)
            .Integer(Sequence).Text(RecordedAt).Text(Actor).Integer(Kind).Text(Reason)
            .TextOrNull(EffectiveOn).TextOrNull(EvidenceReference).TextOrNull(EvidenceSha256)
            .Integer(RowCount).Text(RowsRoot.ToString()).Leaf;

    /// <summary>The header of a change whose rows have been counted and hashed.</summary>
    public static ChangeHeader Create(Change change) => new(
        change.Sequence,
        change.Salt is null
            ? change.RecordedAt.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) // as SQLite's provider writes it
            : ScalarText.Format(change.RecordedAt),
        change.Actor,
        (int)change.Kind,
        change.Reason,
        change.EffectiveOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        change.EvidenceReference,
        change.EvidenceSha256,
        change.RowCount,
        Digest.Parse(change.RowsRoot) ?? throw new InvalidOperationException("The change's rows are not hashed."),
        change.Salt is null ? null : Digest.From(change.Salt));

    /// <summary>The header in the present row of a statement; its hash may differ from that of what is stored, if that was tampered
    /// with.</summary>
    public static ChangeHeader Create(RecordStatement at)
    {
        var salt = at.Bytes(SaltColumn) is { Length: Digest.Length } bytes ? Digest.From(bytes) : (Digest?)null;
        return new(
            at.Integer(0), (salt is null ? at.Text(1) : Types[1].TextOf(at, 1)) ?? "", at.Text(2) ?? "", (int)at.Integer(3),
                at.Text(4) ?? "", at.Text(5), at.Text(6), at.Text(7), at.Integer(8), Digest.Parse(at.Text(9)) ?? default, salt);
    }

    /// <summary>How a change is hashed.</summary>
    public static RecordFormat FormatOf(Change change) => change.Salt is null ? RecordFormat.Stored : RecordFormat.Declared;

    /// <summary>How the change in the present row of a statement is hashed.</summary>
    public static RecordFormat FormatOf(RecordStatement at) => at.IsNull(SaltColumn) ? RecordFormat.Stored : RecordFormat.Declared;

    /// <summary>The leaf of the change in the present row of a statement, from exactly the bytes that are stored.</summary>
    public static Digest LeafOf(RecordStatement at, CanonicalSerializer record)
    {
        var format = FormatOf(at);
        record.Begin(RecordKind.Change, format);
        if (format == RecordFormat.Declared)
        {
            _ = at.Bytes(SaltColumn) is { Length: Digest.Length } salt ? record.Text(Digest.From(salt).ToString()) : record.Strange();
        }

        for (var column = 0; column < SaltColumn; column++)
        {
            if (format == RecordFormat.Stored || at.IsNull(column))
            {
                at.AddTo(record, column);
            }
            else
            {
                Types[column].AddTo(record, at, column);
            }
        }

        return record.Leaf;
    }

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    // In a forged proof, it may be any number.
    private static string CodeOf(int kind) => Enum.IsDefined((ChangeKind)kind) ? ScalarText.Format((ChangeKind)kind) : Written(kind);
}
