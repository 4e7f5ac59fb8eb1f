using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ParquetSharp;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Tables;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;
using ReformGraph.Export;

namespace ReformGraph.Http;

/// <summary>How a request asks for the rows of an export to be written: by the parameters of an address, or by those of a media
/// type.</summary>
/// <param name="valueOf">Returns the value of a parameter; null if it is not given.</param>
internal sealed class ExportParameters(Func<string, string?> valueOf)
{
    private const string Labels = "labels", Headers = "headers", Bom = "bom", Guard = "guard", Compressed = "compression";

    // JSON is the format of a query that is not exported.
    private static readonly List<ExportFormat> OfQueries =
        [.. ExportFormat.All.Where(format => format.MediaType != ResponseMediaType.Json.Name)];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [Labels, Headers, Bom, Guard, Compressed];

    private Compression Compression => valueOf(Compressed) switch
    {
        null or "zstd" => Compression.Zstd,
        "snappy" => Compression.Snappy,
        "none" => Compression.Uncompressed,
        _ => throw Wrong(Compressed, "must be zstd, snappy or none"),
    };

    /// <summary>The parameters of a media type.</summary>
    public static ExportParameters FromMediaType(MediaTypeHeaderValue range) => new(name =>
        range.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } parameter
            ? HeaderUtilities.RemoveQuotes(parameter.Value).ToString() : null);

    /// <summary>The format that a client prefers to a GraphQL response, with its media range; null if it prefers another type.</summary>
    public static (ExportFormat Format, MediaTypeHeaderValue Range)? Wanted(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || accept == ResponseMediaType.Json.Name || accept == ResponseMediaType.GraphQLResponse.Name
            || !MediaTypeHeaderValue.TryParseList(accept!, out var ranges))
        {
            return null;
        }

        var best = ranges.OrderByDescending(range => range.Quality ?? 1).First(); // among equals, the first
        return OfQueries.Find(format => best.Quality is not 0
            && best.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase)) is { } format ? (format, best) : null;
    }

    /// <summary>An export with the settings of its columns.</summary>
    /// <param name="asked">The export.</param>
    /// <param name="isWide">Whether codes have their labels next to them by default.</param>
    /// <exception cref="RequestErrorException">The settings are not valid.</exception>
    public ExportQuery LaidOut(ExportQuery asked, bool isWide = false) => ExportColumns.LaidOut(
        asked,
        (valueOf(Labels) ?? (isWide ? "both" : "code")) switch
        {
            "code" => [EnumText.Name],
            "zh" => [EnumText.LabelZh],
            "en" => [EnumText.LabelEn],
            "both" => [EnumText.Name, EnumText.LabelZh],
            _ => throw Wrong(Labels, "must be code, zh, en or both"),
        },
        valueOf(Headers) switch
        {
            null or "code" => HeadingLanguage.Code,
            "zh" => HeadingLanguage.Zh,
            "en" => HeadingLanguage.En,
            _ => throw Wrong(Headers, "must be code, zh or en"),
        });

    /// <summary>A request with the settings of its file.</summary>
    /// <exception cref="RequestErrorException">The settings are not valid, or not for a file in this format.</exception>
    public ExportRequest Request(ExportFormat format, ExportRequest request) =>
        valueOf(Compressed) is not null && format != ExportFormat.Parquet
        ? throw Wrong(Compressed, "is for Parquet only")
        : request with { IsMarked = Truth(Bom, false, format), IsGuarded = Truth(Guard, true, format), Compression = Compression };

    private static RequestErrorException Wrong(string parameter, string rule) =>
        RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The parameter {parameter} {rule}.", ("parameter", parameter));

    private bool Truth(string parameter, bool usual, ExportFormat format) => valueOf(parameter) switch
    {
        null => usual,
        "false" => false,
        "true" when format == ExportFormat.Csv => true,
        _ => throw Wrong(parameter, "must be true or false, and is true for CSV only"),
    };
}
