using ReformGraph.Engine;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>The kinds of column headings.</summary>
internal enum HeadingLanguage
{
    /// <summary>By the names of their fields.</summary>
    Code,

    /// <summary>In Chinese.</summary>
    Zh,

    /// <summary>In English.</summary>
    En,
}

/// <summary>The names of columns. No two columns of a collection have the same name.</summary>
internal static class ColumnHeading
{
    /// <summary>The name of the column of a field.</summary>
    /// <param name="entity">The listed entity.</param>
    /// <param name="column">The field, such as <c>township.county.code</c>.</param>
    /// <param name="form">The kind of heading. A field without a Chinese name keeps its own.</param>
    public static string Format(EntityModel entity, string column, HeadingLanguage form) => form switch
    {
        HeadingLanguage.Zh => Zh(entity.PathOf(column)) ?? column,
        HeadingLanguage.En => En(entity.PathOf(column)),
        _ => column,
    };

    /// <summary>The name of a column of labels next to one of codes.</summary>
    /// <param name="codes">The name of the column of codes.</param>
    /// <param name="form">The kind of heading.</param>
    public static string OfLabels(string codes, HeadingLanguage form) => form switch
    {
        HeadingLanguage.Zh => $"{codes}名称",
        HeadingLanguage.En => $"{codes} label",
        _ => $"{codes}Zh",
    };

    /// <summary>The names of the columns that say how a row changed, and from which token to continue.</summary>
    public static (string Action, string Token) OfChanges(HeadingLanguage form) => form switch
    {
        HeadingLanguage.Zh => ("变更方式", "变更令牌"),
        HeadingLanguage.En => ("Change action", "Change token"),
        _ => (ExportQuery.ActionColumn, ExportQuery.TokenColumn),
    };

    /// <summary>The combined Chinese name of the fields that lead to a value; null if one of them has none.</summary>
    public static string? Zh(IReadOnlyList<Field> path) =>
        path.All(step => step.LabelZh is not null) ? string.Concat(path.Select(step => step.LabelZh)) : null;

    /// <summary>The same in English.</summary>
    public static string En(IReadOnlyList<Field> path) => Sentence(string.Join(' ', path.Select(step => SchemaNames.Words(step.Name))));

    /// <summary>Words as they stand by themselves.</summary>
    public static string Sentence(string words) => string.Concat(char.ToUpperInvariant(words[0]), words[1..]);
}
