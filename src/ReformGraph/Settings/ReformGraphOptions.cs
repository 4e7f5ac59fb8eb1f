using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ReformGraph.Data.Ledger;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Settings;

/// <summary>
/// Every setting of the program. The properties are the keys: <c>Database:File</c> is <see cref="DatabaseOptions.File"/>.
/// The command line's options, the check of every key and value, and the reference's table all come from these declarations.
/// </summary>
public sealed class ReformGraphOptions
{
    [Description(
        "The address that the server listens on: localhost, or the IP address of a network interface (0.0.0.0 means all of them). With " +
        "https, it needs Tls:CertificateFile.")]
    [ListenAddress]
    public string Url { get; init; } = "http://localhost:5080";

    [Description(
        "The address at which clients reach the server, if it differs from the one that requests name, for example behind a proxy that " +
        "terminates TLS. Links in responses start with it, and its host counts as one of AllowedHosts. If it has a path, the proxy must " +
        "remove the path from the requests that it forwards.")]
    [PublicAddress]
    public string? PublicUrl { get; init; }

    [Description(
        "The host names that the server answers to, separated by semicolons. *.example.org stands for its subdomains, and * for every " +
        "name.")]
    [RegularExpression(@"[^\s;/]+(;[^\s;/]+)*", ErrorMessage = "host names without scheme and port, separated by ;")]
    public string AllowedHosts { get; init; } = "localhost;127.0.0.1;[::1]";

    [Description(
        "The origins of web pages that may call the server (CORS), separated by semicolons. * allows every page. These pages may send " +
        "every header that the server reads, and read every header that it sets.")]
    [RegularExpression(@"(\*|https?://[^\s;/]+(;https?://[^\s;/]+)*)?",
        ErrorMessage = "origins such as https://dashboard.example.org, without a path, separated by ;")]
    public string AllowedOrigins { get; init; } = "";

    [Description(
        "The IP addresses of reverse proxies, or their networks such as 10.0.0.0/24, separated by semicolons. Of a request from one of " +
        "them, the address of the client is the last in X-Forwarded-For that is not a proxy's. Without it, the header is ignored.")]
    [Networks]
    public string? TrustedProxies { get; init; }

    [Description("How long requests in progress may take after the server was told to stop. It then ends the connections that are left.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(30);

    [Description(
        "Whether requests that read sensitive fields are recorded, in a file for each month beside the database. While it cannot be " +
        "written, such requests are refused.")]
    public bool RecordSensitiveReads { get; init; }

    public TlsOptions Tls { get; init; } = new();

    public DatabaseOptions Database { get; init; } = new();

    public LedgerOptions Ledger { get; init; } = new();

    public SeedingOptions Seeding { get; init; } = new();

    public ReportOptions Report { get; init; } = new();

    public WriteOptions Writes { get; init; } = new();

    public ExportOptions Exports { get; init; } = new();

    public AuthenticationOptions Authentication { get; init; } = new();

    public TrustedDocumentOptions TrustedDocuments { get; init; } = new();

    public RateLimitOptions RateLimits { get; init; } = new();

    public LoggingOptions Logging { get; init; } = new();

    public MetricsOptions Metrics { get; init; } = new();

    /// <summary>Where the server listens: the API first, then metrics, if they have an address.</summary>
    internal IEnumerable<Uri> Addresses => new[] { Url, Metrics.Url }.OfType<string>().Select(url => new Uri(url));

    /// <summary>The file in effect of the private key that signs checkpoints.</summary>
    internal string LedgerKeyFile => Ledger.KeyFile ?? LedgerKey.PathOf(Database.File);

    /// <summary>Shares the section Limits with the engine's.</summary>
    [ConfigurationKeyName("Limits")]
    public RequestLimits RequestLimits { get; init; } = new();

    /// <summary>The engine's settings, at the top level rather than in a section of their own.</summary>
    public EngineOptions Engine { get; init; } = new();
}

/// <summary>The certificate of a server that speaks TLS itself.</summary>
public sealed class TlsOptions
{
    [Description(
        "The file of the certificate (PEM) of a server whose Url begins with https, followed by those of its issuers. A renewed file is " +
        "used for new connections within 10 seconds.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? CertificateFile { get; init; }

    [Description("The file of the certificate's private key (PEM). By default, it is in Tls:CertificateFile.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? KeyFile { get; init; }
}

/// <summary>Where the data are.</summary>
public sealed class DatabaseOptions
{
    [Description(
        "The file of the SQLite database, relative to the working directory. If it does not exist, the server creates and seeds it.")]
    [Required(ErrorMessage = "the path of a file")]
    public string File { get; init; } = "data/reformgraph.db";

    [Description(
        "Whether it is an error if Database:File does not exist, instead of creating and seeding it. This reveals a wrong path or " +
        "working directory at once.")]
    public bool MustExist { get; init; }
}

/// <summary>How the log of changes is signed.</summary>
public sealed class LedgerOptions
{
    [Description(
        "The file of the private key that signs checkpoints (ECDSA over P-256, PEM). By default, the database's name followed by " +
        ".key.pem. It is created when it is first needed.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? KeyFile { get; init; }
}

/// <summary>The content of a new database.</summary>
public sealed class SeedingOptions
{
    [Description("The folder of the seed files. By default, seed-data next to the program.")]
    [Required(ErrorMessage = "the path of a folder")]
    public string? Folder { get; init; }

    /// <summary>The folder in effect.</summary>
    internal string Source => Folder ?? Path.Combine(AppContext.BaseDirectory, "seed-data");
}

/// <summary>The report that the figures come from.</summary>
public sealed class ReportOptions
{
    [Description(
        "The file with a report's text, as a text or a Word file (.docx). If its hash is that of a report in the database, its text and " +
        "the sentences of locators can be read, although the database does not keep the text.")]
    [Required(ErrorMessage = "the path of a file")]
    public string? File { get; init; }
}

/// <summary>How mutations write.</summary>
public sealed class WriteOptions
{
    [Description("How long a mutation waits for another process that is writing to the database before it is refused.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>How files of exports are kept.</summary>
public sealed class ExportOptions
{
    [Description(
        "How many bytes of Parquet and XLSX files are kept in the folder for temporary files, so that a repeated request, or one for a " +
        "part of a file, is answered at once. The files never take more space than is left free on the disk.")]
    [Range(0, 1_000_000_000_000)]
    public long KeptBytes { get; init; } = 1_073_741_824;
}

/// <summary>Where the metrics can be read.</summary>
public sealed class MetricsOptions
{
    [Description(
        "The address at which Prometheus can read metrics, at /metrics, such as http://127.0.0.1:9464. Nothing else is served there. " +
        "If other machines can reach it, every request needs a key. Without it, there is no such address. The environment variables of " +
        "OpenTelemetry say where traces and metrics are sent.")]
    [ListenAddress]
    public string? Url { get; init; }
}

/// <summary>Documents known in advance.</summary>
public sealed class TrustedDocumentOptions
{
    [Description(
        "A folder of .graphql files. A request can name each of them in documentId, by its name or by sha256: followed by its hash.")]
    [Required(ErrorMessage = "the path of a folder")]
    public string? Folder { get; init; }

    [Description(
        "Whether the server refuses every document that is not in TrustedDocuments:Folder, and with them the schema, OData, the " +
        "catalogue, proofs of rows and exports without a document.")]
    public bool Only { get; init; }
}
