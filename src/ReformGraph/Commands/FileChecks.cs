using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Access;
using ReformGraph.Data.Errors;
using ReformGraph.Data.Ledger;
using ReformGraph.Data.Reports;
using ReformGraph.Data.Sqlite;
using ReformGraph.Http;
using ReformGraph.Settings;

namespace ReformGraph.Commands;

/// <summary>What <c>doctor</c> checks in the files that settings name: the key of the ledger, the certificate, the keys of tokens, trusted
/// documents and the report.</summary>
/// <param name="options">The settings.</param>
/// <param name="tell">Receives each finding.</param>
internal sealed class FileChecks(ReformGraphOptions options, Action<Finding> tell)
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite;

    /// <summary>Runs them.</summary>
    public async Task RunAsync()
    {
        // A server without a usable key serves, but signs no checkpoint.
        Try("ledger", FindingState.Warning, CheckLedgerKey);
        if (options.Tls.CertificateFile is { } certificate)
        {
            CheckCertificate(certificate);
        }

        if (options.Authentication.Issuer is { } issuer)
        {
            Try("tokens", FindingState.Error, () =>
            {
                TokenCheck.Create(options.Authentication);
                return $"The public keys of {issuer} can be read.";
            });
        }

        if (options.TrustedDocuments.Folder is { } folder)
        {
            await using var services = Documents();
            Try("documents", FindingState.Error, () =>
            {
                services.GetRequiredService<TrustedDocuments>();
                return $"The trusted documents in {folder} are valid.";
            });
        }

        if (options.Report.File is { } report)
        {
            Try("report", FindingState.Error, () =>
            {
                ReportFile.Read(report);
                return $"The report {report} can be read.";
            });
        }
    }

    private void CheckCertificate(string file)
    {
        try
        {
            var certificate = new ServerCertificate(options.Tls, TimeProvider.System, NullLogger.Instance).Current.TargetCertificate;
            var (end, now) = (new DateTimeOffset(certificate.NotAfter).ToUniversalTime(), TimeProvider.System.GetUtcNow());
            tell(end > now.AddDays(Finding.DaysOfWarning)
                ? new("tls", FindingState.Ok, $"The certificate {file} is valid until {end:yyyy-MM-dd}.")
                : new("tls", FindingState.Warning,
                    $"The certificate {file} {(end <= now ? "expired" : "expires")} on {end:yyyy-MM-dd}: renew it, and replace the file."));
        }
        catch (StartupException refusal)
        {
            tell(new("tls", FindingState.Error, refusal.Message));
        }
    }

    private string CheckLedgerKey()
    {
        var file = options.LedgerKeyFile;
        if (!Path.Exists(file))
        {
            return WriteAccess.MayCreateIn(DiskChecks.NearestFolder(file))
                ? $"The key {file} is created when the first checkpoint is signed."
                : throw new StartupException(
                    $"The key {file} does not exist, and this account ({Environment.UserName}) may not create it: the server cannot sign " +
                    "checkpoints. Put the key there, or give the folder to the account.");
        }

        LedgerKey.Open(file).Dispose();
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & OfOthers) == 0
            ? $"The key {file} can be read, and by this account only."
            : throw new StartupException(
                $"Other accounts can read or write the key {file}, and so sign checkpoints: chmod 600 {file}. If they may have copied " +
                "it, replace it.");
    }

    // With the other settings, the database would be opened.
    private ServiceProvider Documents() => new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddReformGraph(new ReformGraphOptions { Engine = options.Engine, TrustedDocuments = options.TrustedDocuments })
        .BuildServiceProvider();

    private void Try(string check, FindingState otherwise, Func<string> run)
    {
        try
        {
            tell(new(check, FindingState.Ok, run()));
        }
        catch (StartupException refusal)
        {
            tell(new(check, otherwise, refusal.Message));
        }
    }
}
