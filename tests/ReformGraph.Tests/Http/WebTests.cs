using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using ReformGraph.Data.Errors;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Access;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>What a browser gets that opens the server: pages, the same for everyone, and their files.</summary>
public sealed partial class WebTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Browser = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    public static TheoryData<string> Pages() =>
    [
        "/", "/?lang=zh&county=x", "/load", "/registers/risk-villages", "/registers", "/Registers/%",
        "/report?figure=x", "/audit", "/Audit/",
        "/graphql", "/graphql/", "/graphql?lang=zh",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_revalidated_and_may_load_nothing_from_elsewhere(string path)
    {
        using var page = await server.SendAsync(HttpMethod.Get, path, null, Browser);
        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.StatusCode, $"{page.Content.Headers.ContentType}"));
        Assert.Equal("no-cache", $"{page.Headers.CacheControl}");
        Assert.Contains("Accept", page.Headers.Vary);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.DoesNotMatch(@"<script>|<style|\son\w+=|https?://", await page.Content.ReadAsStringAsync());

        using var again = await server.SendAsync(HttpMethod.Get, path, null, Browser, $"If-None-Match: {page.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await server.SendAsync(HttpMethod.Head, path, null, Browser);
        Assert.Equal((page.Headers.ETag, page.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task Only_the_page_of_GraphiQL_may_write_style_sheets()
    {
        async Task<string> PolicyOf(string path)
        {
            using var page = await server.SendAsync(HttpMethod.Get, path, null, Browser);
            return page.Headers.GetValues("Content-Security-Policy").Single();
        }

        Assert.Contains("style-src 'self' 'unsafe-inline';", await PolicyOf("/graphql"), StringComparison.Ordinal);
        var app = await PolicyOf("/");
        Assert.DoesNotContain("unsafe", app, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", app, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_files_of_a_page_are_immutable_and_come_in_each_coding(string path)
    {
        using var html = await server.SendAsync(HttpMethod.Get, path, null, Browser);
        var files = FilesOf(await html.Content.ReadAsStringAsync());
        Assert.Contains(files, file => file.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith(".css", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var plain = await server.SendAsync(HttpMethod.Get, file, null);
            var content = await plain.Content.ReadAsByteArrayAsync();
            Assert.Equal("public, max-age=31536000, immutable", $"{plain.Headers.CacheControl}");
            Assert.Equal("nosniff", plain.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Empty(plain.Content.Headers.ContentEncoding);
            var type = plain.Content.Headers.ContentType!;
            Assert.Equal(type.MediaType!.StartsWith("text/", StringComparison.Ordinal) ? "utf-8" : null, type.CharSet);

            using var encoded = await server.SendAsync(HttpMethod.Get, file, null, "Accept-Encoding: gzip, deflate, br");
            Assert.Equal(["br"], encoded.Content.Headers.ContentEncoding);
            Assert.Equal(["Accept-Encoding"], encoded.Headers.Vary);
            Assert.Equal(content, await DecodedAsync(await encoded.Content.ReadAsStreamAsync()));
        }
    }

    [Fact]
    public async Task Other_codings_are_made_when_they_are_asked_for()
    {
        var file = FilesOf(await (await server.SendAsync(HttpMethod.Get, "/graphql", null, Browser)).Content.ReadAsStringAsync())
            .First(file => file.EndsWith(".css", StringComparison.Ordinal));
        using var zipped = await server.SendAsync(HttpMethod.Get, file, null, "Accept-Encoding: gzip, br;q=0");
        Assert.Equal(["gzip"], zipped.Content.Headers.ContentEncoding);
        await using var stream = new GZipStream(await zipped.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal(await server.Client.GetStringAsync(file), await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task An_unknown_file_is_not_found_on_any_server()
    {
        string[] paths = ["/assets/app-00000000.js", "/assets", "/assets/", "/assets/app.html", "/assets/..%2Fapp.html"];
        await using var guarded = await GuardedServer.StartAsync();
        await guarded.KeyAsync(Role.Reader);
        foreach (var (one, path) in new[] { server, guarded.Server }.SelectMany(one => paths.Select(path => (one, path))))
        {
            using var response = await one.SendAsync(HttpMethod.Get, path, null, Browser);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Equal(ServerErrorCodes.PathNotFound.Name, await RunningServer.CodeAsync(response));
        }
    }

    [Fact]
    public async Task A_closed_server_gives_the_pages_and_no_data()
    {
        await using var guarded = await GuardedServer.StartAsync();
        await guarded.KeyAsync(Role.Reader);
        foreach (var page in new[] { "/", "/graphql" })
        {
            using var open = await server.SendAsync(HttpMethod.Get, page, null, Browser);
            using var closed = await guarded.Server.SendAsync(HttpMethod.Get, page, null, Browser);
            Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
            Assert.Equal(await open.Content.ReadAsStringAsync(), await closed.Content.ReadAsStringAsync());
        }

        foreach (var data in new[] { "/graphql?query={counties{nodes{code}}}", "/graphql?sdl", "/catalog", "/export/counties.csv" })
        {
            using var refused = await guarded.Server.SendAsync(HttpMethod.Get, data, null, Browser);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_licences_of_what_is_in_the_files_are_revalidated()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/assets/licenses.txt", null);
        var licences = await response.Content.ReadAsStringAsync();
        Assert.All(["echarts", "graphiql", "monaco-editor", "preact", "react"], name =>
            Assert.Matches($@"(?m)^## {name} - ", licences));

        Assert.Equal("no-cache", $"{response.Headers.CacheControl}");
        Assert.Equal("text/plain; charset=utf-8", $"{response.Content.Headers.ContentType}");
        using var again = await server.SendAsync(HttpMethod.Get, "/assets/licenses.txt", null, $"If-None-Match: {response.Headers.ETag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    private static string[] FilesOf(string html) => [.. Reference().Matches(html).Select(match => "/" + match.Groups[1].Value)];

    private static async Task<byte[]> DecodedAsync(Stream encoded)
    {
        await using var decoded = new BrotliStream(encoded, CompressionMode.Decompress);
        using var content = new MemoryStream();
        await decoded.CopyToAsync(content);
        return content.ToArray();
    }

    [GeneratedRegex("(?:href|src)=\"\\./(assets/[^\"]+)\"")]
    private static partial Regex Reference();
}
