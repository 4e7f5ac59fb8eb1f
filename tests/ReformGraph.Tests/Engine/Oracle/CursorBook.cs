using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>
/// Which row each of the engine's cursors marks, as learnt from its answers: cursors are opaque, and the reference's own are
/// the names of rows.
/// </summary>
internal sealed class CursorBook(TinyRows rows)
{
    private readonly Dictionary<string, object> byName = rows.All.ToDictionary(NameOf);
    private readonly ConcurrentDictionary<string, string> names = [];

    public static string NameOf(object row) =>
        row is ReferenceGroup group ? $"group {string.Join('|', group.Values)}" : $"{row.GetType().Name} {ReferenceValues.Of(row, "id")}";

    public object RowOf(string cursor) => byName[names[cursor]];

    /// <summary>Learns from every edge whose node says its type and id.</summary>
    public void Learn(JsonNode? answer)
    {
        foreach (var edge in Objects(answer))
        {
            if (edge is { } && edge["cursor"] is { } cursor && edge["node"] is JsonObject node && node["id"] is { } id)
            {
                names[cursor.GetValue<string>()] = $"{node["__typename"]} {id}";
            }
        }
    }

    /// <summary>Puts another text in the place of every cursor.</summary>
    public static void Replace(JsonNode? answer, Func<string, string> other)
    {
        foreach (var holder in Objects(answer).ToList())
        {
            foreach (var key in (string[])["cursor", "startCursor", "endCursor"])
            {
                if (holder[key] is { } cursor)
                {
                    holder[key] = other(cursor.GetValue<string>());
                }
            }
        }
    }

    /// <summary>The engine's cursor as the reference writes it.</summary>
    public string Translated(string cursor) => names.GetValueOrDefault(cursor, "a cursor of no row");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(field => Objects(field.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Objects),
        _ => [],
    };
}
