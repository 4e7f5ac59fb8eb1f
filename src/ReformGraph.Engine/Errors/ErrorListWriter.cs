using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReformGraph.Engine.Errors;

/// <summary>Writes errors in GraphQL's response format.</summary>
public static class ErrorListWriter
{
    /// <summary>How every response is written: text stays readable, because JSON media types are never interpreted as HTML.</summary>
    public static JsonWriterOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the member <c>errors</c> into the object that <paramref name="json"/> is writing.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<RequestError> errors)
    {
        json.WritePropertyName("errors"u8);
        WriteList(json, errors);
    }

    /// <summary>Only the list, for a response that is written by other means.</summary>
    public static ReadOnlySpan<byte> ToJson(IReadOnlyList<RequestError> errors)
    {
        var list = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(list, Json))
        {
            WriteList(json, errors);
        }

        return list.WrittenSpan;
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<RequestError> errors)
    {
        json.WriteStartArray();
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteString("message"u8, error.Message);
            WriteLocations(json, error.Locations);
            if (error.Path is { } path)
            {
                json.WritePropertyName("path"u8);
                WriteValue(json, path);
            }

            WriteExtensions(json, error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLocations(Utf8JsonWriter json, IReadOnlyList<ErrorLocation> locations)
    {
        if (locations.Count == 0)
        {
            return;
        }

        json.WriteStartArray("locations"u8);
        foreach (var location in locations)
        {
            json.WriteStartObject();
            json.WriteNumber("line"u8, location.Line);
            json.WriteNumber("column"u8, location.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExtensions(Utf8JsonWriter json, RequestError error)
    {
        json.WriteStartObject("extensions"u8);
        json.WriteString("code"u8, error.Code.Name);
        foreach (var (name, value) in error.Details ?? new Dictionary<string, object>())
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int or long or decimal:
                json.WriteNumberValue(Convert.ToDecimal(value, null));
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"An error carries a {value.GetType()}.", nameof(value));
        }
    }
}
