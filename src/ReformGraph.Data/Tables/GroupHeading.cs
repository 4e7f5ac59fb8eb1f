using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>The names of the columns of groups.</summary>
internal static class GroupHeading
{
    private const string Period = "Period", Range = "Range";

    private static readonly Dictionary<string, (string En, string Zh)> Functions = new()
    {
        ["valueCount"] = ("number of values", "有值数"),
        ["countDistinct"] = ("number of distinct values", "不同值数"),
        ["sum"] = ("sum", "合计"),
        ["avg"] = ("average", "平均"),
        ["min"] = ("least", "最小"),
        ["max"] = ("greatest", "最大"),
    };

    /// <summary>The name of a column.</summary>
    /// <param name="entity">The entity whose rows are grouped.</param>
    /// <param name="column">What it contains of a group, such as <c>aggregate.sum.area</c>.</param>
    /// <param name="form">The kind of heading. What has no Chinese name keeps its own.</param>
    public static string Format(EntityModel entity, string column, HeadingLanguage form)
    {
        return form is HeadingLanguage.Code ? column : column.Split('.') switch
        {
            ["key", .. var path, "from"] => Named(path, "from", "起"),
            ["key", .. var path, "to"] => Named(path, "to", "止"),
            ["key", .. var path] => Named(path, null, null),
            ["aggregate", "count"] => form is HeadingLanguage.Zh ? "行数" : "Rows",
            ["share", "count"] => form is HeadingLanguage.Zh ? "行数占比" : "Share of rows",
            ["share", "sum", .. var path] => Named(path, "share", "占比"),
            ["aggregate", "quantity", var function, "value"] when Functions.TryGetValue(function, out var name) =>
                form is HeadingLanguage.Zh ? $"数值（{name.Zh}）" : $"Value, {name.En}",
            ["aggregate", "quantity", var function, "unit"] when Functions.TryGetValue(function, out var name) =>
                form is HeadingLanguage.Zh ? $"单位（{name.Zh}）" : $"Unit, {name.En}",
            ["aggregate", var function, .. var path] when Functions.TryGetValue(function, out var name) => Named(path, name.En, name.Zh),
            _ => column,
        };

        string Named(string[] path, string? en, string? zh)
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
