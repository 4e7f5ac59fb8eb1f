using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>What this stage refuses.</summary>
internal static class Refusal
{
    public static RequestRefusedException Of(ErrorCode code, string message, params (string Name, object Value)[] details) =>
        new(new RequestError(code, message) { Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) });

    public static RequestRefusedException OverLimit(ErrorCode code, string message, string limit, long? found, long allowed) => found is long count
        ? Of(code, message, ("limit", limit), ("found", count), ("allowed", allowed))
        : Of(code, message, ("limit", limit), ("allowed", allowed));

    public static RequestRefusedException Method(ErrorCode code, string message, params string[] allowed) => Of(code, message, ("allowed", allowed));
}
