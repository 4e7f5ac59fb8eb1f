using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReformGraph.Data.Errors;
using ReformGraph.Settings;

namespace ReformGraph.Http;

/// <summary>
/// The certificate with which the server speaks TLS. Its files are read again when they have changed, and new connections use what they
/// then contain. While they cannot be used, for example because only one of them has been replaced, the last certificate stays.
/// </summary>
internal sealed partial class ServerCertificate
{
    /// <summary>How long a renewed file may remain unnoticed.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);

    private readonly Lock reading = new();
    private readonly string certificateFile, keyFile;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private SslStreamCertificateContext current;
    private (DateTime Certificate, DateTime Key) read;
    private long looked;

    /// <exception cref="StartupException">The files contain no certificate with its private key.</exception>
    public ServerCertificate(TlsOptions files, TimeProvider time, ILogger log)
    {
        (certificateFile, keyFile, this.time, this.log) = (files.CertificateFile!, files.KeyFile ?? files.CertificateFile!, time, log);
        looked = time.GetTimestamp();
        try
        {
            (read, current) = (Written(), Read());
        }
        catch (Exception failure) when (IsOfFiles(failure))
        {
            throw new StartupException(
                $"There is no certificate with its private key in {certificateFile} and {keyFile}: {failure.Message.TrimEnd('.')}. Both " +
                "must be in PEM.");
        }
    }

    /// <summary>The certificate for a new connection, with those of its issuers that its file contains.</summary>
    public SslStreamCertificateContext Current
    {
        get
        {
            if (time.GetElapsedTime(Volatile.Read(ref looked)) >= BetweenLooks)
            {
                Look();
            }

            return Volatile.Read(ref current);
        }
    }

    private void Look()
    {
        lock (reading)
        {
            Volatile.Write(ref looked, time.GetTimestamp());
            try
            {
                if (Written() is var written && written != read)
                {
                    read = written;
                    Volatile.Write(ref current, Read());
                    LogRenewed(log, current.TargetCertificate.NotAfter.ToUniversalTime());
                }
            }
            catch (Exception failure) when (IsOfFiles(failure))
            {
                LogKept(log, failure.Message);
            }
        }
    }

    private (DateTime Certificate, DateTime Key) Written() =>
        (WrittenAt(certificateFile), WrittenAt(keyFile));

    // A renewal may replace the target of a link, as Kubernetes and certbot do.
    private static DateTime WrittenAt(string file) =>
        (File.ResolveLinkTarget(file, returnFinalTarget: true) ?? new FileInfo(file)).LastWriteTimeUtc;

    private SslStreamCertificateContext Read()
    {
        var issuers = new X509Certificate2Collection();
        issuers.ImportFromPemFile(certificateFile);
        issuers.RemoveAt(0);
        var certificate = X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        return SslStreamCertificateContext.Create(
            OperatingSystem.IsWindows() ? Stored(certificate) : certificate, issuers, offline: true);
    }

    // Windows does not accept a key that is only in memory.
    private static X509Certificate2 Stored(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);

    private static bool IsOfFiles(Exception failure) =>
        failure is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException;

    [LoggerMessage(LogLevel.Information, "The renewed certificate is used for new connections; it is valid until {End:u}")]
    private static partial void LogRenewed(ILogger log, DateTime end);

    [LoggerMessage(LogLevel.Warning, "The changed certificate cannot be used, so the last one stays: {Reason}")]
    private static partial void LogKept(ILogger log, string reason);
}
