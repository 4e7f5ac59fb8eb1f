using ReformGraph.Data.Tables;
using ReformGraph.Data.Tables.Xlsx;

namespace ReformGraph.Data.Import;

/// <summary>A format of tables.</summary>
/// <param name="Extension">The extension of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Unit">What the numbers of its rows count.</param>
/// <param name="Open">Opens a file for reading.</param>
internal sealed record TableFormat(string Extension, string MediaType, string Unit, Func<Stream, TableOptions, TableReader> Open)
{
    /// <summary>Begins to read a seekable file from its start.</summary>
    /// <exception cref="TableException">It is empty, or is not in this format.</exception>
    public TableReader Read(Stream file, TableOptions options)
    {
        file.Position = 0;
        return file.Length == 0
            ? throw new TableException(1, null, string.Empty, new("a file that is not empty", "有内容的文件"))
            : Open(file, options);
    }

    /// <summary>Comma-separated values, or cells that another character separates.</summary>
    public static TableFormat Csv { get; } = new(".csv", "text/csv", "line", (file, options) => CsvTable.Imported(file, options));

    /// <summary>Whether it is a text file of cells, which has an encoding and a separator.</summary>
    public bool IsText => Extension is ".csv" or ".tsv" or ".txt";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        Csv,
        Csv with { Extension = ".tsv", MediaType = "text/tab-separated-values" },
        Csv with { Extension = ".txt", MediaType = "text/tab-separated-values" },
        new(".json", "application/json", "object", (file, options) => new JsonTable(file, isArray: true, options)),
        new(".ndjson", "application/x-ndjson", "line", (file, options) => new JsonTable(file, isArray: false, options)),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "row",
            (file, options) => new XlsxTable(file, options)),
    ];

    /// <summary>The format of a file by its name, or null.</summary>
    public static TableFormat? OfFile(string path) =>
        All.FirstOrDefault(format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a media type, or null.</summary>
    public static TableFormat? OfMediaType(string type) =>
        All.FirstOrDefault(format => type.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase));
}
