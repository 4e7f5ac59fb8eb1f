using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>How the columns of a table are headed.</summary>
internal enum HeadingLanguage
{
    /// <summary>By the names of their fields.</summary>
    Code,

    /// <summary>In Chinese.</summary>
    Zh,

    /// <summary>In English.</summary>
    En,
}

/// <summary>What columns are called. Within a collection no two are called alike.</summary>
internal static class ColumnHeading
{
    /// <summary>What the column of a field is called.</summary>
    /// <param name="entity">What is listed.</param>
    /// <param name="column">The field, such as <c>township.county.code</c>.</param>
    /// <param name="form">How it is headed. What is called nothing in Chinese keeps its name.</param>
    public static string Format(EntityModel entity, string column, HeadingLanguage form) => form switch
    {
        HeadingLanguage.Zh => Zh(entity.PathOf(column)) ?? column,
        HeadingLanguage.En => En(entity.PathOf(column)),
        _ => column,
    };

    /// <summary>What a column of labels is called that stands beside one of codes.</summary>
    /// <param name="codes">What that one is called.</param>
    /// <param name="form">How it is headed.</param>
    public static string OfLabels(string codes, HeadingLanguage form) => form switch
    {
        HeadingLanguage.Zh => $"{codes}名称",
        HeadingLanguage.En => $"{codes} label",
        _ => $"{codes}Zh",
    };

    /// <summary>What the columns are called of what was done to a row, and of the token to go on from.</summary>
    public static (string Action, string Token) OfChanges(HeadingLanguage form) => form switch
    {
        HeadingLanguage.Zh => ("变更方式", "变更令牌"),
        HeadingLanguage.En => ("Change action", "Change token"),
        _ => (ExportQuery.ActionColumn, ExportQuery.TokenColumn),
    };

    /// <summary>What the fields that lead to a value are called together in Chinese; null where that is not declared of all.</summary>
    public static string? Zh(IReadOnlyList<Field> path) =>
        path.All(step => step.LabelZh is not null) ? string.Concat(path.Select(step => step.LabelZh)) : null;

    /// <summary>The same in English.</summary>
    public static string En(IReadOnlyList<Field> path) => Sentence(string.Join(' ', path.Select(step => SchemaNames.Words(step.Name))));

    /// <summary>Words as they stand by themselves.</summary>
    public static string Sentence(string words) => string.Concat(char.ToUpperInvariant(words[0]), words[1..]);
}
