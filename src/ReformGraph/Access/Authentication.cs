using System.Text;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Access;

/// <summary>
/// From the header <c>Authorization</c> to who sends the request. A server that only this machine reaches, that has no key and no issuer
/// of tokens, lets everyone in as <see cref="Actor.Local"/>; every other asks each request for a key or a token.
/// </summary>
internal sealed class Authentication : IDisposable
{
    private readonly KeyRing keys;
    private readonly TokenCheck? tokens;
    private readonly bool mayBeOpen;
    private readonly TimeProvider time;

    public Authentication(ReformGraphOptions options, TimeProvider time)
    {
        this.time = time;
        keys = new KeyRing(options.Database.File);
        tokens = TokenCheck.Create(options.Authentication);
        mayBeOpen = tokens is null && Exposure.IsLocal(options.Url);
    }

    /// <summary>Who sends a request.</summary>
    /// <param name="authorization">The header as it came; null or empty where there is none.</param>
    /// <exception cref="RequestErrorException">Nobody that the server knows.</exception>
    public ValueTask<Actor> ActorOfAsync(string? authorization)
    {
        if (string.IsNullOrEmpty(authorization))
        {
            return mayBeOpen && !keys.Any
                ? ValueTask.FromResult(Actor.Local)
                : throw Refused(
                    "The request needs a key; send it as Authorization: Bearer KEY, or as the password of Basic authentication.");
        }

        var credential = CredentialIn(authorization);
        return credential.StartsWith(ApiKey.Mark, StringComparison.Ordinal) ? ValueTask.FromResult(HolderOf(credential))
            : tokens is null ? throw Refused("The Authorization header does not contain an API key.")
            : tokens.ActorOfAsync(credential);
    }

    public void Dispose() => keys.Dispose();

    /// <summary>The refusal of a request whose sender is not known.</summary>
    internal static RequestErrorException Refused(string message) => new(new RequestError(ServerErrorCodes.Unauthenticated, message));

    // Only who holds the key itself learns that it was one.
    private Actor HolderOf(string text) => keys.Find(text) switch
    {
        null => throw Refused("This server does not know the API key."),
        { } key => key.StateOn(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) switch
        {
            KeyState.Revoked => throw Refused("The API key was revoked."),
            KeyState.Expired => throw Refused($"The API key expired on {key.ExpiresOn:yyyy-MM-dd}."),
            _ => new Actor(key.Name, key.Role),
        },
    };

    // Excel, Power BI and browsers send a name and a password; the key is the password, and the name says nothing.
    private static string CredentialIn(string authorization)
    {
        var (scheme, value) = authorization.Split(' ', 2, StringSplitOptions.TrimEntries) is [var name, var rest]
            ? (name, rest) : (authorization, string.Empty);
        if (scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && value.Length > 0)
        {
            return value;
        }

        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && PasswordIn(value) is { } password)
        {
            return password;
        }

        throw Refused("The Authorization header is neither Bearer KEY nor Basic with a key as the password.");
    }

    private static string? PasswordIn(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length)
            .Split(':', 2) is [_, { Length: > 0 } password]
            ? password
            : null;
    }
}
