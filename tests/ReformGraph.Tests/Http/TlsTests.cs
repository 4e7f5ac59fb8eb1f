using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Data.Errors;
using ReformGraph.Http;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>A server that speaks TLS itself, and the number of its connections.</summary>
public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly X509Certificate2 issuer = Issuer();

    private TlsOptions Files => new()
    {
        CertificateFile = Path.Combine(folder.FullName, "certificate.pem"),
        KeyFile = Path.Combine(folder.FullName, "key.pem"),
    };

    public void Dispose()
    {
        issuer.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_answers_by_http_2_whoever_trusts_the_issuer_of_its_certificate()
    {
        Write();
        var server = await RunningServer.StartAsync(RunningServer.Options(tls: Files));
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler
            {
                SslOptions = { CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { issuer },
                    RevocationMode = X509RevocationMode.NoCheck,
                } },
            })
            { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
            var answer = await client.PostAsync(new Uri(server.Address, "/graphql"),
                new StringContent("""{"query":"{ riskVillages { totalCount } }"}""", Encoding.UTF8, "application/json"));
            Assert.Equal("""{"data":{"riskVillages":{"totalCount":118}}}""", await answer.Content.ReadAsStringAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public void A_renewed_certificate_is_used_as_soon_as_both_of_its_files_are_there()
    {
        var time = new SetTime();
        var first = Write();
        var certificate = new ServerCertificate(Files, time, NullLogger.Instance);
        Assert.Equal(first, certificate.Current.TargetCertificate.Thumbprint);

        var key = File.ReadAllText(Files.KeyFile!);
        var second = Write();
        var renewed = File.ReadAllText(Files.KeyFile!);
        File.WriteAllText(Files.KeyFile!, key);
        time.Now += ServerCertificate.BetweenLooks;
        Assert.Equal(first, certificate.Current.TargetCertificate.Thumbprint);

        File.WriteAllText(Files.KeyFile!, renewed);
        Touch();
        Assert.Equal(first, certificate.Current.TargetCertificate.Thumbprint); // it does not look for every connection
        time.Now += ServerCertificate.BetweenLooks;
        Assert.Equal(second, certificate.Current.TargetCertificate.Thumbprint);
    }

    [Fact]
    public void A_server_does_not_start_without_the_key_of_its_certificate()
    {
        Write();
        File.WriteAllText(Files.KeyFile!, "no key");
        var refusal = Assert.Throws<StartupException>(() => new ServerCertificate(Files, TimeProvider.System, NullLogger.Instance));
        Assert.StartsWith($"There is no certificate with its private key in {Files.CertificateFile} and {Files.KeyFile}: ", refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_connections_than_the_limit_are_closed_and_others_are_served_when_one_ends()
    {
        var server = await RunningServer.StartAsync(RunningServer.Options(limits: new() { Connections = 2 }));
        try
        {
            using TcpClient first = await ConnectAsync(server), second = await ConnectAsync(server), third = await ConnectAsync(server);
            Assert.True(await AnswersAsync(first) && await AnswersAsync(second));
            Assert.False(await AnswersAsync(third));
            first.Close();
            Assert.True(SpinWait.SpinUntil(() => IsServedAsync(server).GetAwaiter().GetResult(), TimeSpan.FromSeconds(30)));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<bool> IsServedAsync(RunningServer server)
    {
        using var client = await ConnectAsync(server);
        return await AnswersAsync(client);
    }

    private static async Task<TcpClient> ConnectAsync(RunningServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        return client;
    }

    private static async Task<bool> AnswersAsync(TcpClient client)
    {
        try
        {
            await client.GetStream().WriteAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            return await client.GetStream().ReadAsync(new byte[12]) > 0;
        }
        catch (IOException) // it may be closed before it is written to
        {
            return false;
        }
    }

    private static X509Certificate2 Issuer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=issuer", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>Writes a certificate and its key, and returns its thumbprint.</summary>
    private string Write()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(issuer, issuer.NotBefore, issuer.NotAfter, Guid.NewGuid().ToByteArray());
        File.WriteAllText(Files.CertificateFile!, certificate.ExportCertificatePem());
        File.WriteAllText(Files.KeyFile!, key.ExportPkcs8PrivateKeyPem());
        Touch();
        return certificate.Thumbprint;
    }

    // Two writes may fall into one tick of the file system's clock.
    private void Touch() => File.SetLastWriteTimeUtc(Files.KeyFile!, DateTime.UtcNow.AddSeconds(Random.Shared.Next(1, 1_000_000)));

    private sealed class SetTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
