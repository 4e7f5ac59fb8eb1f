using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Storage.Sql;
using ReformGraph.Export;

namespace ReformGraph.Catalog;

/// <summary>The catalogue as a page: every data set with its files, its columns and a first query.</summary>
internal static class CatalogPage
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string template = Template();

    /// <summary>Its text. Links are relative to the address of the page.</summary>
    /// <param name="content">The content.</param>
    /// <param name="root">The address of the server.</param>
    public static string Render(CatalogContent content, string root) => template
        .Replace("{{title}}", Encoded(content.TitleEn), StringComparison.Ordinal)
        .Replace("{{titleZh}}", Zh(content.TitleZh), StringComparison.Ordinal)
        .Replace("{{description}}", Encoded(CatalogContent.Description), StringComparison.Ordinal)
        .Replace("{{sequence}}", Number(content.Changed.Sequence), StringComparison.Ordinal)
        .Replace("{{time}}", Time(content.Changed), StringComparison.Ordinal)
        .Replace("{{sources}}", Sources(content.Sources), StringComparison.Ordinal)
        .Replace("{{index}}", Index(content.Entries.Where(entry => !entry.Dataset.Entity.IsVersion)), StringComparison.Ordinal)
        .Replace("{{versions}}", Index(content.Entries.Where(entry => entry.Dataset.Entity.IsVersion)), StringComparison.Ordinal)
        .Replace("{{datasets}}", string.Concat(content.Entries.Select(entry => Section(entry, root))), StringComparison.Ordinal);

    private static string Sources(IReadOnlyList<CatalogSource> sources) => sources is []
        ? ""
        : $"From {string.Join("; ", sources.Select(source => $"{Encoded(source.TitleEn)} ({Zh(source.TitleZh)})"))}. ";

    private static string Index(IEnumerable<CatalogEntry> entries) =>
        "  <div class=\"scroll\"><table class=\"index\">\n" +
        "    <thead><tr><th>Data set</th><th class=\"number\">Rows</th><th>Last change</th><th>Files</th></tr></thead>\n" +
        $"    <tbody>\n{string.Concat(entries.Select(Line))}    </tbody>\n  </table></div>\n";

    private static string Line(CatalogEntry entry) =>
        $"    <tr><td><a href=\"#{entry.Dataset.Name}\">{entry.Dataset.Title}</a> {Zh(entry.Dataset.Entity.LabelZh)}</td>" +
        $"<td class=\"number\">{Number(entry.Rows)}</td><td>{Date(entry.Changed)}</td><td>{Files(entry.Dataset)}</td></tr>\n";

    private static string Section(CatalogEntry entry, string root)
    {
        var (dataset, text) = (entry.Dataset, new StringBuilder());
        text.AppendLine(Invariant($"  <section class=\"panel\" id=\"{dataset.Name}\">"));
        text.AppendLine(Invariant($"    <h3>{dataset.Title} {Zh(dataset.Entity.LabelZh)}</h3>"));
        text.AppendLine(Invariant($"    <p>{Encoded(dataset.Entity.Description)}</p>"));
        text.AppendLine(CultureInfo.InvariantCulture,
            $"    <p class=\"quiet\">{Number(entry.Rows)} rows; last affected by change {Number(entry.Changed.Sequence)}, " +
            $"{Time(entry.Changed)}.</p>");
        text.AppendLine(Invariant($"    <p class=\"links\">{Files(dataset)}{Forms(dataset)}{Others(dataset.Entity)}</p>"));
        text.AppendLine(CultureInfo.InvariantCulture,
            $"    <details><summary>{dataset.Columns.Count} columns</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" " +
            $"aria-label=\"{dataset.Title}: columns\"><table class=\"values\">");
        text.AppendLine("      <thead><tr><th>Column</th><th>Chinese</th><th>Type</th><th>Unit</th><th>Meaning</th></tr></thead><tbody>");
        foreach (var column in dataset.Columns)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"      <tr><td><code>{column.Name}</code></td><td>{Zh(column.TitleZh)}</td>" +
                $"<td>{column.Field.Type.Name}{(column.IsNullable ? "" : "!")}</td><td>{Unit(column)}</td>" +
                $"<td>{Encoded(column.Description)}{Values(column.Field.Type)}</td></tr>");
        }

        text.AppendLine("    </tbody></table></div></details>");
        text.AppendLine(CultureInfo.InvariantCulture,
            $"    <pre tabindex=\"0\"><code>curl {Encoded(root)}/graphql -H 'Content-Type: application/json' " +
            $"-d '{{\"query\":\"{Encoded(dataset.Example)}\"}}'</code></pre>");
        text.AppendLine("  </section>");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Files(Dataset dataset) =>
        string.Concat(ExportFormat.All.Select(format => File(dataset, format.Extension)));

    // For spreadsheets; CSV has a byte order mark, by which Excel recognizes UTF-8.
    private static string Forms(Dataset dataset) =>
        $"{Zh("中文")}: {File(dataset, "csv", "?headers=zh&labels=zh&bom=true")}{File(dataset, "xlsx", "?headers=zh&labels=zh")}" +
        $"with all names: {File(dataset, "csv", "?view=wide&bom=true")}{File(dataset, "xlsx", "?view=wide")}";

    private static string File(Dataset dataset, string extension, string parameters = "") =>
        $"<a href=\"export/{dataset.Name}.{extension}{Encoded(parameters)}\">{extension}</a> ";

    // OData has no versions.
    private static string Others(EntityModel entity) =>
        (entity.IsVersion ? "" : $"<a href=\"odata/{entity.Plural}\">OData</a> ")
            + (entity.Readers is null ? $"SQL: <code>{FlatViews.NameOf(entity)}</code>" : "");

    private static string Unit(DatasetColumn column) =>
        column.UnitColumn is { } other ? $"<code>{other}</code>" : Encoded(column.Field.Unit ?? "");

    private static string Values(ScalarType type) => type.IsEnum
        ? $" {string.Join(", ", type.EnumValues().Select(value => $"<code>{value.Name}</code> {Zh(value.LabelZh)}"))}."
        : "";

    private static string Zh(string? text) => text is null ? "" : $"<span lang=\"zh\">{Encoded(text)}</span>";

    private static string Date(LastChange change) =>
        $"<time datetime=\"{Encoded(change.RecordedAt)}\">{Encoded(change.RecordedAt[..10])}</time>";

    private static string Time(LastChange change) => $"<time datetime=\"{Encoded(change.RecordedAt)}\">{Encoded(change.RecordedAt)}</time>";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Encoded(string text) => encoder.Encode(text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Template()
    {
        using var resource = typeof(CatalogPage).Assembly.GetManifestResourceStream("Web/catalog.html")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
