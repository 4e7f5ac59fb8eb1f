using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GraphQLParser.AST;

namespace ReformGraph.Engine.Values;

/// <summary>The kind of token in which a scalar value was written.</summary>
internal enum ScalarInputKind
{
    /// <summary>A number without fraction and exponent.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent.</summary>
    Fraction,

    /// <summary>A string.</summary>
    Text,

    /// <summary>true or false.</summary>
    Truth,

    /// <summary>Anything else: an enum value, a list, an object.</summary>
    Other,
}

/// <summary>
/// A scalar value as the client wrote it, in the document or in the variables. Numbers remain text until their scalar reads them, so that
/// none loses digits.
/// </summary>
internal readonly record struct ScalarInput(ScalarInputKind Kind, string Text)
{
    /// <summary>A literal of a document.</summary>
    public static ScalarInput Read(GraphQLValue literal) => literal switch
    {
        GraphQLIntValue value => new(ScalarInputKind.Integer, (string)value.Value),
        GraphQLFloatValue value => new(ScalarInputKind.Fraction, (string)value.Value),
        GraphQLStringValue value => new(ScalarInputKind.Text, (string)value.Value),
        GraphQLBooleanValue value => new(ScalarInputKind.Truth, (string)value.Value),
        _ => new(ScalarInputKind.Other, literal.Kind.ToString()),
    };

    /// <summary>A value of a variable: the JSON as sent, or as a JSON reader has parsed it.</summary>
    public static ScalarInput Read(object value) => value switch
    {
        JsonElement element => Read(element),
        string text => new(ScalarInputKind.Text, text),
        bool truth => new(ScalarInputKind.Truth, truth ? "true" : "false"),
        sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger => new(ScalarInputKind.Integer, Invariant(value)),
        float or double or decimal => Number(Invariant(value)),
        _ => new(ScalarInputKind.Other, value.GetType().Name),
    };

    private static ScalarInput Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Unescaped(element),
        JsonValueKind.Number => Number(element.GetRawText()),
        JsonValueKind.True => new(ScalarInputKind.Truth, "true"),
        JsonValueKind.False => new(ScalarInputKind.Truth, "false"),
        _ => new(ScalarInputKind.Other, element.ValueKind.ToString()),
    };

    // The JSON reader throws on half of a surrogate pair; that must not become a failure of the server.
    private static ScalarInput Unescaped(JsonElement element)
    {
        try
        {
            return new(ScalarInputKind.Text, element.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return new(ScalarInputKind.Other, "a string with half of a surrogate pair");
        }
    }

    private static ScalarInput Number(string text) =>
        new(text.AsSpan().TrimStart('-').ContainsAnyExceptInRange('0', '9') ? ScalarInputKind.Fraction : ScalarInputKind.Integer, text);

    private static string Invariant(object value) => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
}

/// <summary>The result of reading a scalar: a value, or why there is none.</summary>
internal readonly record struct ScalarReading(object? Value, string? Refusal)
{
    public static ScalarReading Success(object value) => new(value, null);

    public static ScalarReading Refused(string reason) => new(null, reason);

    public object? ValueOrThrow(string scalar) =>
        Refusal is null ? Value : throw new FormatException($"This is not a valid {scalar}: {Refusal}.");
}
