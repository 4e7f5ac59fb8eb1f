using ReformGraph.Data.Errors;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Http;

/// <summary>The language of messages about a file.</summary>
internal static class RequestLanguage
{
    private const string English = "en", Chinese = "zh";

    /// <summary>The one of the two that the client's headers prefer; English if they state nothing.</summary>
    public static string Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(range => range.Quality is not 0)
        .OrderByDescending(range => range.Quality ?? 1)
        .Select(range => range.Value.Value!.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(name => name is English or Chinese, English);

    /// <summary>The language that a parameter names; without it the preferred one.</summary>
    public static Language Of(HttpRequest request, string parameter) => (string?)request.Query[parameter] switch
    {
        null => Preferred(request) == Chinese ? Language.Chinese : Language.English,
        English => Language.English,
        Chinese => Language.Chinese,
        _ => throw RequestErrors.Create(ServerErrorCodes.InvalidParameter, $"The parameter {parameter} must be {English} or {Chinese}."),
    };
}
