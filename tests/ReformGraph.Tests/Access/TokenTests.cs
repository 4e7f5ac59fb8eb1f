using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ReformGraph.Data.Errors;
using Xunit;

namespace ReformGraph.Tests.Access;

public sealed class TokenTests : IDisposable
{
    private const string Issuer = "https://login.example.org";
    private const string Unfit =
        "This server does not accept the token: its format, algorithm, signature, issuer, audience or lifetime is wrong.";
    private const string NoRole =
        "The token gives no role on this server: its claim groups has none of the values in the settings Authentication:Roles.";
    private const string NoName =
        "The token does not name its subject: it needs a claim sub or name of at most 200 characters that is not 'local'.";

    private static readonly string[] Several = ["staff", "viewers", "audit"];

    private readonly RSA own = RSA.Create(2048);
    private readonly RSA other = RSA.Create(2048);
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
        curve.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_token_of_the_issuer_lets_in_by_its_role_and_nobody_comes_without()
    {
        await using var guarded = await StartAsync(own.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(HttpStatusCode.Unauthorized, (await guarded.AskAsync(null)).StatusCode);
        const string Restricted = "{ changes { nodes { actor } } }";
        foreach (var (value, status) in new[] { ("viewers", 403), ("writers", 200), ("audit", 200), ("chiefs", 200) })
        {
            var token = Token(claims: ("groups", value));
            Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + token)).StatusCode);
            Assert.Equal(status, (int)(await guarded.AskAsync("Bearer " + token, Restricted)).StatusCode);
        }

        var several = Token(claims: ("groups", Several));
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + several, Restricted)).StatusCode);

        // Keys are accepted as well.
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + await guarded.KeyAsync(Domain.Access.Role.Reader))).StatusCode);
    }

    [Theory]
    [InlineData("openid read:riskVillages read:changes county:county", 200, 403, 200, 403)]
    [InlineData("read:riskVillages", 200, 403, 200, 403)]
    [InlineData("write:villages", 200, 200, 403, 403)]
    [InlineData("openid profile", 200, 200, 200, 200)]
    public async Task A_claim_limits_a_token_as_a_scope_does_a_key(string scopes, int own, int other, int change, int elsewhere)
    {
        await using var guarded = await StartAsync(this.own.ExportSubjectPublicKeyInfoPem(), "scope");
        var token = "Bearer " + Token(claims: [("groups", "chiefs"), ("scope", scopes)]);
        Assert.Equal(own, (int)(await guarded.AskAsync(token, "{ riskVillages { totalCount } }")).StatusCode);
        Assert.Equal(other, (int)(await guarded.AskAsync(token, "{ villages { totalCount } }")).StatusCode);
        const string Note = "change: { kind: CORRECTION, reason: \"x\" }";
        Assert.Equal(change, (int)(await guarded.AskAsync(token, $"mutation {{ updateRiskVillage(input: {{ {Note}, code: \"RV-H-001\", " +
            "version: 1, level: LOW }) { errors { __typename } } }")).StatusCode);
        Assert.Equal(elsewhere, (int)(await guarded.Server.SendAsync(HttpMethod.Post, "/import/counties?reason=x",
            new StringContent("code,knownAs\nother,Other\n", Encoding.UTF8, "text/csv"), "Authorization: " + token,
            "GraphQL-Require-Preflight: 1")).StatusCode);
    }

    [Fact]
    public async Task The_keys_may_be_a_set_and_of_curves()
    {
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(
            new ECDsaSecurityKey(ECDsa.Create(curve.ExportParameters(false))) { KeyId = "k1" });
        var set = JsonSerializer.Serialize(
            new { keys = new[] { new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = "k1", use = "sig" } } });
        await using var guarded = await StartAsync(set);
        var signing = new SigningCredentials(new ECDsaSecurityKey(curve) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha256);
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + Token(signing, claims: ("groups", "viewers")))).StatusCode);
        await ApiKeyTests.RefusedAsync(await guarded.AskAsync("Bearer " + Token(claims: ("groups", "viewers"))), Unfit);
    }

    [Fact]
    public async Task Hostile_tokens_are_refused()
    {
        var pem = own.ExportSubjectPublicKeyInfoPem();
        await using var guarded = await StartAsync(pem);
        var good = Token(claims: ("groups", "chiefs"));
        Assert.Equal(HttpStatusCode.OK, (await guarded.AskAsync("Bearer " + good)).StatusCode);
        foreach (var (token, message) in Hostile(good, pem))
        {
            using var response = await guarded.AskAsync("Bearer " + token);
            Assert.Equal((token, 401), (token, (int)response.StatusCode));
            await ApiKeyTests.RefusedAsync(response, message);
        }
    }

    private (string Token, string Message)[] Hostile(string good, string pem)
    {
        var parts = good.Split('.');
        var header = (string algorithm) => Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT"}""");
        var now = DateTime.UtcNow;
        return
        [
            ($"{header("none")}.{parts[1]}.", Unfit),
            ($"{header("none")}.{parts[1]}.{parts[2]}", Unfit),
            ($"{header("NoNe")}.{parts[1]}.", Unfit),
            (Hmac(header("HS256") + "." + parts[1], Encoding.UTF8.GetBytes(pem)), Unfit),
            (Hmac(header("HS256") + "." + parts[1], own.ExportSubjectPublicKeyInfo()), Unfit),
            (Token(new(new RsaSecurityKey(own), SecurityAlgorithms.RsaSha512), claims: ("groups", "chiefs")), Unfit),
                // good, but not pinned
            (Token(new(new RsaSecurityKey(other), SecurityAlgorithms.RsaSha256), claims: ("groups", "chiefs")), Unfit),
            (Token(issuer: "https://evil.example", claims: ("groups", "chiefs")), Unfit),
            (Token(audience: "another", claims: ("groups", "chiefs")), Unfit),
            (Token(from: now.AddHours(-2), until: now.AddHours(-1), claims: ("groups", "chiefs")), "The token has expired; get a new one."),
            (Token(from: now.AddHours(1), until: now.AddHours(2), claims: ("groups", "chiefs")), "The token is not valid yet."),
            (Eternal(), Unfit),
            (Token(claims: ("groups", "nobody")), NoRole),
            (Token(claims: ("role", "admin")), NoRole),
            (Token(claims: ("groups", "CHIEFS")), NoRole),
            (Token(subject: "local", claims: ("groups", "chiefs")), NoName),
            (Token(subject: new string('a', 201), claims: ("groups", "chiefs")), NoName),
            (Token(subject: "a\u001b[2J", claims: ("groups", "chiefs")), NoName),
            (Token(subject: "", claims: ("groups", "chiefs")), NoName),
            ($"{parts[0]}.{Base64UrlEncoder.Encode("""{"sub":"a","groups":"chiefs"}""")}.{parts[2]}", Unfit),
            ($"{parts[0]}.{parts[1]}", Unfit),
            ($"{parts[0]}.{parts[1]}.{parts[2]}.a.b", Unfit),
            ("..", Unfit),
            ("a", Unfit),
            (new string('a', 20_000), Unfit),
            (string.Join('.', Enumerable.Repeat("a", 5_000)), Unfit),
            (Base64UrlEncoder.Encode(new string('[', 10_000)) + ".a.b", Unfit),
        ];
    }

    /// <summary>RFC 7515, 4.1.11: a recipient that does not understand what the header names must not accept the token. This server
    /// understands none of it.</summary>
    [Theory]
    [InlineData("exp")]
    [InlineData("b64")]
    [InlineData("https://example.org/extension")]
    [InlineData(null)]
    public async Task A_token_with_extensions_that_must_be_understood_is_refused(string? extension)
    {
        await using var guarded = await StartAsync(own.ExportSubjectPublicKeyInfoPem());
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "reformgraph",
            Claims = new Dictionary<string, object> { ["sub"] = "li.wei", ["groups"] = "chiefs" },
            AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = extension is null ? [] : new[] { extension } },
            SigningCredentials = new(new RsaSecurityKey(own), SecurityAlgorithms.RsaSha256),
        });
        await ApiKeyTests.RefusedAsync(
            await guarded.AskAsync("Bearer " + token),
            "The token has a crit header, so a server may accept it only if it understands the extensions named there. This server " +
            "understands none.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA"}]}""")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nYQ==\n-----END PUBLIC KEY-----")]
    [InlineData("PRIVATE")]
    public async Task A_file_without_a_public_key_ends_the_start_in_one_line(string? content)
    {
        var refusal =
            await Assert.ThrowsAsync<StartupException>(() => StartAsync(content == "PRIVATE" ? own.ExportPkcs8PrivateKeyPem() : content));
        Assert.Contains("keys (Authentication:KeyFile) ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private async Task<GuardedServer> StartAsync(string? keys, string? scopeClaim = null)
    {
        var file = Path.Combine(folder, "keys");
        if (keys is not null)
        {
            await File.WriteAllTextAsync(file, keys);
        }

        return await GuardedServer.StartAsync(new()
        {
            Issuer = Issuer,
            Audience = "reformgraph",
            KeyFile = file,
            RoleClaim = "groups",
            ScopeClaim = scopeClaim,
            Roles = new() { Reader = "viewers", Editor = "writers", Auditor = "audit", Admin = "chiefs" },
        });
    }

    private string Token(SigningCredentials? signing = null, string issuer = Issuer, string audience = "reformgraph",
        string subject = "li.wei", DateTime? from = null, DateTime? until = null, params (string Name, object Value)[] claims) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = from,
            Expires = until,
            Subject = new ClaimsIdentity([new Claim("sub", subject)]),
            Claims = claims.ToDictionary(claim => claim.Name, claim => claim.Value),
            SigningCredentials = signing ?? new(new RsaSecurityKey(own), SecurityAlgorithms.RsaSha256),
        });

    private string Eternal() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
        $$"""{"iss":"{{Issuer}}","aud":"reformgraph","sub":"a","groups":"chiefs"}""",
            new SigningCredentials(new RsaSecurityKey(own), SecurityAlgorithms.RsaSha256));

    private static string Hmac(string signed, byte[] key) =>
        $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
}
