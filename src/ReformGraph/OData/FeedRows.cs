using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>What of each row of a list is asked for, be it a row of an entity or of a group, and how it is written.</summary>
internal abstract class FeedRows
{
    /// <summary>The selections on a row in GraphQL.</summary>
    public abstract string Selection(FeedDocument document);

    /// <summary>The properties in the form of a context URL.</summary>
    public abstract string Context { get; }

    /// <summary>Writes a row of the engine's answer as OData has it.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="row">The row.</param>
    /// <param name="asTexts">Whether integers of 64 bits and decimals are written as texts.</param>
    public virtual void Write(Utf8JsonWriter json, JsonElement row, bool asTexts)
    {
        json.WriteStartObject();
        WriteMembers(json, row, asTexts);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of a row.</summary>
    public abstract void WriteMembers(Utf8JsonWriter json, JsonElement row, bool asTexts);

    /// <summary>Whether the numbers of a type can be others for a client that knows them as IEEE 754 does.</summary>
    public static bool IsExact(ScalarType? type) => type?.ClrType == typeof(long) || type?.ClrType == typeof(decimal);

    /// <summary>Writes a value, a number as text where that is wanted.</summary>
    public static void WriteValue(Utf8JsonWriter json, JsonElement value, bool asText)
    {
        if (asText && value.ValueKind == JsonValueKind.Number)
        {
            json.WriteStringValue(value.GetRawText());
            return;
        }

        value.WriteTo(json);
    }

    /// <summary>Writes how many rows there are.</summary>
    public static void WriteCount(Utf8JsonWriter json, string name, JsonElement count, bool asText)
    {
        json.WritePropertyName(name);
        WriteValue(json, count, asText);
    }
}
