using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReformGraph.Engine.Values;

namespace ReformGraph.Logging;

/// <summary>Writes the members of a line's JSON. A lead is what stands before a value: the comma and the name.</summary>
internal static class JsonMembers
{
    private const int LongestOnStack = 512;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("\"\\")]);

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(Characters());

    /// <summary>A text. Everything but letters, digits and the like is escaped.</summary>
    public static void Member(this JsonText json, ReadOnlySpan<byte> lead, string value)
    {
        json.Raw(lead);
        json.Value(value);
    }

    /// <summary>A whole number.</summary>
    public static void Member(this JsonText json, ReadOnlySpan<byte> lead, long value)
    {
        json.Raw(lead);
        json.Number(value);
    }

    /// <summary>A time in milliseconds, with three decimal places.</summary>
    public static void Member(this JsonText json, ReadOnlySpan<byte> lead, TimeSpan value)
    {
        var (whole, rest) = Math.DivRem(value.Ticks / TimeSpan.TicksPerMicrosecond, 1_000);
        json.Member(lead, whole);
        json.Raw('.');
        json.Raw((char)('0' + (rest / 100)));
        json.Raw((char)('0' + (rest / 10 % 10)));
        json.Raw((char)('0' + (rest % 10)));
    }

    /// <summary>An instant in UTC.</summary>
    public static void Member(this JsonText json, ReadOnlySpan<byte> lead, DateTime value)
    {
        Span<byte> text = stackalloc byte[32];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        json.Raw(lead);
        json.Quoted(text[..length]);
    }

    /// <summary>A list of texts.</summary>
    public static void Member(this JsonText json, ReadOnlySpan<byte> lead, IReadOnlyList<string> values)
    {
        json.Raw(lead);
        json.Raw('[');
        for (var number = 0; number < values.Count; number++)
        {
            json.Separate(number);
            json.Value(values[number]);
        }

        json.Raw(']');
    }

    private static void Value(this JsonText json, string value)
    {
        if (value.Length > LongestOnStack || value.AsSpan().ContainsAnyExcept(Plain))
        {
            json.Quoted(JsonEncodedText.Encode(Encoding.UTF8.GetBytes(value), Encoder).EncodedUtf8Bytes); // half a pair is replaced
            return;
        }

        Span<byte> text = stackalloc byte[LongestOnStack];
        json.Quoted(text[..Encoding.ASCII.GetBytes(value, text)]);
    }

    // JSON needs no escapes for characters that, for example, reverse the direction of what a terminal shows.
    private static TextEncoderSettings Characters()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code)
            .Where(character => char.GetUnicodeCategory(character) == UnicodeCategory.Format)]);
        return settings;
    }
}
