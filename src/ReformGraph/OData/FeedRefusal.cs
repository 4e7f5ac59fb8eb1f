using ReformGraph.Engine.Errors;

namespace ReformGraph.OData;

/// <summary>What is refused before the engine sees it. The place is the option of the address that is wrong.</summary>
internal static class FeedRefusal
{
    /// <summary>The name under which the details of an error hold its place.</summary>
    public const string Target = "target";

    public static RequestRefusedException NotSupported(string target, string message) => Of(ServerErrorCodes.ODataNotSupported, target, message);

    public static RequestRefusedException Malformed(string target, string message, Exception? cause = null) => Of(ServerErrorCodes.ODataMalformed, target, message, cause);

    public static RequestRefusedException NotFound(string target, string message) => Of(ServerErrorCodes.ODataNotFound, target, message);

    private static RequestRefusedException Of(ErrorCode code, string target, string message, Exception? cause = null) =>
        new([new RequestError(code, message) { Details = new Dictionary<string, object> { [Target] = target } }], cause);
}
