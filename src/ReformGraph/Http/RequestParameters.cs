using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>The parameters of a well-formed request: exactly one of <paramref name="Query"/> and <paramref name="DocumentId"/> is
/// given.</summary>
internal sealed record RequestParameters(DocumentText? Query, string? DocumentId, string? OperationName, JsonElement Variables)
{
    /// <summary>
    /// The maximum number of bytes of a request line. OData's links repeat the options of an address, escaped: what fits in the usual 8 KB
    /// is then three times as long.
    /// </summary>
    public const int LongestRequestLine = 32 * 1024;

    /// <summary>From the body of a POST request. Members that the specification does not define are ignored, as it requires.</summary>
    /// <exception cref="RequestErrorException">The request is malformed.</exception>
    public static RequestParameters From(JsonElement body, QueryEngine engine) =>
        Checked(engine, name => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default);

    /// <summary>From the query component of a GET request, in which variables and extensions are JSON text.</summary>
    /// <exception cref="RequestErrorException">The request is malformed.</exception>
    public static RequestParameters From(IQueryCollection query, RequestLimits limits, QueryEngine engine) => Checked(engine, name =>
    {
        var text = query[name] switch
        {
            [] => null,
            [var only] => only,
            _ => throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The parameter {name} is given more than once.",
                ("parameter", name)),
        };
        return text is null ? default
            : name is not (Names.Variables or Names.Extensions) ? JsonSerializer.SerializeToElement(text)
            : RequestJson.Parse(Encoding.UTF8.GetBytes(text), $"parameter {name}",
                limits) is { ValueKind: not JsonValueKind.Null } value ? value
            : default;
    });

    private static RequestParameters Checked(QueryEngine engine, Func<string, JsonElement> parameter)
    {
        var query = Read(Names.Query, JsonValueKind.String) is { ValueKind: JsonValueKind.String } text
            ? engine.Document(JsonMarshal.GetRawUtf8Value(text)) : null;
        var documentId = Text(Names.DocumentId);
        if (query is null && documentId is null)
        {
            throw RequestErrors.Create(ServerErrorCodes.QueryMissing,
                "The request has no query; send the text of a document as query, or the name of a trusted one as documentId.");
        }

        if (query is not null && documentId is not null)
        {
            throw RequestErrors.Create(ServerErrorCodes.DocumentGivenTwice, "The request has both query and documentId; send one of them.");
        }

        // In a GET request, an empty name means no name; clients also send it by POST with this meaning.
        var operationName = Text(Names.OperationName) is { Length: > 0 } name ? name : null;
        Read(Names.Extensions, JsonValueKind.Object);
        return new RequestParameters(query, documentId, operationName, Read(Names.Variables, JsonValueKind.Object));

        string? Text(string name) =>
            Read(name, JsonValueKind.String) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

        JsonElement Read(string name, JsonValueKind kind)
        {
            var value = parameter(name);
            return value.ValueKind == JsonValueKind.Undefined || value.ValueKind == kind
                ? value
                : throw RequestErrors.Create(
                    ServerErrorCodes.InvalidParameter,
                    $"The parameter {name} is a JSON {RequestJson.Kind(value)}; it must be " +
                    $"{(kind == JsonValueKind.String ? "a string" : "an object")}.",
                    ("parameter", name));
        }
    }

    /// <summary>The names of the parameters.</summary>
    internal static class Names
    {
        public const string Query = "query";
        public const string DocumentId = "documentId";
        public const string OperationName = "operationName";
        public const string Variables = "variables";
        public const string Extensions = "extensions";
    }
}
