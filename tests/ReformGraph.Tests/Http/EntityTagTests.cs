using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Reports;
using ReformGraph.Engine;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Settings;
using ReformGraph.Http;
using ReformGraph.Settings;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>What a client holds is current only as long as everything is the same that it depends on.</summary>
public sealed class EntityTagTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Sentences = "/graphql?query={reports{nodes{locators{nodes{sentence}}}}}";

    // One address of each kind of answer that shows data.
    private static readonly string[] showingData = ["/graphql?query={counties{nodes{code}}}", "/export/counties.csv",
        "/export/counties.parquet", "/odata/counties", "/catalog", "/catalog/datapackage.json", "/catalog/dcat.jsonld"];

    public static TheoryData<string> Addresses => [.. showingData];

    [Fact]
    public async Task A_tag_outlives_a_restart_but_no_setting_that_shapes_answers()
    {
        var engine = new EngineOptions();
        var held = await TagsAsync(engine);
        Assert.Equal(held, await TagsAsync(new EngineOptions()));
        EngineOptions[] changed =
        [
            new() { Limits = new() { Errors = engine.Limits.Errors - 1 } },
            new() { Paging = new() { DefaultPageSize = engine.Paging.DefaultPageSize - 1 } },
            new() { Paging = new() { MaxPageSize = engine.Paging.MaxPageSize - 1 } },
        ];
        foreach (var options in changed)
        {
            Assert.Empty(held.Intersect(await TagsAsync(options)));
        }
    }

    [Fact]
    public async Task What_shows_a_reports_sentences_is_current_as_long_as_its_document_is_the_same()
    {
        using var database = new SeededDatabase();
        var document = Path.Combine(database.Folder, "report.txt");
        await File.WriteAllTextAsync(document, "一份文件。");
        await using (var context = database.Open())
        {
            await context.Database.ExecuteSqlAsync($"UPDATE Reports SET Sha256 = {ReportFile.Read(document).Sha256}");
        }

        var options = new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
            Report = new() { File = document }
        };
        var (held, again) = (await TagsAsync(options, Sentences), await TagsAsync(options, Sentences));
        Assert.Equal(held, again);
        await File.WriteAllTextAsync(document, "另一份文件。");
        Assert.NotEqual(held, await TagsAsync(options, Sentences));
    }

    [Fact]
    public async Task After_a_backup_was_restored_other_changes_with_the_same_numbers_have_other_tags()
    {
        using var database = new SeededDatabase();
        var backup = Path.Combine(database.Folder, "backup.db");
        File.Copy(database.Path, backup);
        await WriteAsync(database.Path, "甲");
        await WriteAsync(backup, "甲");
        Assert.Empty((await TagsAsync(database.Path)).Intersect(await TagsAsync(backup)));

        static Task<string[]> TagsAsync(string path) =>
            EntityTagTests.TagsAsync(new() { Url = "http://127.0.0.1:0", Database = new() { File = path } }, showingData);

        static async Task WriteAsync(string path, string lead)
        {
            await using var server = await RunningServer.StartAsync(
                new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = path } });
            using var response = await server.PostAsync(JsonSerializer.Serialize(new
            {
                query = $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1, leadOfficial: " +
                    $"\"{lead}\" }}) {{ change {{ sequence }} }} }}",
            }));
            Assert.Contains("{\"sequence\":2}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>No client needs it to be so, as an address is one question; but what a client or a proxy mixes up must not be taken for
    /// current.</summary>
    [Fact]
    public void Different_questions_have_different_tags()
    {
        var tags = new EntityTags(new EngineOptions(), []);
        QueryRequest asked = new("query A($n: Int) { a } query B { b }", "A", JsonElement.Parse("""{"n":1}"""));
        QueryRequest[] others =
        [
            asked,
            asked with { Document = "query A($n: Int) { b } query B { b }" },
            asked with { OperationName = "B" },
            asked with { Variables = JsonElement.Parse("""{"n":2}""") },
            asked with { Role = "admin" },
            asked with { AsOf = new AsOf(1, null) },
            asked with { IsStamped = true },
            asked with { Since = new ChangeToken(new AsOf(1, null), null) },
        ];
        string[] all = [.. others.Select(other => tags.Create("state", other, ResponseMediaType.Json)),
            tags.Create("later", asked, ResponseMediaType.Json), tags.Create("state", asked, ResponseMediaType.GraphQLResponse)];
        Assert.Equal(all.Length, all.Distinct().Count());
        var read = new ReadRequest();
        ReadRequest[] forOthers = [read, read with { Role = "admin" }, read with { AsOf = new AsOf(1, null) },
            read with { IsStamped = true }, read with { Since = new ChangeToken(new AsOf(1, null), null) }];
        string[] allReads = [.. forOthers.Select(other => tags.Create("state", "question", other, "form")), tags.Create("later", "question",
            read, "form"), tags.Create("state", "other", read, "form"), tags.Create("state", "question", read, "other")];
        Assert.Equal(allReads.Length, allReads.Distinct().Count());
    }

    [Theory]
    [InlineData("/odata/counties")]
    [InlineData("/odata")]
    [InlineData("/catalog")]
    [InlineData("/catalog/datapackage.json")]
    [InlineData("/catalog/dcat.jsonld")]
    public async Task What_has_links_is_current_only_where_they_lead(string address) =>
        Assert.NotEqual(await TagAsync(server, address), await TagAsync(server, address, "Host: localhost"));

    [Theory]
    [MemberData(nameof(Addresses))]
    [InlineData("/graphql?sdl")]
    [InlineData("/odata")]
    [InlineData("/odata/$metadata")]
    [InlineData("/checkpoint")]
    [InlineData("/proofs/inclusion?entity=County&id=1")]
    [InlineData("/proofs/consistency?from=1")]
    public async Task Every_address_gives_a_tag_and_asks_to_be_asked_again(string address)
    {
        using var response = await GetAsync(server, address);
        Assert.Equal((HttpStatusCode.OK, true), (response.StatusCode, response.Headers.CacheControl!.NoCache));
        using var again = await GetAsync(server, address, $"If-None-Match: {response.Headers.ETag}");
        Assert.Equal((HttpStatusCode.NotModified, response.Headers.ETag), (again.StatusCode, again.Headers.ETag));
    }

    private static Task<string[]> TagsAsync(EngineOptions engine)
    {
        var usual = RunningServer.Options();
        return TagsAsync(new() { Url = usual.Url, Database = usual.Database, Engine = engine }, showingData);
    }

    private static async Task<string[]> TagsAsync(ReformGraphOptions options, params string[] addresses)
    {
        var server = await RunningServer.StartAsync(options);
        try
        {
            var tags = new List<string>();
            foreach (var address in addresses)
            {
                tags.Add(await TagAsync(server, address, "Host: localhost")); // whatever the port: links name it
            }

            return [.. tags];
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<string> TagAsync(RunningServer server, string address, params string[] headers)
    {
        using var response = await GetAsync(server, address, headers);
        Assert.Equal((HttpStatusCode.OK, true), (response.StatusCode, response.Headers.ETag is not null));
        return $"{response.Headers.ETag}";
    }

    private static Task<HttpResponseMessage> GetAsync(RunningServer server, string address, params string[] headers) =>
        server.SendAsync(HttpMethod.Get, address, null, [GraphQLEndpoint.PreflightHeader + ": 1", .. headers]);
}
