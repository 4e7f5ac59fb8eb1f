using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ReformGraph.Commands;
using ReformGraph.Engine;
using ReformGraph.Http;
using ReformGraph.Logging;
using ReformGraph.Settings;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>The whole application on a free port, and a client that adds nothing of its own.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    /// <summary>A query whose answer depends on the data.</summary>
    public const string QueryOfData = "{ riskVillages(first: 1) { totalCount } }";

    private static readonly SeededDatabase database = new();

    private readonly WebApplication app;

    public RunningServer()
        : this(Options())
    {
    }

    internal RunningServer(ReformGraphOptions options, ILoggerFactory? loggers = null) =>
        app = ServeCommand.Build(options, loggers ?? NullLoggerFactory.Instance);

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Uri Address => new(app.Urls.First());

    internal QueryEngine Engine => app.Services.GetRequiredService<QueryEngine>();

    internal ReadRecord Record => app.Services.GetRequiredService<ReadRecord>();

    internal static ReformGraphOptions Options(string allowedOrigins = "", TrustedDocumentOptions? trustedDocuments = null,
        RequestLimits? limits = null, string? report = null, TlsOptions? tls = null) => new()
        {
            Url = tls is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0",
            Tls = tls ?? new(),
            Database = new() { File = database.Path },
            AllowedOrigins = allowedOrigins,
            TrustedDocuments = trustedDocuments ?? new(),
            RequestLimits = limits ?? new(),
            Report = new() { File = report },
        };

    internal static async Task<RunningServer> StartAsync(ReformGraphOptions options, ILoggerFactory? loggers = null)
    {
        var server = new RunningServer(options, loggers);
        await server.InitializeAsync();
        return server;
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = Address;
    }

    /// <summary>Tells it to stop, and leaves it as it is then.</summary>
    public void BeginToStop() => app.Lifetime.StopApplication();

    /// <summary>Stops it as a signal would.</summary>
    public Task StopAsync() => app.StopAsync();

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Posts a body; headers are given as "Name: value".</summary>
    public Task<HttpResponseMessage> PostAsync(string body, params string[] headers) => PostAsync(Encoding.UTF8.GetBytes(body), headers);

    public Task<HttpResponseMessage> PostAsync(byte[] body, params string[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        return SendAsync(HttpMethod.Post, "/graphql", content, headers);
    }

    /// <summary>Gets with the header that the rule against cross-site requests asks for.</summary>
    public Task<HttpResponseMessage> GetAsync(string query, params string[] headers) =>
        SendAsync(HttpMethod.Get, "/graphql?" + query, null, [GraphQLEndpoint.PreflightHeader + ": 1", .. headers]);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, params string[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var header in headers)
        {
            var parts = header.Split(": ", 2);
            if (!request.Headers.TryAddWithoutValidation(parts[0], parts[1]))
            {
                content!.Headers.Remove(parts[0]);
                content.Headers.TryAddWithoutValidation(parts[0], parts[1]);
            }
        }

        return Client.SendAsync(request);
    }

    /// <summary>Writes bytes to a socket as they are and reads until the server closes, or resets what it will not read.</summary>
    public async Task<string> SendRawAsync(string text)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(Address.Host, Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // The announced rest of a rejected body never came.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>The code of an answer's only error.</summary>
    public static async Task<string> CodeAsync(HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["errors"], body.RootElement.EnumerateObject().Select(member => member.Name));
        var error = Assert.Single(body.RootElement.GetProperty("errors").EnumerateArray());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return error.GetProperty("extensions").GetProperty("code").GetString()!;
    }
}
