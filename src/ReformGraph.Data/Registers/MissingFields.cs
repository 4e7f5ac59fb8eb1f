using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>The fields that each new row must have and for which a table has no column, such as the class in a table of school
/// buildings alone. The title or the name of the sheet may suggest one text for all rows, which a mapping confirms.</summary>
internal static class MissingFields
{
    private const int Shortest = 2; // 中 is in every title

    /// <summary>The fields, by name, with the suggested texts; null for none.</summary>
    /// <param name="plan">The columns of the table.</param>
    /// <param name="meanings">What the words of a title mean as values.</param>
    /// <param name="header">The header, with the title above it.</param>
    /// <param name="source">The file, with the name of the sheet.</param>
    public static IReadOnlyDictionary<string, string?> Of(RegisterPlan plan, HeadingMeanings meanings, RegisterHeader header,
        TableSource source)
    {
        var title = string.Join('\n', header.Above.Select(row => row.Text).Append(source.Sheet ?? string.Empty).Select(CountyPlaces.Plain));
        return plan.Headings.Given.Where(column => column.IsRequired && plan.Headings.Find(column.Name)!.Type.IsEnum
                && plan.PositionOf(column.Name) < 0 && !plan.Defaults.ContainsKey(column.Name))
            .ToDictionary(column => column.Name, column => SuggestedBy(title, meanings.FieldOf(column.Name)));
    }

    /// <summary>Why a row without a value is rejected.</summary>
    /// <param name="plan">The columns of the table.</param>
    /// <param name="field">The name of the field.</param>
    /// <returns>The problem; null if the field is none of those.</returns>
    public static CellProblem? ProblemOf(RegisterPlan plan, string field)
    {
        if (!plan.Missing.TryGetValue(field, out var suggested))
        {
            return null;
        }

        var example = suggested ?? plan.Headings.Find(field)!.Type.EnumValues()[0].LabelZh;
        var mapping = $"{{\"{plan.Headings.Entity.Plural}\": {{\"defaults\": {{\"{field}\": \"{example}\"}}}}}}";
        var (by, byZh) = suggested is null ? ("", "") : (" (suggested by the title)", "（根据标题推断）");
        return new("REQUIRED", new(
            $"must be given, and the table has no column for it: if all rows have the same, give it in a mapping, such as {mapping}{by}",
            $"必须填写，而表中没有此列：如各行相同，可在映射文件中指定，例如 {mapping}{byZh}"));
    }

    // The words that no longer word contains must agree: 闲置校舍 contains 校舍.
    private static string? SuggestedBy(string title, ImportField field)
    {
        var words = field.Type.EnumValues().Select(value => (Word: CountyPlaces.Plain(value.LabelZh), value.Name))
            .Concat((field.Values ?? new Dictionary<string, string>()).Select(word => (Word: word.Key, Name: word.Value)))
            .Where(word => word.Word.Length >= Shortest && title.Contains(word.Word, StringComparison.Ordinal)).ToList();
        var longest = words.FindAll(word => !words.Exists(other => other.Word.Length > word.Word.Length
            && other.Word.Contains(word.Word, StringComparison.Ordinal)));
        return longest.Select(word => word.Name).Distinct().Count() == 1 ? longest.MaxBy(word => word.Word.Length).Word : null;
    }
}
