namespace ReformGraph.Engine.Errors;

/// <summary>The meaning of an error code, and the status of a response that has it.</summary>
/// <param name="Name">The value of <c>extensions.code</c>, in UPPER_SNAKE_CASE; never reused for another meaning.</param>
/// <param name="Stage">The stage of a request that reports it.</param>
/// <param name="Status">The HTTP status under <c>application/graphql-response+json</c>.</param>
/// <param name="JsonStatus">The HTTP status under <c>application/json</c>.</param>
/// <param name="Meaning">What is wrong, and what would be right.</param>
public sealed record ErrorCode(string Name, Stage Stage, int Status, int JsonStatus, string Meaning);

/// <summary>The stages of a request, in order.</summary>
public enum Stage
{
    /// <summary>The HTTP request is read.</summary>
    Http,

    /// <summary>The document is parsed.</summary>
    Parse,

    /// <summary>The document is checked against the limits.</summary>
    Limits,

    /// <summary>The document is validated against the schema.</summary>
    Validate,

    /// <summary>The operation is planned and its variables are bound.</summary>
    Plan,

    /// <summary>The statements run.</summary>
    Run,

    /// <summary>The response is written: it has data, and the field at the error's path is null.</summary>
    Write,
}

/// <summary>A place in a GraphQL document.</summary>
/// <param name="Line">The line, starting at 1.</param>
/// <param name="Column">The column, starting at 1, in UTF-16 code units.</param>
public readonly record struct ErrorLocation(int Line, int Column);

/// <summary>One entry of a response's <c>errors</c>.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">One sentence for a person: what is wrong, where, and what would be right.</param>
public sealed record RequestError(ErrorCode Code, string Message)
{
    /// <summary>The places in the document.</summary>
    public IReadOnlyList<ErrorLocation> Locations { get; init; } = [];

    /// <summary>The response path: field names and list indexes; null if the error concerns the whole request.</summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further entries of <c>extensions</c>, such as limit, found and allowed; values are strings,
    /// numbers or lists of them.</summary>
    public IReadOnlyDictionary<string, object>? Details { get; init; }
}

/// <summary>Thrown by any stage up to <i>plan</i>: the whole request is rejected, and nothing has been read.</summary>
/// <param name="errors">At least one error.</param>
/// <param name="cause">The failure in other code, for the log; null if there is none.</param>
public sealed class RequestErrorException(IReadOnlyList<RequestError> errors, Exception? cause = null) : Exception(errors[0].Message, cause)
{
    /// <summary>A rejection for one reason.</summary>
    public RequestErrorException(RequestError error)
        : this([error])
    {
    }

    /// <summary>The errors.</summary>
    public IReadOnlyList<RequestError> Errors { get; } = errors;
}
