using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Http;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>What becomes of an answer that fails on its way: each test writes one itself.</summary>
public sealed class AnswerTests
{
    private static readonly ErrorCode late = new("LATE", Stage.Run, 504, 200, "For this test.");

    [Theory]
    [InlineData("application/graphql-response+json", 504)]
    [InlineData("application/json", 200)]
    public async Task Has_the_status_of_its_first_error(string accept, int status)
    {
        await using var app = await ServeAsync((_, _, _) => throw new RequestErrorException(new RequestError(late, "Too late.")));
        using var response = await GetAsync(app, accept);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Null(response.Headers.ETag);
    }

    [Fact]
    public async Task That_fails_before_it_began_is_an_internal_error_without_detail()
    {
        await using var app = await ServeAsync((_, _, _) => throw new InvalidOperationException("SELECT secret FROM /var/data"));
        using var response = await GetAsync(app);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("INTERNAL", await RunningServer.CodeAsync(response));
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "identity")]
    [InlineData(1_000_000L, "identity")]
    [InlineData(null, "br")]
    [InlineData(1_000_000L, "gzip")]
    public async Task That_fails_after_it_began_cannot_be_taken_for_whole(long? length, string encoding)
    {
        await using var app = await ServeAsync(async (output, start, cancellation) =>
        {
            start(new ResponseHead("1", length));
            await output.WriteAsync("{\"data\":{}}"u8.ToArray(), cancellation);
            throw new InvalidOperationException("For this test.");
        });
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var response = await GetAsync(app, encoding: encoding);
            await response.Content.ReadAsByteArrayAsync();
        });
    }

    [Fact]
    public async Task Is_given_up_when_the_client_leaves()
    {
        var stopped = new TaskCompletionSource();
        await using var app = await ServeAsync(async (output, start, cancellation) =>
        {
            start(new ResponseHead("1", null));
            await output.WriteAsync("{"u8.ToArray(), cancellation);
            cancellation.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        using (var client = new HttpClient())
        {
            using var stream = await client.GetStreamAsync(new Uri(app.Urls.First()));
            Assert.Equal('{', stream.ReadByte());
        }

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Leaves_as_it_is_written()
    {
        var seen = new TaskCompletionSource();
        await using var app = await ServeAsync(async (output, start, cancellation) =>
        {
            start(new ResponseHead("1", null));
            await output.WriteAsync("{\"data\":"u8.ToArray(), cancellation);
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellation);
            await output.WriteAsync("{}}"u8.ToArray(), cancellation);
        });
        using var client = new HttpClient();
        using var stream = await client.GetStreamAsync(new Uri(app.Urls.First()));
        Assert.Equal(8, await stream.ReadAtLeastAsync(new byte[8], 8));
        seen.SetResult();
        using var rest = new StreamReader(stream);
        Assert.Equal("{}}", await rest.ReadToEndAsync());
    }

    private static async Task<WebApplication> ServeAsync(Func<PipeWriter, Action<ResponseHead>, CancellationToken, Task> run)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddResponseCompression();
        var app = builder.Build();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseResponseCompression();
        app.Run(context => HttpResponses.RunAsync(context, ResponseMediaType.Negotiate(context.Request.Headers.Accept)!.ContentType,
            state => $"\"{state}\"", run));
        await app.StartAsync();
        return app;
    }

    private static Task<HttpResponseMessage> GetAsync(WebApplication app, string accept = "application/json", string encoding = "identity")
    {
        var client = new HttpClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        return client.GetAsync(new Uri(app.Urls.First()));
    }
}
