using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>The names of the columns of groups.</summary>
internal static class GroupHeading
{
    private const string Period = "Period", Range = "Range";

    private static readonly Dictionary<string, (string Zh, string En)> Functions = new()
    {
        ["valueCount"] = ("有值数", "number of values"),
        ["countDistinct"] = ("不同值数", "number of distinct values"),
        ["sum"] = ("合计", "sum"),
        ["avg"] = ("平均", "average"),
        ["min"] = ("最小", "least"),
        ["max"] = ("最大", "greatest"),
    };

    /// <summary>The name of a column.</summary>
    /// <param name="entity">The entity whose rows are grouped.</param>
    /// <param name="column">What it contains of a group, such as <c>aggregate.sum.area</c>.</param>
    /// <param name="form">The kind of heading. What has no Chinese name keeps its own.</param>
    public static string Format(EntityModel entity, string column, HeadingLanguage form)
    {
        return form is HeadingLanguage.Code ? column : column.Split('.') switch
        {
            ["key", .. var path, "from"] => Named(path, "起", "from"),
            ["key", .. var path, "to"] => Named(path, "止", "to"),
            ["key", .. var path] => Named(path, null, null),
            ["aggregate", "count"] => form is HeadingLanguage.Zh ? "行数" : "Rows",
            ["share", "count"] => form is HeadingLanguage.Zh ? "行数占比" : "Share of rows",
            ["share", "sum", .. var path] => Named(path, "占比", "share"),
            ["aggregate", var function, .. var path] when Functions.TryGetValue(function, out var name) => Named(path, name.Zh, name.En),
            _ => column,
        };

        string Named(string[] path, string? zh, string? en)
        {
            var field = string.Join('.', [.. path[..^1], FieldOf(path[^1])]);
            var name = ColumnHeading.Format(entity, field, form);
            return name == field || zh is null ? name : form is HeadingLanguage.Zh ? $"{name}（{zh}）" : $"{name}, {en}";
        }
    }

    // A key that is a period or a range is named after its field.
    private static string FieldOf(string key) =>
        key.EndsWith(Period, StringComparison.Ordinal) ? key[..^Period.Length]
        : key.EndsWith(Range, StringComparison.Ordinal) ? key[..^Range.Length] : key;
}
