using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReformGraph.Data.Ledger;

/// <summary>A SHA-256 hash, as a value type: a tree over millions of rows creates no garbage.</summary>
[JsonConverter(typeof(Hexadecimal))]
internal readonly record struct Digest(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    /// <summary>The number of its bytes.</summary>
    public const int Length = 32;

    /// <summary>Reads the 32 bytes of a hash.</summary>
    public static Digest From(ReadOnlySpan<byte> bytes) => bytes.Length == Length
        ? new(At(bytes, 0), At(bytes, 1), At(bytes, 2), At(bytes, 3))
        : throw new FormatException("A hash has 32 bytes.");

    /// <summary>Reads 64 lower-case hexadecimal digits; other notations of the same hash are rejected, so that texts and hashes correspond
    /// one to one.</summary>
    /// <returns>The hash, or null if the text is not one.</returns>
    public static Digest? Parse(string? hexadecimal) =>
        hexadecimal?.Length == 2 * Length && hexadecimal.All(char.IsAsciiHexDigitLower) ? From(Convert.FromHexString(hexadecimal)) : null;

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, First);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Second);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[16..], Third);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[24..], Fourth);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The hash in 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());

    private static ulong At(ReadOnlySpan<byte> bytes, int word) => BinaryPrimitives.ReadUInt64BigEndian(bytes[(8 * word)..]);

    private sealed class Hexadecimal : JsonConverter<Digest>
    {
        public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : null)
                ?? throw new JsonException("A hash has 64 lower-case hexadecimal digits.");

        public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
