using System.Text;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Access;

/// <summary>
/// Finds the sender of a request from its <c>Authorization</c> header. A server that only this machine can reach, and that has neither a
/// key nor a token issuer, admits everyone as <see cref="Actor.Local"/>; every other server requires a key or a token in each request.
/// </summary>
internal sealed class Authentication : IDisposable
{
    /// <summary>In the data of a refusal: the name of the key, if the client sent the whole key.</summary>
    public const string Holder = "holder";

    private readonly KeyRing keys;
    private readonly TokenCheck? tokens;
    private readonly bool mayBeOpen;
    private readonly TimeProvider time;

    public Authentication(ReformGraphOptions options, TimeProvider time)
    {
        this.time = time;
        keys = new KeyRing(options.Database.File);
        tokens = TokenCheck.Create(options.Authentication);
        mayBeOpen = tokens is null && Exposure.IsLocal(options);
    }

    /// <summary>The sender of a request.</summary>
    /// <param name="authorization">The header as sent; null or empty if there is none.</param>
    /// <exception cref="RequestErrorException">The server does not know the sender.</exception>
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

    /// <summary>The error for a request with an unknown sender.</summary>
    internal static RequestErrorException Refused(string message) => new(new RequestError(ServerErrorCodes.Unauthenticated, message));

    // Only a client that has the key itself learns that it existed.
    private Actor HolderOf(string text) => keys.Find(text) switch
    {
        null => throw Refused("This server does not know the API key."),
        { } key => key.StateAt(time.GetUtcNow().UtcDateTime) switch
        {
            KeyState.Revoked => throw RefusedTo(key, "The API key was revoked."),
            KeyState.Expired => throw RefusedTo(key, $"The API key expired on {key.ExpiresOn:yyyy-MM-dd}."),
            KeyState.Replaced => throw RefusedTo(key,
                $"The API key was replaced, and was valid until {key.ReplacedAt:yyyy-MM-dd HH:mm} UTC."),
            _ => new Actor(key.Name, key.Role, key.Scope),
        },
    };

    private static RequestErrorException RefusedTo(ApiKey key, string message)
    {
        var refused = Refused(message);
        refused.Data[Holder] = key.Name;
        return refused;
    }

    // Excel, Power BI and browsers send a name and a password; the key is the password, and the name is ignored.
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
