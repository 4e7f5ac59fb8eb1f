using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Http;

/// <summary>The headers about the cost of an operation.</summary>
internal static class CostHeaders
{
    /// <summary>In a request: <c>report</c> adds the cost to the response, and <c>validate</c> asks for the cost alone.</summary>
    public const string Asked = "GraphQL-Cost";

    /// <summary>In a response: the cost.</summary>
    public const string OperationCost = "Operation-Cost";

    private const string Report = "report", Validate = "validate";

    /// <summary>Whether a request asks for its cost, and whether for nothing else.</summary>
    /// <exception cref="RequestErrorException">The header is malformed.</exception>
    public static (bool StatesCost, bool IsAlone) Read(HttpRequest request) => request.Headers[Asked] switch
    {
        [] => (false, false),
        [Report] => (true, false),
        [Validate] => (true, true),
        var other => throw RequestErrors.Create(ServerErrorCodes.InvalidParameter,
            $"{Asked} is '{SourceText.Shorten(other.ToString())}'; it must be {Report} or {Validate}.", ("parameter", Asked)),
    };

    /// <summary>States the cost of what a request asks for, and spends it before that runs.</summary>
    /// <exception cref="RequestErrorException">The sender's budget does not suffice.</exception>
    public static void Spend(HttpContext context, OperationCost cost, OperationCost before = default)
    {
        Write(context.Response, before + cost);
        RequestBudget.Of(context)?.Spend(cost.Total);
    }

    /// <summary>States the cost of an operation.</summary>
    public static void Write(HttpResponse response, OperationCost cost) =>
        response.Headers[OperationCost] = cost.Total.ToString(CultureInfo.InvariantCulture);

    /// <summary>The response to a request for the cost alone.</summary>
    public static ReadOnlyMemory<byte> Alone(OperationCost cost)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, ErrorListWriter.Json))
        {
            json.WriteStartObject();
            json.WriteStartObject("extensions");
            cost.Write(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }
}
