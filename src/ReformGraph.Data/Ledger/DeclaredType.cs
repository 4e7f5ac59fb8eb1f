using System.Buffers.Text;
using System.Text;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Ledger;

/// <summary>The kind of a recorded value; its number is the byte before the value in a record, and its name in lower case is used in a
/// proof.</summary>
internal enum ValueKind : byte
{
    /// <summary>A text, as it is.</summary>
    Text = (byte)'t',

    /// <summary>A whole number, such as the id of a row, in decimal digits.</summary>
    Integer = (byte)'i',

    /// <summary>A decimal number, without trailing zeros.</summary>
    Decimal = (byte)'d',

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = (byte)'b',

    /// <summary>The code of an enum, such as <c>HIGH</c>.</summary>
    Code = (byte)'c',

    /// <summary>A day, such as <c>2026-05-04</c>.</summary>
    Day = (byte)'y',

    /// <summary>An instant in UTC, such as <c>2026-05-04T03:02:01.5Z</c>.</summary>
    Instant = (byte)'z',
}

/// <summary>
/// The declared type of a column: how the text of a value is formed from what SQLite stores. Texts are those of the API rather than those
/// of a database, so that the same values are the same records in every database. A stored value that is invalid for the type has a form
/// that no valid value has.
/// </summary>
internal sealed class DeclaredType
{
    private const int LongestNumber = 32, LongestInstant = 64;
    private const int LengthOfDay = 10;

    /// <summary>Every scalar; null where docs/history-proofs.md does not say how its values are written, as no entity has any.</summary>
    public static ScalarTable<ValueKind?> Scalars { get; } = new("The ledger", ValueKind.Code, new Dictionary<string, ValueKind?>
    {
        ["ID"] = ValueKind.Integer,
        ["String"] = ValueKind.Text,
        ["Boolean"] = ValueKind.Boolean,
        ["Byte"] = ValueKind.Integer,
        ["Short"] = ValueKind.Integer,
        ["Int"] = ValueKind.Integer,
        ["Long"] = ValueKind.Integer,
        ["Float"] = null,
        ["Decimal"] = ValueKind.Decimal,
        ["DateTime"] = ValueKind.Instant,
        ["LocalDate"] = ValueKind.Day,
        ["LocalTime"] = null,
        ["TimeSpan"] = null,
        ["UUID"] = null,
        ["URL"] = null,
    });

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<long, byte[]> codes = [];

    private DeclaredType(ValueKind kind) => Kind = kind;

    public ValueKind Kind { get; }

    /// <summary>The type of a column.</summary>
    /// <param name="type">The CLR type of its values.</param>
    /// <exception cref="NotSupportedException">There is no record format for its values yet: docs/history-proofs.md must define
    /// it.</exception>
    public static DeclaredType ForType(Type type)
    {
        var scalar = ScalarType.For(type);
        var declared = new DeclaredType((scalar is null ? null : Scalars[scalar])
            ?? throw new NotSupportedException($"There is no record format for {scalar?.Name ?? type.Name}."));
        if (scalar!.IsEnum)
        {
            foreach (var value in scalar.EnumValues())
            {
                declared.codes.Add(Convert.ToInt64(value.Value, System.Globalization.CultureInfo.InvariantCulture),
                    Encoding.UTF8.GetBytes(value.Name));
            }
        }

        return declared;
    }

    /// <summary>Adds a non-null value to a record.</summary>
    /// <returns>Whether it is valid for the type.</returns>
    public bool AddTo(CanonicalSerializer record, RecordStatement at, int column)
    {
        var isAdded = Kind switch
        {
            ValueKind.Text or ValueKind.Day => at.IsText(column) && record.Value(Kind, at.Raw(column)),
            ValueKind.Instant => at.IsText(column) && AddInstant(record, at.Raw(column)),
            _ => at.IsInteger(column) && AddNumber(record, at.Integer(column)),
        };
        if (!isAdded)
        {
            at.AddTo(record.Strange(), column);
        }

        return isAdded;
    }

    /// <summary>The text of a value; null if it is invalid for the type.</summary>
    public string? TextOf(RecordStatement at, int column)
    {
        var record = new CanonicalSerializer();
        try
        {
            return AddTo(record, at, column) ? Strict.GetString(record.Bytes[CanonicalSerializer.LengthOfHead..]) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private bool AddNumber(CanonicalSerializer record, long stored)
    {
        Span<byte> text = stackalloc byte[LongestNumber];
        switch (Kind)
        {
            case ValueKind.Integer:
                Utf8Formatter.TryFormat(stored, text, out var length);
                return record.Value(Kind, text[..length]);
            case ValueKind.Decimal:
                Utf8Formatter.TryFormat(ScalarText.Shortest(stored / 10_000m), text, out length);
                return record.Value(Kind, text[..length]);
            case ValueKind.Boolean:
                return stored is 0 or 1 && record.Value(Kind, stored == 1 ? "true"u8 : "false"u8);
            default:
                return codes.TryGetValue(stored, out var code) && record.Value(Kind, code);
        }
    }

    // SQLite's provider writes 2026-05-04 03:02:01.5.
    private static bool AddInstant(CanonicalSerializer record, ReadOnlySpan<byte> stored)
    {
        if (stored.Length is <= LengthOfDay or >= LongestInstant || stored[LengthOfDay] != ' ')
        {
            return false;
        }

        Span<byte> text = stackalloc byte[LongestInstant];
        stored.CopyTo(text);
        (text[LengthOfDay], text[stored.Length]) = ((byte)'T', (byte)'Z');
        return record.Value(ValueKind.Instant, text[..(stored.Length + 1)]);
    }
}
