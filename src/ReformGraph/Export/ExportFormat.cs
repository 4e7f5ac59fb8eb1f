using ReformGraph.Engine.Writing;

namespace ReformGraph.Export;

/// <summary>A format of exports.</summary>
/// <param name="Extension">The extension of its files.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Parameters">The parameters of its media type.</param>
/// <param name="Writer">Creates a writer for a request.</param>
internal sealed record ExportFormat(string Extension, string MediaType, string Parameters, Func<ExportRequest, ExportWriter> Writer)
{
    /// <summary>Whether the whole export is written to a file before it is sent, so that a client can request ranges. Such a format has its
    /// own compression.</summary>
    public bool IsFile { get; private init; }

    /// <summary>Comma-separated values.</summary>
    public static ExportFormat Csv { get; } =
        new("csv", "text/csv", "; charset=utf-8; header=present", asked => new CsvExportWriter(asked.IsMarked, asked.IsGuarded));

    /// <summary>Apache Parquet.</summary>
    public static ExportFormat Parquet { get; } =
        new("parquet", "application/vnd.apache.parquet", "", asked => new ParquetExportWriter(asked)) { IsFile = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        Csv,
        new("json", "application/json", "; charset=utf-8", _ => new JsonExportWriter(isArray: true)),
        new("ndjson", "application/x-ndjson", "; charset=utf-8", _ => new JsonExportWriter(isArray: false)),
        Parquet,
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "",
            asked => new XlsxExportWriter(asked)) { IsFile = true },
    ];
}
