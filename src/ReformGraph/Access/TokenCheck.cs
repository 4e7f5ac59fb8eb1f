using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Settings;

namespace ReformGraph.Access;

/// <summary>
/// Checks the tokens (JWT) of one issuer: signature by its public keys and by pinned algorithms, issuer, audience and lifetime; and reads
/// the subject and the role.
/// </summary>
internal sealed class TokenCheck
{
    private const int LongestName = 200;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly AuthenticationOptions options;
    private readonly TokenValidationParameters rules;

    private TokenCheck(AuthenticationOptions options)
    {
        this.options = options;
        rules = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            ValidAlgorithms = options.Algorithms.Split(';'),
            IssuerSigningKeys = KeysOf(options.KeyFile!),
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>The check configured in the settings; null if they name no issuer.</summary>
    /// <exception cref="StartupException">The file of keys cannot be used.</exception>
    public static TokenCheck? Create(AuthenticationOptions options) => options.Issuer is null ? null : new TokenCheck(options);

    /// <summary>The sender that a token identifies.</summary>
    /// <exception cref="RequestErrorException">The token is not valid.</exception>
    public async ValueTask<Actor> ActorOfAsync(string token)
    {
        var result = await handler.ValidateTokenAsync(token, rules);
        if (!result.IsValid)
        {
            throw Authentication.Refused(result.Exception switch
            {
                SecurityTokenExpiredException => "The token has expired; get a new one.",
                SecurityTokenNotYetValidException => "The token is not valid yet.",
                _ => "This server does not accept the token: its format, algorithm, signature, issuer, audience or lifetime is " +
                "wrong.",
            });
        }

        var claims = (JsonWebToken)result.SecurityToken;
        if (claims.TryGetHeaderValue("crit", out object _)) // the library leaves it to its caller (RFC 7515, 4.1.11)
        {
            throw Authentication.Refused(
                "The token has a crit header, so a server may accept it only if it understands the extensions named there. This server " +
                "understands none.");
        }

        return new Actor(NameIn(claims), RoleIn(claims), ScopeIn(claims));
    }

    private static string NameIn(JsonWebToken token)
    {
        var name = string.IsNullOrEmpty(token.Subject)
            ? token.TryGetPayloadValue("name", out string given) ? given : string.Empty : token.Subject;
        return name.Length > 0 && !UnicodeText.IsLongerThan(name, LongestName) && !name.Any(char.IsControl) && name != Actor.LocalName
            ? name
            : throw Authentication.Refused(
                "The token does not name its subject: it needs a claim sub or name of at most 200 characters that is not 'local'.");
    }

    private Role RoleIn(JsonWebToken token)
    {
        var held = token.Claims.Where(claim => claim.Type == options.RoleClaim).Select(claim => claim.Value).ToHashSet();
        return held.Contains(options.Roles.Admin) ? Role.Admin
            : held.Contains(options.Roles.Editor) ? Role.Editor
            : held.Contains(options.Roles.Auditor) ? Role.Auditor
            : held.Contains(options.Roles.Reader) ? Role.Reader
            : throw Authentication.Refused(
                $"The token gives no role on this server: its claim {options.RoleClaim} has none of the values in the settings " +
                "Authentication:Roles.");
    }

    // The claim has values separated by spaces (RFC 8693, 4.2), or a list of values; those of other services are ignored.
    private AccessScope? ScopeIn(JsonWebToken token)
    {
        var values = token.Claims.Where(claim => claim.Type == options.ScopeClaim)
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        return AccessScope.Of(After("read:"), After("write:"), After("county:"));

        List<string>? After(string prefix)
        {
            var named = values.Where(value => value.StartsWith(prefix, StringComparison.Ordinal)).Select(value => value[prefix.Length..]);
            return named.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } found ? found : null;
        }
    }

    private static IEnumerable<SecurityKey> KeysOf(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            var keys = text.TrimStart().StartsWith('{') ? new JsonWebKeySet(text).GetSigningKeys() : [PublicKeyOf(text)];
            return keys.Any(key => key is AsymmetricSecurityKey or JsonWebKey)
                ? keys : throw new StartupException($"The file {path} (Authentication:KeyFile) does not contain a public key.");
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or ArgumentException
            or CryptographicException)
        {
            throw new StartupException($"The file {path} (Authentication:KeyFile) cannot be used: {unusable.Message}", unusable);
        }
    }

    private static AsymmetricSecurityKey PublicKeyOf(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != "PUBLIC KEY")
        {
            throw new ArgumentException("it is neither a JSON Web Key Set nor a PUBLIC KEY in PEM.");
        }

        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return new RsaSecurityKey(rsa);
        }
        catch (CryptographicException)
        {
            var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            return new ECDsaSecurityKey(curve);
        }
    }
}
