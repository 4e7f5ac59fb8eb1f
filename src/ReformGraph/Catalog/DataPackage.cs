using System.Globalization;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using static ReformGraph.Catalog.CatalogJson;

namespace ReformGraph.Catalog;

/// <summary>
/// The catalogue as a Data Package (Frictionless, version 2): a resource for each data set, with the CSV export as its file and a Table
/// Schema for its fields. Properties that the standard lacks are added: <c>titleZh</c>, <c>unit</c> or <c>unitField</c>, <c>rows</c>,
/// <c>lastChange</c> and <c>alternatives</c>.
/// </summary>
internal static class DataPackage
{
    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    /// <summary>The types of a Table Schema, with their formats.</summary>
    public static ScalarTable<(string Type, string? Format)> Scalars { get; } = new("The Data Package", ("string", null),
        new Dictionary<string, (string, string?)>
        {
            ["ID"] = ("string", null),
            ["String"] = ("string", null),
            ["Boolean"] = ("boolean", null),
            ["Byte"] = ("integer", null),
            ["Short"] = ("integer", null),
            ["Int"] = ("integer", null),
            ["Long"] = ("integer", null),
            ["Float"] = ("number", null),
            ["Decimal"] = ("number", null),
            ["DateTime"] = ("datetime", "any"), // readers of version 1 know instants by default to the second only
            ["LocalDate"] = ("date", null),
            ["LocalTime"] = ("time", null),
            ["TimeSpan"] = ("duration", null),
            ["UUID"] = ("string", "uuid"),
            ["URL"] = ("string", "uri"),
        });

    /// <summary>Its text.</summary>
    /// <param name="content">The content.</param>
    /// <param name="root">The address of the server.</param>
    public static string Render(CatalogContent content, string root) => Text(CatalogJson.Object(
        ("$schema", Profiles + "datapackage.json"),
        ("name", "reformgraph"),
        ("title", content.TitleEn),
        ("titleZh", content.TitleZh),
        ("description", CatalogContent.Description),
        ("homepage", $"{root}/catalog"),
        ("version", content.Changed.Sequence.ToString(CultureInfo.InvariantCulture)),
        ("created", content.Changed.RecordedAt),
        ("sources", List(content.Sources.Select(source => CatalogJson.Object(("title", source.TitleEn), ("titleZh", source.TitleZh))))),
        ("resources", List(content.Entries.Select(entry => Resource(entry, content.Entries, root))))));

    private static JsonObject Resource(CatalogEntry entry, IReadOnlyList<CatalogEntry> entries, string root)
    {
        var (dataset, csv) = (entry.Dataset, ExportFormat.Csv);
        return CatalogJson.Object(
            ("$schema", Profiles + "dataresource.json"),
            ("name", dataset.Name),
            ("title", dataset.Title),
            ("titleZh", dataset.Entity.LabelZh),
            ("description", dataset.Entity.Description),
            ("type", "table"),
            ("path", $"{Path(csv)}?guard=false"), // for programs, which execute no formulas
            ("format", csv.Extension),
            ("mediatype", csv.MediaType),
            ("encoding", "utf-8"),
            ("dialect", CatalogJson.Object(("delimiter", ","), ("lineTerminator", "\r\n"), ("quoteChar", "\""), ("doubleQuote", true),
                ("header", true))),
            ("rows", entry.Rows),
            ("lastChange", CatalogJson.Object(("sequence", entry.Changed.Sequence), ("recordedAt", entry.Changed.RecordedAt))),
            ("alternatives",
                List(ExportFormat.All.Where(format => format != csv).Select(
                format => CatalogJson.Object(("path", Path(format)), ("format", format.Extension), ("mediatype", format.MediaType))))),
            ("schema", CatalogJson.Object(
                ("$schema", Profiles + "tableschema.json"),
                ("fields", List(dataset.Columns.Select(Field))),
                ("missingValues", new JsonArray("")),
                ("primaryKey", new JsonArray(dataset.Entity.Key.Name)),
                ("foreignKeys", List(ForeignKeys(dataset, entries))))));

        string Path(ExportFormat format) => $"{root}/export/{dataset.Name}.{format.Extension}";
    }

    private static JsonObject Field(DatasetColumn column)
    {
        var (type, format) = Scalars[column.Field.Type];
        var values = column.Field.Type.IsEnum ? column.Field.Type.EnumValues() : [];
        return CatalogJson.Object(
            ("name", column.Name),
            ("type", type),
            ("format", format),
            ("title", column.Title),
            ("titleZh", column.TitleZh),
            ("description", column.Description),
            ("unit", column.Field.Unit),
            ("unitField", column.UnitColumn),
            ("categories", List(
                values.Select(value => CatalogJson.Object(("value", value.Name), ("label", value.LabelZh), ("labelEn", value.LabelEn))))),
            ("categoriesOrdered", values is [] ? null : true),
            ("constraints", Constraints(column, values)));
    }

    private static JsonObject? Constraints(DatasetColumn column, IReadOnlyList<EnumValue> values)
    {
        var constraints = CatalogJson.Object(
            ("required", column.IsNullable ? null : true),
            ("unique", column is { Path.Count: 1, Name: "id" } ? true : null),
            ("enum", List(values.Select(value => JsonValue.Create(value.Name)))));
        return constraints.Count == 0 ? null : constraints;
    }

    private static IEnumerable<JsonObject> ForeignKeys(Dataset dataset, IReadOnlyList<CatalogEntry> entries) =>
        from column in dataset.Columns
        where column.Path.Count == 2
        from target in entries
        where target.Dataset.Entity == ((ReferenceField)column.Path[0]).Target
        select CatalogJson.Object(
            ("fields", new JsonArray(column.Name)),
            ("reference", CatalogJson.Object(("resource", target.Dataset == dataset ? "" : target.Dataset.Name),
                ("fields", new JsonArray(column.Field.Name)))));
}
