using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace ReformGraph.Data.Ledger;

/// <summary>
/// A value of a row as shown in a proof: by its declared type and its text; for a change without a salt, exactly one of a text, a whole
/// number and a floating-point number. Numbers are written as strings, because many readers of JSON would round them.
/// </summary>
/// <param name="Name">The column.</param>
internal sealed record RecordedValue(string Name)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, ValueKind> Kinds = Enum.GetValues<ValueKind>().ToDictionary(NameOf);

    /// <summary>The name of its declared type.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }

    /// <summary>Its text by the declared type.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>A text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>A whole number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Integer { get; init; }

    /// <summary>A number in floating point.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Real { get; init; }

    public static RecordedValue Create(string name, ValueKind kind, string value) => new(name) { Type = NameOf(kind), Value = value };

    public static RecordedValue Create(string name, long value) => new(name) { Integer = value.ToString(CultureInfo.InvariantCulture) };

    public static RecordedValue Create(string name, double value) => new(name) { Real = value.ToString("R", CultureInfo.InvariantCulture) };

    /// <returns>The value, or null if the bytes are not UTF-8, which this program never writes.</returns>
    public static RecordedValue? Create(string name, ReadOnlySpan<byte> text)
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
    /// <returns>Whether it is exactly one value of the format.</returns>
    public bool AddTo(CanonicalSerializer record, RecordFormat format)
    {
        record.Text(Name);
        switch (this)
        {
            case { Type: { } type, Value: { } value, Text: null, Integer: null, Real: null } when format == RecordFormat.Declared
                && Kinds.TryGetValue(type, out var kind):
                record.Value(kind, value);
                return true;
            case { Type: not null } or { Value: not null }:
                return false;
            case { Text: { } text, Integer: null, Real: null } when format == RecordFormat.Stored:
                record.Text(text);
                return true;
            case { Text: null, Integer: { } integer, Real: null } when format == RecordFormat.Stored
                && long.TryParse(integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                record.Integer(whole);
                return true;
            case { Text: null, Integer: null, Real: { } real } when format == RecordFormat.Stored
                && double.TryParse(real, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                record.Real(number);
                return true;
            default:
                return false;
        }
    }

    public override string ToString() => $"{Name} = {Value ?? Text ?? Integer ?? Real}";

    private static string NameOf(ValueKind kind) => kind.ToString().ToLowerInvariant();
}
