using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;

namespace ReformGraph.OData;

/// <summary>The errors found before the engine is called. The place is the option of the address that is wrong.</summary>
internal static class FeedErrors
{
    /// <summary>The name of the place in the details of an error.</summary>
    public const string Target = "target";

    public static RequestErrorException NotSupported(string target, string message) =>
        Create(ServerErrorCodes.ODataNotSupported, target, message);

    public static RequestErrorException Malformed(string target, string message, Exception? cause = null) =>
        Create(ServerErrorCodes.ODataMalformed, target, message, cause);

    public static RequestErrorException NotFound(string target, string message) => Create(ServerErrorCodes.ODataNotFound, target, message);

    private static RequestErrorException Create(ErrorCode code, string target, string message, Exception? cause = null) =>
        new([new RequestError(code, message) { Details = new Dictionary<string, object> { [Target] = target } }], cause);
}
