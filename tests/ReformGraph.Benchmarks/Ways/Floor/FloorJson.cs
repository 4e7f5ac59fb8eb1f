using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReformGraph.Benchmarks.Ways.Floor;

/// <summary>
/// JSON in one array, which is kept from request to request. A value comes with its lead, the bytes from the end of the value
/// before it: brace or comma, key, colon.
/// </summary>
internal sealed class FloorJson
{
    private const int LongestNumber = 24;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    private byte[] bytes = new byte[64 * 1024];
    private int length;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    public void Clear() => length = 0;

    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        length += json.Length;
    }

    /// <summary>Ends a list each of whose elements ends in a comma.</summary>
    public void EndList()
    {
        if (bytes[length - 1] == (byte)',')
        {
            length--;
        }

        Raw("]"u8);
    }

    public void Null(ReadOnlySpan<byte> lead)
    {
        Raw(lead);
        Raw("null"u8);
    }

    public void Text(ReadOnlySpan<byte> lead, ReadOnlySpan<byte> text) =>
        Plain(lead,
            text.ContainsAny(Escaped) ? JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes : text);

    /// <summary>Writes a text that needs no escaping.</summary>
    public void Plain(ReadOnlySpan<byte> lead, ReadOnlySpan<byte> text)
    {
        var place = Reserve(lead.Length + text.Length + 2);
        lead.CopyTo(place);
        place[lead.Length] = (byte)'"';
        text.CopyTo(place[(lead.Length + 1)..]);
        place[lead.Length + text.Length + 1] = (byte)'"';
        length += lead.Length + text.Length + 2;
    }

    public void Number(ReadOnlySpan<byte> lead, long number)
    {
        Raw(lead);
        number.TryFormat(Reserve(LongestNumber), out var digits, default, CultureInfo.InvariantCulture);
        length += digits;
    }

    /// <summary>Writes a key as text, as GraphQL has it.</summary>
    public void Id(ReadOnlySpan<byte> lead, long key)
    {
        Raw(lead);
        Number("\""u8, key);
        Raw("\""u8);
    }

    /// <summary>Writes a decimal that is stored as ten-thousandths, without needless zeros.</summary>
    public void Decimal(ReadOnlySpan<byte> lead, long scaled)
    {
        Raw(lead);
        var (whole, rest) = long.DivRem(long.Abs(scaled), 10_000);
        Number(scaled < 0 ? "-"u8 : default, whole);
        if (rest > 0)
        {
            Raw("."u8);
            for (var unit = 1_000; rest > 0; rest %= unit, unit /= 10)
            {
                Reserve(1)[0] = (byte)('0' + (rest / unit));
                length++;
            }
        }
    }

    private Span<byte> Reserve(int count)
    {
        if (bytes.Length - length < count)
        {
            Array.Resize(ref bytes, Math.Max(length + count, bytes.Length * 2));
        }

        return bytes.AsSpan(length);
    }
}
