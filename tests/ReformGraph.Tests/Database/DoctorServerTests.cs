using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ReformGraph.Settings;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Database;

/// <summary>What <c>doctor</c> finds at the addresses of the server, and in its certificate.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DoctorServerTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_port_that_another_program_has_taken_is_an_error_and_the_findings_are_also_JSON()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var options = new ReformGraphOptions { Url = $"http://{taken.LocalEndpoint}", Database = new() { File = database.Path } };
        var answering = Task.Run(async () =>
        {
            using var client = await taken.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        });
        var (exit, output) = await DoctorTests.RunAsync(options, "--json");
        await answering;
        using var json = JsonDocument.Parse(output);
        Assert.Equal((1, false), (exit, json.RootElement.GetProperty("serves").GetBoolean()));
        var last = json.RootElement.GetProperty("findings").EnumerateArray().Last();
        Assert.Equal(("port", "ERROR"), (last.GetProperty("check").GetString(), last.GetProperty("state").GetString()));
        Assert.StartsWith($"The server cannot listen on {options.Url}: ", last.GetProperty("message").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_metrics_is_checked_by_itself()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var options = new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
            Metrics = new() { Url = $"http://{taken.LocalEndpoint}" },
        };
        var answering = Task.Run(async () => (await taken.AcceptTcpClientAsync()).Dispose());
        var findings = await DoctorTests.FindingsAsync(options, "port");
        await answering;
        Assert.Equal("OK The server can listen on http://127.0.0.1:0.", findings[0]);
        Assert.StartsWith($"ERROR The server cannot listen on {options.Metrics.Url}: ", Assert.Single(findings.Skip(1)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(31, "OK The certificate {0} is valid until {1}.")]
    [InlineData(29, "WARNING The certificate {0} expires on {1}: renew it, and replace the file.")]
    [InlineData(-1, "WARNING The certificate {0} expired on {1}: renew it, and replace the file.")]
    public async Task A_certificate_that_has_expired_or_soon_will_is_a_warning(int days, string finding)
    {
        var (file, end) = (Path.Combine(database.Folder, "certificate.pem"), DateTimeOffset.UtcNow.AddDays(days).AddHours(1));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(end.AddDays(-90), end);
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        var options = new ReformGraphOptions
        {
            Url = "https://127.0.0.1:0",
            Database = new() { File = database.Path },
            Tls = new() { CertificateFile = file },
        };
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, finding, file, $"{end:yyyy-MM-dd}"),
            await DoctorTests.OneAsync(options, "tls"));
    }

    [Fact]
    [Trait("Kind", "process")]
    public async Task A_server_that_runs_is_no_fault_and_goes_on()
    {
        using var server = ProgramProcess.Start(database.Folder, "--Url=http://127.0.0.1:0", "--Metrics:Url=http://127.0.0.1:0",
            "--database", database.Path);
        var url = (await SaidAsync(server, "Listening on ")).Replace("/graphql", "", StringComparison.Ordinal);
        var metrics = (await SaidAsync(server, "Metrics at ")).Replace("/metrics", "", StringComparison.Ordinal);
        string[] beside = [database.Path, database.Path + "-shm", database.Path + "-wal"];
        var (exit, output, error) = await ProgramProcess.RunAsync(database.Folder, "doctor", "--Url", url, "--Metrics:Url", metrics,
            "--database", database.Path);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains(
            $"\nOK       port       A server is running at {url}.\nOK       port       A server is running at {metrics}.\n", output,
            StringComparison.Ordinal);
        Assert.Equal(beside, Directory.GetFiles(database.Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Order());
        Assert.False(server.HasExited);
    }

    private static async Task<string> SaidAsync(ProgramProcess server, string beginning)
    {
        while (await server.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line[beginning.Length..];
            }
        }

        throw new InvalidOperationException($"The server did not say {beginning}");
    }
}
