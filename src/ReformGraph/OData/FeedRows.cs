using System.Text.Json;

namespace ReformGraph.OData;

/// <summary>What of each row of a list is asked for, be it a row of an entity or of a group, and how it is written.</summary>
internal abstract class FeedRows
{
    /// <summary>The selections on a row in GraphQL.</summary>
    public abstract string Selection(FeedDocument document);

    /// <summary>The properties in the form of a context URL.</summary>
    public abstract string Context { get; }

    /// <summary>Writes a row of the engine's answer as OData has it.</summary>
    public virtual void Write(Utf8JsonWriter json, JsonElement row)
    {
        json.WriteStartObject();
        WriteMembers(json, row);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of a row.</summary>
    public abstract void WriteMembers(Utf8JsonWriter json, JsonElement row);
}
