using System.Text.Json;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.Engine;

/// <summary>An export as a read request. The requests for all its parts share one plan: they differ only in the value of
/// <c>after</c>.</summary>
internal static class ExportRead
{
    /// <param name="query">The export.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="after">The cursor after which the part begins, already in JSON; undefined for the first part.</param>
    /// <param name="asOf">The instant as of which it is read.</param>
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
            Actor = query.Actor,
            Count = query.Count,
        };
    }

    /// <summary>The sources of the values of all columns. For changes, id and code are also known for a withdrawn row.</summary>
    public static IReadOnlyList<ExportSource> SourcesOf(ExportQuery query) => query.Since is null
        ? [.. query.Columns.Zip(query.Enums, (column, text) => new ExportSource(column, text))]
        : [new("action", EnumText.Name), new(null, EnumText.Name), .. query.Columns.Zip(query.Enums,
            (column, text) => new ExportSource(column is "id" or "code" ? column : $"row.{column}", text))];

    /// <summary>All columns. For a withdrawn row, only the id and the code are known.</summary>
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
