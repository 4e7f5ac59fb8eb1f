using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace ReformGraph.Catalog;

/// <summary>How the catalogue's JSON is written: readable by people too.</summary>
internal static class CatalogJson
{
    private static readonly JsonSerializerOptions options =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The text, without the members that are null.</summary>
    public static string Text(JsonNode document) => document.ToJsonString(options) + "\n";

    /// <summary>An object without the members that are null.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    /// <summary>An array; null if it would be empty.</summary>
    public static JsonArray? List(IEnumerable<JsonNode?> items) => items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;
}
