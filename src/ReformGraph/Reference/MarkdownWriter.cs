namespace ReformGraph.Reference;

/// <summary>Writes the little Markdown that the reference needs.</summary>
internal sealed class MarkdownWriter
{
    private readonly List<string> blocks = [];

    /// <summary>A heading.</summary>
    public void Heading(int level, string title) => blocks.Add($"{new string('#', level)} {title}");

    /// <summary>A paragraph.</summary>
    public void Paragraph(string words) => blocks.Add(words);

    /// <summary>A table.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows) =>
        blocks.Add(string.Join('\n', [Row(columns), Row([.. columns.Select(_ => "---")]), .. rows.Select(Row)]));

    /// <summary>A name in code font; nothing for none.</summary>
    public static string Code(string? name) => name is null ? "" : $"`{name}`";

    public override string ToString() => string.Join("\n\n", blocks) + "\n";

    // A line break or a vertical bar would end the row or the cell.
    private static string Row(IReadOnlyList<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.ReplaceLineEndings(" ").Replace("|", @"\|", StringComparison.Ordinal)))} |";
}
