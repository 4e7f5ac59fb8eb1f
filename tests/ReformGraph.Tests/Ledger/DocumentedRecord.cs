using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReformGraph.Tests.Ledger;

/// <summary>Records as docs/history-proofs.md says that they are written, with nothing of the program.</summary>
internal static class DocumentedRecord
{
    /// <summary>A text.</summary>
    public static byte[] Text(string text) => Value('t', text);

    /// <summary>A text, or no value.</summary>
    public static byte[] TextOrNone(string? text, char type = 't') => text is null ? [(byte)'n'] : Value(type, text);

    /// <summary>A whole number.</summary>
    public static byte[] Whole(long number) => Value('i', number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A value by the byte of its type and its text.</summary>
    public static byte[] Value(char type, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        return [(byte)type, .. length, .. bytes];
    }

    /// <summary>A value in a program that has never seen SQLite.</summary>
    public static byte[] Value(object value) => value switch
    {
        string text => Text(text),
        bool isSo => Value('b', isSo ? "true" : "false"),
        decimal number => Value('d', number.ToString("0.####", CultureInfo.InvariantCulture)),
        DateOnly day => Value('y', day.ToString("O", CultureInfo.InvariantCulture)),
        DateTime instant => Value('z', instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)),
        Enum code =>
            Value('c', string.Concat(
            code.ToString().Select((letter, place) => (place > 0 && char.IsUpper(letter) ? "_" : "") + char.ToUpperInvariant(letter)))),
        _ => Whole(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    /// <summary>A whole number of a change without a salt.</summary>
    public static byte[] Stored(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return [(byte)'i', .. bytes];
    }

    /// <summary>The leaf of a record.</summary>
    public static byte[] Leaf(byte[] record) => SHA256.HashData([0, .. record]);
}
