using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ReformGraph.Access;
using ReformGraph.Engine;
using ReformGraph.Settings;

namespace ReformGraph;

/// <summary>
/// Every setting of the program. The properties are the keys: <c>Database:File</c> is <see cref="DatabaseOptions.File"/>.
/// The command line's options, the check of every key and value, and the reference's table all come from these declarations.
/// </summary>
public sealed class ReformGraphOptions
{
    [Description("Where the server listens: localhost, or the IP address of a network interface (0.0.0.0 is all of them). TLS belongs to a proxy in front.")]
    [ListenAddress]
    public string Url { get; init; } = "http://localhost:5080";

    [Description("Where clients reach the server if not at the address that its requests name, as behind a proxy that ends TLS: the links in answers begin with it, and its host is one of AllowedHosts. The proxy takes a path in it away from what it passes on.")]
    [PublicAddress]
    public string? PublicUrl { get; init; }

    [Description("Host names that the server answers for, with ; between them; *.example.org stands for its subdomains, * for every name.")]
    [RegularExpression(@"[^\s;/]+(;[^\s;/]+)*", ErrorMessage = "host names without scheme and port, with ; between them")]
    public string AllowedHosts { get; init; } = "localhost;127.0.0.1;[::1]";

    [Description("Origins of web pages that may call the server (CORS), with ; between them; * allows every page. They may send every header that the server reads, and read every one that it sets.")]
    [RegularExpression(@"(\*|https?://[^\s;/]+(;https?://[^\s;/]+)*)?", ErrorMessage = "origins such as https://dashboard.example.org, without a path, with ; between them")]
    public string AllowedOrigins { get; init; } = "";

    public DatabaseOptions Database { get; init; } = new();

    public LedgerOptions Ledger { get; init; } = new();

    public SeedingOptions Seeding { get; init; } = new();

    public ReportOptions Report { get; init; } = new();

    public WriteOptions Writes { get; init; } = new();

    public ExportOptions Exports { get; init; } = new();

    public AuthenticationOptions Authentication { get; init; } = new();

    public TrustedDocumentOptions TrustedDocuments { get; init; } = new();

    /// <summary>Shares the section Limits with the engine's.</summary>
    [ConfigurationKeyName("Limits")]
    public RequestLimits RequestLimits { get; init; } = new();

    /// <summary>The engine's settings; they stand at the top level, not in a section of their own.</summary>
    public EngineOptions Engine { get; init; } = new();
}

/// <summary>Where the data are.</summary>
public sealed class DatabaseOptions
{
    [Description("The SQLite database, relative to the working directory. It is created and seeded if it does not exist.")]
    [Required(ErrorMessage = "the path of a file")]
    public string File { get; init; } = "data/reformgraph.db";

    [Description("Whether a Database:File that does not exist is an error, rather than created and seeded: a wrong path or working directory is then found out at once.")]
    public bool MustExist { get; init; }
}

