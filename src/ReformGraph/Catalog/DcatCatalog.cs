using System.Globalization;
using System.Text.Json.Nodes;
using ReformGraph.Export;
using static ReformGraph.Catalog.CatalogJson;

namespace ReformGraph.Catalog;

/// <summary>The catalogue for open-data portals: DCAT 3 as JSON-LD. It omits publisher, licence and place, which the data do not
/// state.</summary>
internal static class DcatCatalog
{
    public const string MediaType = "application/ld+json";

    /// <summary>Its text.</summary>
    /// <param name="content">The content.</param>
    /// <param name="root">The address of the server.</param>
    public static string Render(CatalogContent content, string root) => Text(CatalogJson.Object(
        ("@context", CatalogJson.Object(
            ("dcat", "http://www.w3.org/ns/dcat#"),
            ("dct", "http://purl.org/dc/terms/"),
            ("foaf", "http://xmlns.com/foaf/0.1/"),
            ("xsd", "http://www.w3.org/2001/XMLSchema#"))),
        ("@id", $"{root}/catalog"),
        ("@type", "dcat:Catalog"),
        ("dct:title", List([Said(content.TitleEn, "en"), content.TitleZh is { } title ? Said(title, "zh") : null])),
        ("dct:description", Said(CatalogContent.Description, "en")),
        ("foaf:homepage", Link($"{root}/catalog")),
        ("dcat:version", content.Changed.Sequence.ToString(CultureInfo.InvariantCulture)),
        ("dct:modified", Instant(content.Changed.RecordedAt)),
        ("dcat:dataset", List(content.Entries.Select(entry => Dataset(entry, content.Sources, root))))));

    private static JsonObject Dataset(CatalogEntry entry, IReadOnlyList<CatalogSource> sources, string root)
    {
        var dataset = entry.Dataset;
        var landing = $"{root}/catalog#{dataset.Name}";
        return CatalogJson.Object(
            ("@id", landing),
            ("@type", "dcat:Dataset"),
            ("dct:identifier", dataset.Name),
            ("dct:title", List([Said(dataset.Title, "en"), dataset.Entity.LabelZh is { } label ? Said(label, "zh") : null])),
            ("dct:description", Said(dataset.Entity.Description, "en")),
            ("dct:modified", Instant(entry.Changed.RecordedAt)),
            ("dct:source",
                List(sources.Select(
                source => CatalogJson.Object(("dct:title", List([Said(source.TitleEn, "en"), Said(source.TitleZh, "zh")])))))),
            ("dcat:landingPage", Link(landing)),
            ("dcat:distribution",
                List(ExportFormat.All.Select(format => Distribution($"{root}/export/{dataset.Name}.{format.Extension}", format)))));
    }

    private static JsonObject Distribution(string address, ExportFormat format) => CatalogJson.Object(
        ("@id", address),
        ("@type", "dcat:Distribution"),
        ("dct:title", Said(format.Extension.ToUpperInvariant(), "en")),
        ("dcat:accessURL", Link(address)),
        ("dcat:downloadURL", Link(address)),
        ("dcat:mediaType", Link($"https://www.iana.org/assignments/media-types/{format.MediaType}")));

    private static JsonObject Said(string text, string language) => CatalogJson.Object(("@value", text), ("@language", language));

    private static JsonObject Instant(string text) => CatalogJson.Object(("@value", text), ("@type", "xsd:dateTime"));

    private static JsonObject Link(string address) => CatalogJson.Object(("@id", address));
}
