using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// The bytes from which a leaf is hashed, as docs/history-proofs.md defines them. Each value states its type and, if that leaves it open,
/// its length, so that no two records have the same bytes. They depend on no culture and no normal form.
/// </summary>
internal sealed class CanonicalSerializer
{
    /// <summary>The number of bytes before the text of a value: its kind and its length.</summary>
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

    /// <summary>Begins a record, which starts with its kind.</summary>
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

    /// <summary>Adds a value by its declared type and its text, or the absence of a value.</summary>
    public CanonicalSerializer Value(ValueKind kind, string? text) =>
        text is null ? Null() : Sized((char)kind, Encoding.UTF8.GetBytes(text));

    /// <summary>Marks what follows as invalid for its column; only a forger stores such a value.</summary>
    public CanonicalSerializer Strange()
    {
        Tag('?');
        return this;
    }

    /// <summary>Adds a whole number in the format of stored values, like the values below.</summary>
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

    /// <summary>Adds a text, or the absence of one.</summary>
    public CanonicalSerializer TextOrNull(string? value) => value is null ? Null() : Text(value);

    /// <summary>Adds bytes. No column contains any, but a forger may have put them there.</summary>
    public CanonicalSerializer Blob(ReadOnlySpan<byte> value) => Sized('b', value);

    /// <summary>Adds the absence of a value whose position identifies it.</summary>
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

/// <summary>The kinds of leaves.</summary>
internal enum RecordKind
{
    /// <summary>The header of a change: a leaf of the log.</summary>
    Change,

    /// <summary>A version of a row: a leaf of its change.</summary>
    Version,

    /// <summary>The withdrawal of a row: a leaf of its change.</summary>
    Withdrawal,
}

/// <summary>How a change and everything that it recorded are hashed. Without a salt, the format is the first.</summary>
internal enum RecordFormat
{
    /// <summary>As SQLite stores the values, without a salt.</summary>
    Stored = 1,

    /// <summary>By the declared types of the values, and with a salt.</summary>
    Declared = 2,
}
