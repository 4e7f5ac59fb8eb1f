using System.Globalization;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Http;

/// <summary>The headers of a response with errors that follow from its status.</summary>
internal static class ErrorHeaders
{
    /// <summary>In the details of an error: in how many seconds to try again.</summary>
    public const string RetryAfter = "retryAfter";

    /// <summary>Removes what a response has so far, except for the cost of the operation.</summary>
    public static void Begin(HttpResponse response)
    {
        var cost = response.Headers[CostHeaders.OperationCost];
        response.Clear();
        response.Headers[CostHeaders.OperationCost] = cost;
    }

    /// <summary>Sets the headers.</summary>
    /// <param name="response">The response, with its status.</param>
    /// <param name="errors">Its errors.</param>
    /// <param name="challenges">How the client can authenticate itself.</param>
    public static void Set(HttpResponse response, IReadOnlyList<RequestError> errors, params string[] challenges)
    {
        var details = errors[0].Details;
        switch (response.StatusCode)
        {
            case StatusCodes.Status401Unauthorized:
                response.Headers.WWWAuthenticate = challenges;
                break;
            case StatusCodes.Status405MethodNotAllowed when details is not null && details["allowed"] is IEnumerable<string> methods:
                response.Headers.Allow = string.Join(", ", methods);
                break;
            case StatusCodes.Status429TooManyRequests when details is not null && details[RetryAfter] is long seconds:
                response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                break;
        }
    }
}
