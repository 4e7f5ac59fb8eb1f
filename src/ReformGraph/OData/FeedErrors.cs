using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;

namespace ReformGraph.OData;

/// <summary>What is refused before the engine sees it. The place is the option of the address that is wrong.</summary>
internal static class FeedErrors
{
    /// <summary>The name under which the details of an error hold its place.</summary>
    public const string Target = "target";

    public static RequestErrorException NotSupported(string target, string message) =>
        Create(ServerErrorCodes.ODataNotSupported, target, message);

    public static RequestErrorException Malformed(string target, string message, Exception? cause = null) =>
        Create(ServerErrorCodes.ODataMalformed, target, message, cause);

    public static RequestErrorException NotFound(string target, string message) => Create(ServerErrorCodes.ODataNotFound, target, message);

    private static RequestErrorException Create(ErrorCode code, string target, string message, Exception? cause = null) =>
        new([new RequestError(code, message) { Details = new Dictionary<string, object> { [Target] = target } }], cause);
}
