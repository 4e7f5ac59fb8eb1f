using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ReformGraph.Engine.Values;

/// <summary>
/// JSON under construction, as bytes in one pooled array. Nothing is validated, and in a text only what JSON requires is escaped: it is
/// well-formed if its callers are careful, and because the database contains well-formed UTF-8.
/// </summary>
public sealed class JsonText : IDisposable
{
    private const int LongestNumber = 32;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(16 * 1024);

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until more is written.</summary>
    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Clears what was written and keeps the array.</summary>
    public void Clear() => Length = 0;

    /// <summary>Clears what was written from a position on.</summary>
    public void Cut(int length) => Length = length;

    /// <summary>Returns the array to the pool.</summary>
    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    /// <summary>Text that is already JSON.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        Length += json.Length;
    }

    /// <summary>An ASCII character that is already JSON.</summary>
    public void Raw(char sign)
    {
        Reserve(1)[0] = (byte)sign;
        Length++;
    }

    /// <summary>The comma before an element of an array, by its number; none before the first.</summary>
    public void Separate(int number)
    {
        if (number > 0)
        {
            Raw(',');
        }
    }

    /// <summary>The value null.</summary>
    public void Null() => Raw("null"u8);

    /// <summary>A truth value.</summary>
    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>A number, written without an exponent.</summary>
    public void Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Reserve(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        Length += length;
    }

    /// <summary>A number.</summary>
    /// <exception cref="InvalidOperationException">It is infinite, or not a number.</exception>
    public void Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException($"JSON has no number for {value}.");
        }

        Number<double>(value);
    }

    /// <summary>The decimal places of a number, without trailing zeros.</summary>
    /// <param name="value">The places as a whole number, not zero.</param>
    /// <param name="unit">The value of a one in the first place.</param>
    internal void Fraction(int value, int unit)
    {
        Raw('.');
        for (; value > 0; value %= unit, unit /= 10)
        {
            Raw((char)('0' + (value / unit)));
        }
    }

    /// <summary>A string that needs no escaping.</summary>
    public void Quoted(ReadOnlySpan<byte> plain)
    {
        var place = Reserve(plain.Length + 2);
        place[0] = (byte)'"';
        plain.CopyTo(place[1..]);
        place[plain.Length + 1] = (byte)'"';
        Length += plain.Length + 2;
    }

    /// <summary>A string from UTF-8, in quotes and with escapes.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        var plain = text.IndexOfAny(Escaped);
        if (plain < 0)
        {
            Quoted(text);
            return;
        }

        Raw('"');
        for (; plain >= 0; plain = text.IndexOfAny(Escaped))
        {
            Raw(text[..plain]);
            Escape(text[plain]);
            text = text[(plain + 1)..];
        }

        Raw(text);
        Raw('"');
    }

    /// <summary>A string, in quotes and with escapes.</summary>
    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    /// <summary>Encodes what was written from a position on as Base64url.</summary>
    internal void Encode(int start)
    {
        var plain = Length - start;
        Reserve(Base64Url.GetEncodedLength(plain) - plain);
        Base64Url.TryEncodeToUtf8InPlace(bytes.AsSpan(start), plain, out var encoded);
        Length = start + encoded;
    }

    private void Escape(byte sign)
    {
        Raw('\\');
        switch (sign)
        {
            case (byte)'"' or (byte)'\\':
                Raw((char)sign);
                break;
            case (byte)'\n':
                Raw('n');
                break;
            case (byte)'\r':
                Raw('r');
                break;
            case (byte)'\t':
                Raw('t');
                break;
            default:
                Raw("u00"u8);
                Raw((char)('0' + (sign >> 4)));
                Raw("0123456789abcdef"[sign & 15]);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - Length < count)
        {
            Grow(count);
        }

        return bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + count, bytes.Length * 2));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
