using System.Text.Json;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export as a read request. The requests for all parts of it have one plan: they differ in the value <c>after</c>.</summary>
internal static class ExportRead
{
    /// <param name="query">The export.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="after">The cursor after which the part begins, which is JSON already; nothing for the first.</param>
    /// <param name="asOf">As of when it is read.</param>
    public static ReadRequest Request(ExportQuery query, DataModel dataModel, ReadOnlySpan<byte> after, AsOf? asOf)
    {
        var entity = query.Since is null ? query.Entity : dataModel.DifferencesOf(query.Entity);
        var behind = ReadArgument.After(new("after", after.IsEmpty ? default : JsonElement.Parse(after)));
        ReadArgument[] arguments = query.Since is { } since
            ? [ReadArgument.From(new("since", JsonSerializer.SerializeToElement(since.At.ToInput()))), behind]
            : [ReadArgument.Where(new("where", query.Where)), ReadArgument.Order(new("order", query.Order)), behind];
        var paths = SourcesOf(query).Select(source => source.Path).OfType<string>().Select(entity.PathOf);
        return new ReadRequest(
            ReadField.Rows(entity, arguments, ReadField.Nodes(ReadField.Of(paths)), ReadField.PageInfo(ReadField.EndCursor)))
        {
            Name = "Export",
            Role = query.Role,
            AsOf = asOf,
            IsStamped = query.IsStamped,
            IsTokened = true,
            Since = query.Since,
        };
    }

    /// <summary>Where the values of all columns come from; of what has changed, id and code are known of a withdrawn row too.</summary>
    public static IReadOnlyList<ExportSource> SourcesOf(ExportQuery query) => query.Since is null
        ? [.. query.Columns.Zip(query.Enums, (column, text) => new ExportSource(column, text))]
        : [new("action", EnumText.Name), new(null, EnumText.Name), .. query.Columns.Zip(query.Enums,
            (column, text) => new ExportSource(column is "id" or "code" ? column : $"row.{column}", text))];

    /// <summary>All columns. Of a withdrawn row nothing is known but its id and its code.</summary>
    public static IReadOnlyList<ExportColumn> ColumnsOf(ExportQuery query, DataModel dataModel)
    {
        var columns = query.Columns.Zip(query.Names, (path, name) => ExportColumn.Create(query.Entity, path) with { Name = name });
        return query.Since is null ? [.. columns] :
        [
            ExportColumn.Create(dataModel.DifferencesOf(query.Entity), "action") with { Name = query.ActionName },
            ExportColumn.OfText(query.TokenName,
                "The token from which to continue: the next pull sends it as changedSince. It is the same in every row."),
            .. columns.Zip(query.Columns, (column, path) => column with { IsNullable = column.IsNullable || path is not ("id" or "code") }),
        ];
    }
}
