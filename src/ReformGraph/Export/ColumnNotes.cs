using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>What a file states about its columns.</summary>
internal static class ColumnNotes
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of it as JSON.</summary>
    public static string Json(IReadOnlyList<ExportColumn> columns) =>
        new JsonArray([.. columns.Select(column => (JsonNode)ToJson(column))]).ToJsonString(Plain);

    /// <summary>The values of a code list with their labels, one on each line; empty for every other column.</summary>
    public static string Values(ExportColumn column)
    {
        var text = new StringBuilder();
        foreach (var value in column.Type.IsEnum ? column.Type.EnumValues() : [])
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(value.Name).Append(": ").Append(value.LabelZh).Append(", ")
                .Append(value.LabelEn);
        }

        return text.ToString();
    }

    private static JsonObject ToJson(ExportColumn column)
    {
        var note = new JsonObject { ["name"] = column.Name, ["type"] = column.Type.Name, ["description"] = column.Description };
        if (column.Path != column.Name)
        {
            note["field"] = column.Path;
        }

        if (column.Unit is { } unit)
        {
            note["unit"] = unit;
        }

        if (column.Type.IsEnum)
        {
            note["values"] =
                new JsonArray(
                [.. column.Type.EnumValues().Select(value =>
                (JsonNode)new JsonObject { ["value"] = value.Name, ["labelZh"] = value.LabelZh, ["labelEn"] = value.LabelEn })]);
        }

        return note;
    }
}
