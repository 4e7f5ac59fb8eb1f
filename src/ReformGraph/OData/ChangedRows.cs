using System.Text.Json;

namespace ReformGraph.OData;

/// <summary>Rows that have changed, as a delta response has them: those that are there whole, and of those that were withdrawn the address.</summary>
/// <param name="rows">What is asked for of those that are there.</param>
/// <param name="list">The field of the query that lists them.</param>
internal sealed class ChangedRows(EntityRows rows, string list) : FeedRows
{
    /// <summary>The field of the query that lists them.</summary>
    public string List => list;

    public override string Context => rows.Context;

    public override string Selection(FeedDocument document) => $"id row {{ {rows.Selection(document)} }}";

    public override void WriteMembers(Utf8JsonWriter json, JsonElement row, bool asTexts)
    {
        if (row.GetProperty("row") is { ValueKind: JsonValueKind.Object } present)
        {
            rows.WriteMembers(json, present, asTexts);
            return;
        }

        var set = rows.Entity.Plural;
        json.WriteString("@odata.context", $"#{set}/$deletedEntity");
        json.WriteString("id", $"{set}('{row.GetProperty("id").GetString()}')");
        json.WriteString("reason", "deleted");
    }
}