/// <summary>How the log of changes is vouched for.</summary>
public sealed class LedgerOptions
{
    [Description("The private key by which checkpoints are signed (ECDSA over P-256, PEM); without it, the database's name with .key.pem behind. It is made when it is first needed.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? KeyFile { get; init; }
}

/// <summary>What a new database holds.</summary>
public sealed class SeedingOptions
{
    [Description("The folder of the seed files; without it, seed-data beside the program.")]
    [Required(ErrorMessage = "the path of a folder")]
    public string? Folder { get; init; }

    /// <summary>The folder that is meant.</summary>
    internal string Source => Folder ?? Path.Combine(AppContext.BaseDirectory, "seed-data");
}

/// <summary>The report that the figures come from.</summary>
public sealed class ReportOptions
{
    [Description("The report's text. With it, and if its hash is the one the figures were taken from, a locator gives the sentence itself.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? File { get; init; }
}

/// <summary>How mutations write.</summary>
public sealed class WriteOptions
{
    [Description("How long is waited for another process that writes to the database, before mutations are refused.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>How files of exports are kept.</summary>
public sealed class ExportOptions
{
    [Description("Bytes of Parquet and XLSX files that are kept in the folder for temporary files, so that who asks again, or for a part, is served at once. No more are kept than are free beside them on its disk.")]
    [Range(0, 1_000_000_000_000)]
    public long KeptBytes { get; init; } = 1_073_741_824;
}

/// <summary>Whose tokens (JWT) the server accepts besides its own API keys.</summary>
public sealed class AuthenticationOptions
{
    [Description("The issuer (iss) of the tokens (JWT) that are accepted. Without it only API keys are.")]
    [Required(ErrorMessage = "the issuer as it stands in the tokens")]
    public string? Issuer { get; init; }

    [Description("The audience (aud) that a token must name.")]
    [Required(ErrorMessage = "the audience as it stands in the tokens")]
    public string? Audience { get; init; }

    [Description("The issuer's public keys: a file with a JSON Web Key Set, or with one PUBLIC KEY in PEM. It is read at the start.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? KeyFile { get; init; }

    [Description("The algorithms by which a token may be signed, with ; between them. All are of public keys.")]
    [RegularExpression("(RS|PS|ES)(256|384|512)(;(RS|PS|ES)(256|384|512))*", ErrorMessage = "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384 or ES512, with ; between them")]
    public string Algorithms { get; init; } = "RS256;ES256";

    [Description("The claim of a token that holds its role or roles.")]
    [Required(ErrorMessage = "the name of a claim")]
    public string RoleClaim { get; init; } = "role";

    public RoleValueOptions Roles { get; init; } = new();
}

/// <summary>How the issuer of the tokens calls the roles. Of several roles the first of admin, editor, auditor and reader counts.</summary>
public sealed class RoleValueOptions
{
    [Description("The value of the role claim that makes a reader.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Reader { get; init; } = RoleNames.Reader;

    [Description("The value of the role claim that makes an editor.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Editor { get; init; } = RoleNames.Editor;

    [Description("The value of the role claim that makes an auditor.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Auditor { get; init; } = RoleNames.Auditor;

    [Description("The value of the role claim that makes an admin.")]
    [Required(ErrorMessage = "the value of a claim")]
    public string Admin { get; init; } = RoleNames.Admin;
}

/// <summary>Documents that are known before they are asked for.</summary>
public sealed class TrustedDocumentOptions
{
    [Description("A folder of .graphql files; each can be asked for as documentId by its name or by sha256: and its hash.")]
    [Required(ErrorMessage = "the path of a folder")]
    public string? Folder { get; init; }

    [Description("Whether every document that is not in TrustedDocuments:Folder is refused, and with them the schema, OData, the catalogue, proofs of rows and exports without a document.")]
    public bool Only { get; init; }
}

/// <summary>What a client may send, and how slowly it may read.</summary>
public sealed class RequestLimits
{
    [Description("Bytes in the body of a request.")]
    [Range(1_000, 100_000_000)]
    public int BodyBytes { get; init; } = 1_048_576;

    [Description("Bytes in a table that is sent to be imported; of a workbook, also those of its parts that are read when they are unpacked.")]
    [Range(1_000, 10_000_000_000)]
    public long ImportBytes { get; init; } = 268_435_456;

    [Description("Rows in a table that is imported.")]
    [Range(1, 100_000_000)]
    public int ImportRows { get; init; } = 1_000_000;

    [Description("Bytes in a second that a client must send of a body and take of an answer. One that is slower throughout Limits:ClientGrace is cut off.")]
    [Range(1, 1_000_000_000)]
    public int ClientBytesPerSecond { get; init; } = 2_000;

    [Description("How long a client may be slower than Limits:ClientBytesPerSecond. It is looked at in periods of this length, so that it is cut off after two of them; so is one that sends no request, or not the whole head of one. On systems other than Linux what their buffers hold for a client counts as taken.")]
    [Range(typeof(TimeSpan), "00:00:02", "00:10:00")]
    public TimeSpan ClientGrace { get; init; } = TimeSpan.FromSeconds(8);

    [Description("Objects and arrays inside one another in the JSON of a request.")]
    [Range(4, 1_000)]
    public int JsonDepth { get; init; } = 64;
}
