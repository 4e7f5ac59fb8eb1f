using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>
/// An export as a GraphQL document, so that it is parsed, limited, validated and planned as every query is. One document has all parts of the
/// export: they differ in the variable <c>after</c>.
/// </summary>
internal static class ExportDocument
{
    public static string Print(ExportQuery query, DataModel dataModel)
    {
        var name = query.Entity.Name;
        var text = new StringBuilder(query.Since is null
            ? $"query Export($where: {name}FilterInput, $order: [{name}SortInput!], $after: String) {{ {query.Entity.Plural}(where: $where, order: $order, after: $after) {{ nodes"
            : $"query Export($since: AsOfInput!, $after: String) {{ {dataModel.DifferencesOf(query.Entity).Plural}(from: $since, after: $after) {{ nodes");
        Select(text, SourcesOf(query).Where(source => source.Path is not null).Select(source => (IReadOnlyList<string>)source.Path!.Split('.')));
        return text.Append(" pageInfo { endCursor } } }").ToString();
    }

    /// <summary>Where the values of all columns come from; of what has changed, id and code are known of a withdrawn row too.</summary>
    public static IReadOnlyList<ExportSource> SourcesOf(ExportQuery query) => query.Since is null
        ? [.. query.Columns.Zip(query.Enums, (column, text) => new ExportSource(column, text))]
        : [new("action", EnumText.Name), new(null, EnumText.Name), .. query.Columns.Zip(query.Enums, (column, text) => new ExportSource(column is "id" or "code" ? column : $"row.{column}", text))];

    /// <summary>All columns. Of a withdrawn row nothing is known but its id and its code.</summary>
    public static IReadOnlyList<ExportColumn> ColumnsOf(ExportQuery query, DataModel dataModel)
    {
        var columns = query.Columns.Zip(query.Names, (path, name) => ExportColumn.Create(query.Entity, path) with { Name = name });
        return query.Since is null ? [.. columns] :
        [
            ExportColumn.Create(dataModel.DifferencesOf(query.Entity), "action") with { Name = query.ActionName },
            ExportColumn.OfText(query.TokenName, "The token to go on from: what the next pull sends as changedSince. It is the same in every row."),
            .. columns.Zip(query.Columns, (column, path) => column with { IsNullable = column.IsNullable || path is not ("id" or "code") }),
        ];
    }

    public static JsonElement Variables(ExportQuery query, ReadOnlySpan<byte> after)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (query.Since is not null)
            {
                json.WritePropertyName("since");
                query.Since.At.ToInput().WriteTo(json);
            }

            Write(json, "where", query.Where);
            Write(json, "order", query.Order);
            if (!after.IsEmpty)
            {
                json.WritePropertyName("after");
                json.WriteRawValue(after, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = int.MaxValue });
    }

    private static void Select(StringBuilder text, IEnumerable<IReadOnlyList<string>> paths)
    {
        text.Append(" {");
        foreach (var field in paths.GroupBy(path => path[0]))
        {
            text.Append(' ').Append(field.Key);
            var below = field.Where(path => path.Count > 1).Select(path => (IReadOnlyList<string>)[.. path.Skip(1)]).ToList();
            if (below.Count > 0)
            {
                Select(text, below);
            }
        }

        text.Append(" }");
    }

    private static void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true); // however deep
        }
    }
}
