using System.Security.Cryptography;
using System.Text;
using ReformGraph.Data.Errors;
using ReformGraph.Http;
using ReformGraph.Settings;
using Xunit;

namespace ReformGraph.Tests.Http;

public sealed class TrustedDocumentTests : IDisposable
{
    private const string Text = "query ($name: String!) { __typename __type(name: $name) { name } }\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public TrustedDocumentTests() => File.WriteAllText(Path.Combine(folder.FullName, "type-by-name.v1.graphql"), Text);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Are_found_by_name_and_by_hash_by_POST_and_by_GET()
    {
        var server = await StartAsync(only: false);
        var hash = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        foreach (var id in new[] { "type-by-name.v1", hash })
        {
            var post = await server.PostAsync($$$"""{"documentId":"{{{id}}}","variables":{"name":"Query"}}""");
            var get = await server.GetAsync($"documentId={id}&variables=%7B%22name%22%3A%22Query%22%7D");
            Assert.Equal("""{"data":{"__typename":"Query","__type":{"name":"Query"}}}""", await post.Content.ReadAsStringAsync());
            Assert.Equal(await post.Content.ReadAsStringAsync(), await get.Content.ReadAsStringAsync());
        }

        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"documentId":"../type-by-name.v1"}""", "DOCUMENT_UNKNOWN", 400)]
    [InlineData("""{"documentId":"sha256:00"}""", "DOCUMENT_UNKNOWN", 400)]
    [InlineData("""{"documentId":""}""", "DOCUMENT_UNKNOWN", 400)]
    [InlineData("""{"query":"{ __typename }"}""", "DOCUMENT_NOT_TRUSTED", 403)]
    public async Task Are_the_only_ones_run_if_the_setting_says_so(string body, string code, int status)
    {
        var server = await StartAsync(only: true);
        var own = await server.PostAsync(body, "Accept: application/graphql-response+json");
        Assert.Equal(status, (int)own.StatusCode);
        Assert.Equal(code, await RunningServer.CodeAsync(own));

        var json = await server.PostAsync(body, "Accept: application/json");
        Assert.Equal(200, (int)json.StatusCode);
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("/graphql?sdl", 403)]
    [InlineData("/export/counties.csv", 403)]
    [InlineData("/export/counties.xlsx", 403)]
    [InlineData("/odata", 403)]
    [InlineData("/odata/$metadata", 403)]
    [InlineData("/odata/counties", 403)]
    [InlineData("/catalog", 403)]
    [InlineData("/catalog/datapackage.json", 403)]
    [InlineData("/catalog/dcat.jsonld", 403)]
    [InlineData("/proofs/inclusion?entity=County&id=1", 403)]
    [InlineData("/graphql?documentId=type-by-name.v1&variables={\"name\":\"Query\"}", 200)]
    [InlineData("/checkpoint", 200)] // hashes, which say nothing of a row
    [InlineData("/proofs/consistency?from=1", 200)]
    public async Task Nothing_else_tells_of_the_data_or_the_schema_if_the_setting_says_so(string address, int status)
    {
        var server = await StartAsync(only: true);
        using var response = await server.SendAsync(HttpMethod.Get, address, null, GraphQLEndpoint.PreflightHeader + ": 1");
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 403,
            (await response.Content.ReadAsStringAsync()).Contains("DOCUMENT_NOT_TRUSTED", StringComparison.Ordinal));
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("within/document", "here.graphql", true)] // as a volume is mounted whose files change all at once
    [InlineData("out/document", "here.graphql", false)]
    [InlineData("within/out/document", "here.graphql", false)]
    [InlineData("missing", "here.graphql", false)]
    [InlineData("here.graphql", "here.graphql", false)]
    public void A_link_must_not_lead_out_of_the_folder(string target, string link, bool isServed)
    {
        var other = Directory.CreateTempSubdirectory();
        try
        {
            var within = folder.CreateSubdirectory("really-within");
            foreach (var place in (DirectoryInfo[])[within, other])
            {
                File.WriteAllText(Path.Combine(place.FullName, "document"), Text);
            }

            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "within"), within.Name);
            Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "out"), other.FullName);
            Directory.CreateSymbolicLink(Path.Combine(within.FullName, "out"), other.FullName);
            var path = Path.Combine(folder.FullName, link);
            File.CreateSymbolicLink(path, target);
            var refusal = Record.Exception(() => new RunningServer(Options(only: false)));
            Assert.Equal(isServed, refusal is null);
            Assert.True(isServed || (refusal is StartupException
                && refusal.Message.StartsWith($"The trusted document {path} ", StringComparison.Ordinal)), $"{refusal}");
        }
        finally
        {
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_folder_itself_may_be_a_link()
    {
        var link = folder.FullName + ".link";
        Directory.CreateSymbolicLink(link, folder.FullName);
        try
        {
            var server = await RunningServer.StartAsync(RunningServer.Options(trustedDocuments: new() { Folder = link }));
            await server.DisposeAsync();
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Theory]
    [InlineData("bad.graphql", "{\n  thereIsNoSuchField\n}", "bad.graphql(2,3)")]
    [InlineData("cut.graphql", "{ __typename", "cut.graphql(1,")]
    [InlineData("a b.graphql", "{ __typename }", "a b.graphql needs another name")]
    public void Are_checked_at_the_start(string name, string text, string expected)
    {
        File.WriteAllText(Path.Combine(folder.FullName, name), text);
        var refusal = Assert.Throws<StartupException>(() => new RunningServer(Options(only: false)));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Need_their_folder()
    {
        var options = RunningServer.Options(trustedDocuments: new() { Folder = Path.Combine(folder.FullName, "missing") });
        Assert.Contains("does not exist", Assert.Throws<StartupException>(() => new RunningServer(options)).Message,
            StringComparison.Ordinal);
    }

    private ReformGraphOptions Options(bool only) =>
        RunningServer.Options(trustedDocuments: new() { Folder = folder.FullName, Only = only });

    private Task<RunningServer> StartAsync(bool only) => RunningServer.StartAsync(Options(only));
}
