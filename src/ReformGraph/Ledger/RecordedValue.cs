using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace ReformGraph.Ledger;

/// <summary>
/// A value of a row as a proof shows it: exactly one of a text, a whole number and a number in floating point. Numbers are written as
/// texts, as many readers of JSON would round them.
/// </summary>
/// <param name="Name">The column.</param>
internal sealed record RecordedValue(string Name)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>A whole number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Integer { get; init; }

    /// <summary>A number in floating point.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Real { get; init; }

    public static RecordedValue Of(string name, long value) => new(name) { Integer = value.ToString(CultureInfo.InvariantCulture) };

    public static RecordedValue Of(string name, double value) => new(name) { Real = value.ToString("R", CultureInfo.InvariantCulture) };

    /// <returns>The value, or null where the bytes are no UTF-8, which this program never writes.</returns>
    public static RecordedValue? Of(string name, ReadOnlySpan<byte> text)
    {
        try
        {
            return new(name) { Text = Strict.GetString(text) };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Adds the name and the value to a record.</summary>
    /// <returns>Whether it is one value.</returns>
    public bool AddTo(CanonicalForm record)
    {
        record.Text(Name);
        switch (this)
        {
            case { Text: { } text, Integer: null, Real: null }:
                record.Text(text);
                return true;
            case { Text: null, Integer: { } integer, Real: null } when long.TryParse(integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                record.Integer(whole);
                return true;
            case { Text: null, Integer: null, Real: { } real } when double.TryParse(real, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                record.Real(number);
                return true;
            default:
                return false;
        }
    }

    public override string ToString() => $"{Name} = {Text ?? Integer ?? Real}";
}
