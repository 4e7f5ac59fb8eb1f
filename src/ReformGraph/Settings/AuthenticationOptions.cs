using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ReformGraph.Domain.Access;

namespace ReformGraph.Settings;

/// <summary>The issuer whose tokens (JWT) the server accepts in addition to its own API keys.</summary>
public sealed class AuthenticationOptions
{
    [Description("The issuer (iss) of the tokens (JWT) that the server accepts. Without it, the server accepts only API keys.")]
    [Required(ErrorMessage = "the issuer as it appears in the tokens")]
    public string? Issuer { get; init; }

    [Description("The audience (aud) that a token must name.")]
    [Required(ErrorMessage = "the audience as it appears in the tokens")]
    public string? Audience { get; init; }

    [Description("The file of the issuer's public keys: a JSON Web Key Set, or one PUBLIC KEY in PEM. The server reads it at startup.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? KeyFile { get; init; }

    [Description("The algorithms with which a token may be signed, separated by semicolons. All of them use public keys.")]
    [RegularExpression("(RS|PS|ES)(256|384|512)(;(RS|PS|ES)(256|384|512))*",
        ErrorMessage = "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 or ES512, separated by ;")]
    public string Algorithms { get; init; } = "RS256;ES256";

    [Description("The claim of a token that contains its role or roles.")]
    [Required(ErrorMessage = "the name of a claim")]
    public string RoleClaim { get; init; } = "role";

    [Description("The claim of a token that contains scopes, such as scope. Without it, only the role limits a token.")]
    [Required(ErrorMessage = "the name of a claim")]
    public string? ScopeClaim { get; init; }

    public RoleValueOptions Roles { get; init; } = new();
}

/// <summary>The issuer's names for the roles. If a token has several, the first of admin, editor, auditor and reader applies.</summary>
public sealed class RoleValueOptions
{
    [Description("The value of the role claim for the role reader.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Reader { get; init; } = RoleNames.Reader;

    [Description("The value of the role claim for the role editor.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Editor { get; init; } = RoleNames.Editor;

    [Description("The value of the role claim for the role auditor.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Auditor { get; init; } = RoleNames.Auditor;

    [Description("The value of the role claim for the role admin.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Admin { get; init; } = RoleNames.Admin;
}
