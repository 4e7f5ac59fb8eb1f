using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// The bytes of which a leaf is the hash, as docs/history-proofs.md writes them down. Each value says its type and, where that
/// leaves it open, its length, so that no two records have the same bytes. No culture and no normal form has a part in it.
/// </summary>
internal sealed class CanonicalSerializer
{
    /// <summary>How many bytes stand before the text of a value: its kind and its length.</summary>
    public const int LengthOfHead = 1 + sizeof(int);

    private static readonly string[,] Kinds =
    {
        { "reformgraph/change/1", "reformgraph/version/1", "reformgraph/withdrawal/1" },
        { "reformgraph/change/2", "reformgraph/version/2", "reformgraph/withdrawal/2" },
    };

    private readonly ArrayBufferWriter<byte> bytes = new(512);

    /// <summary>What was written since the last <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    /// <summary>The leaf of what was written.</summary>
    public Digest Leaf => MerkleTree.LeafHash(Bytes);

    /// <summary>Begins a record, which says first what it is.</summary>
    public CanonicalSerializer Begin(RecordKind kind, RecordFormat format)
    {
        bytes.ResetWrittenCount();
        return Text(Kinds[(int)format - 1, (int)kind]);
    }

    /// <summary>Adds a value by its declared type and its text.</summary>
    /// <returns>True.</returns>
    public bool Value(ValueKind kind, ReadOnlySpan<byte> text)
    {
        Sized((char)kind, text);
        return true;
    }

    /// <summary>Adds a value by its declared type and its text, or that there is none.</summary>
    public CanonicalSerializer Value(ValueKind kind, string? text) =>
        text is null ? Null() : Sized((char)kind, Encoding.UTF8.GetBytes(text));

    /// <summary>Says of what follows that it is none of the values that its column has; only a forger puts it there.</summary>
    public CanonicalSerializer Strange()
    {
        Tag('?');
        return this;
    }

    /// <summary>Adds a whole number in the format of stored values, and the values below likewise.</summary>
    public CanonicalSerializer Integer(long value)
    {
        Tag('i');
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(sizeof(long)), value);
        bytes.Advance(sizeof(long));
        return this;
    }

    /// <summary>Adds a number in floating point.</summary>
    public CanonicalSerializer Real(double value)
    {
        Tag('r');
        BinaryPrimitives.WriteDoubleBigEndian(bytes.GetSpan(sizeof(double)), value);
        bytes.Advance(sizeof(double));
        return this;
    }

    /// <summary>Adds a text.</summary>
    public CanonicalSerializer Text(string value) => Text(Encoding.UTF8.GetBytes(value));

    /// <summary>Adds a text by its bytes.</summary>
    public CanonicalSerializer Text(ReadOnlySpan<byte> value) => Sized('t', value);

    /// <summary>Adds a text, or that there is none.</summary>
    public CanonicalSerializer TextOrNull(string? value) => value is null ? Null() : Text(value);

    /// <summary>Adds bytes. No column holds any, but a forger may have put them there.</summary>
    public CanonicalSerializer Blob(ReadOnlySpan<byte> value) => Sized('b', value);

    /// <summary>Adds that there is no value, where its place says which one.</summary>
    public CanonicalSerializer Null()
    {
        Tag('n');
        return this;
    }

    private CanonicalSerializer Sized(char type, ReadOnlySpan<byte> value)
    {
        Tag(type);
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), value.Length);
        bytes.Advance(sizeof(int));
        bytes.Write(value);
        return this;
    }

    private void Tag(char type)
    {
        bytes.GetSpan(1)[0] = (byte)type;
        bytes.Advance(1);
    }
}

/// <summary>What a leaf is of.</summary>
internal enum RecordKind
{
    /// <summary>The header of a change: a leaf of the log.</summary>
    Change,

    /// <summary>A version of a row: a leaf of its change.</summary>
    Version,

    /// <summary>The withdrawal of a row: a leaf of its change.</summary>
    Withdrawal,
}

/// <summary>How a change and all that it recorded is hashed. What has no salt is of the first format.</summary>
internal enum RecordFormat
{
    /// <summary>As SQLite stores the values, without a salt.</summary>
    Stored = 1,

    /// <summary>By the declared types of the values, and with a salt.</summary>
    Declared = 2,
}
