namespace ReformGraph.Import;

/// <summary>A format of tables.</summary>
/// <param name="Extension">How the names of its files end.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Unit">What the numbers of its rows count.</param>
/// <param name="Open">Begins to read a file, given the columns that there can be.</param>
internal sealed record TableFormat(string Extension, string MediaType, string Unit, Func<Stream, IReadOnlyList<string>, RequestLimits, TableReader> Open)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        new(".csv", "text/csv", "line", (file, _, limits) => new CsvTable(file, limits.ImportRows)),
        new(".json", "application/json", "object", (file, columns, limits) => new JsonTable(file, isArray: true, columns, limits.ImportRows)),
        new(".ndjson", "application/x-ndjson", "line", (file, columns, limits) => new JsonTable(file, isArray: false, columns, limits.ImportRows)),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "row", (file, _, limits) => new XlsxTable(file, limits)),
    ];

    /// <summary>The format of a file by its name, or null.</summary>
    public static TableFormat? OfFile(string path) => All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a media type, or null.</summary>
    public static TableFormat? OfMediaType(string type) => All.FirstOrDefault(format => type.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase));
}
