using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;
using ReformGraph.Export;

namespace ReformGraph.Http;

/// <summary>How the rows of an export are written, as a request says it: by the parameters of an address, or by those of a media type.</summary>
internal static class ExportParameters
{
    /// <summary>Their names.</summary>
    public const string Labels = "labels", Bom = "bom";

    // JSON is what a query is answered with without being exported.
    private static readonly List<ExportFormat> OfQueries = [.. ExportFormat.All.Where(format => format.MediaType != AnswerMediaType.Json.Name)];

    /// <summary>The format that a client wants instead of GraphQL's answer, with the media range that says so; null where it likes another type better.</summary>
    public static (ExportFormat Format, MediaTypeHeaderValue Range)? Wanted(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || accept == AnswerMediaType.Json.Name || accept == AnswerMediaType.GraphQLResponse.Name || !MediaTypeHeaderValue.TryParseList(accept!, out var ranges))
        {
            return null;
        }

        var best = ranges.OrderByDescending(range => range.Quality ?? 1).First(); // of equals the first
        return OfQueries.Find(format => best.Quality is not 0 && best.MediaType.Equals(format.MediaType, StringComparison.OrdinalIgnoreCase)) is { } format ? (format, best) : null;
    }

    /// <summary>A parameter of a media type; null where it is not given.</summary>
    public static string? Of(MediaTypeHeaderValue range, string name) =>
        range.Parameters.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } parameter ? HeaderUtilities.RemoveQuotes(parameter.Value).ToString() : null;

    /// <summary>How the values of enums are written.</summary>
    /// <exception cref="RequestRefusedException">It is none of the three.</exception>
    public static EnumText EnumsOf(string? labels) => labels switch
    {
        null or "code" => EnumText.Name,
        "zh" => EnumText.LabelZh,
        "en" => EnumText.LabelEn,
        _ => throw Refusal.Of(ErrorCodes.InvalidParameter, "The parameter labels must be code, zh or en.", ("parameter", Labels)),
    };

    /// <summary>Whether a file begins with a byte order mark.</summary>
    /// <exception cref="RequestRefusedException">It is neither true nor false, or true for what is not CSV.</exception>
    public static bool IsMarked(string? bom, ExportFormat format) => bom switch
    {
        null or "false" => false,
        "true" when format == ExportFormat.Csv => true,
        _ => throw Refusal.Of(ErrorCodes.InvalidParameter, "The parameter bom must be true or false, and is true for CSV only.", ("parameter", Bom)),
    };
}
