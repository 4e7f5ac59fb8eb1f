using System.Net;
using System.Text.Json;
using ReformGraph.Catalog;
using ReformGraph.Domain.Access;
using ReformGraph.Engine.Modeling;
using ReformGraph.Export;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Catalog;

/// <summary>What is alike for the page and the two documents.</summary>
public sealed class CatalogTests(RunningServer server) : IClassFixture<RunningServer>
{
    public static TheoryData<string> Paths => ["/catalog", "/catalog/datapackage.json", "/catalog/dcat.jsonld"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Its_title_is_that_of_the_countys_report_in_both_languages(string path)
    {
        var text = await server.Client.GetStringAsync(path);
        var title = path switch
        {
            "/catalog" => text.Split("<h1>")[1].Split("</h1>")[0],
            "/catalog/datapackage.json" => JsonElement.Parse(text) is var package
                ? $"{package.GetProperty("title")} {package.GetProperty("titleZh")}" : null,
            _ => JsonElement.Parse(text).GetProperty("dct:title").GetRawText(),
        };
        Assert.Contains("Summary report on the follow-up phase of the Two Reforms", title, StringComparison.Ordinal);
        Assert.Contains("做好两项改革“后半篇”文章总结情况报告", title, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task It_is_only_got_without_parameters(string path)
    {
        using var post = await server.SendAsync(HttpMethod.Post, path, null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED"), (post.StatusCode, await RunningServer.CodeAsync(post)));
        Assert.Equal(["GET", "HEAD"], post.Content.Headers.Allow);
        using var asked = await server.SendAsync(HttpMethod.Get, path + "?lang=zh", null);
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_PARAMETER"), (asked.StatusCode, await RunningServer.CodeAsync(asked)));
        using var get = await server.SendAsync(HttpMethod.Get, path, null);
        using var head = await server.SendAsync(HttpMethod.Head, path, null);
        Assert.Equal((HttpStatusCode.OK, get.Content.Headers.ContentLength, get.Headers.ETag),
            (head.StatusCode, head.Content.Headers.ContentLength, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task It_is_not_sent_again_until_something_is_written(string path)
    {
        await using var own = await WriteServer.StartAsync();
        using var first = await own.Server.SendAsync(HttpMethod.Get, path, null);
        var held = "If-None-Match: " + first.Headers.ETag;
        using var again = await own.Server.SendAsync(HttpMethod.Get, path, null, held);
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        await WriteAsync(own, "updateRiskVillage: { code: \"RV-H-001\", version: 1, riskFactors: \"x\" }");
        using var later = await own.Server.SendAsync(HttpMethod.Get, path, null, held);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.NotEqual(first.Headers.ETag, later.Headers.ETag);
    }

    [Fact]
    public async Task A_data_set_tells_of_the_change_that_last_concerned_it()
    {
        await using var own = await WriteServer.StartAsync();
        await WriteAsync(own, "updateRiskVillage: { code: \"RV-H-001\", version: 1, riskFactors: \"x\" }");
        await WriteAsync(own, "createTownship: { code: \"T\", knownAs: \"x\", county: \"county\" }");
        await WriteAsync(own, "withdrawAssetHandover: { code: \"AH-S-001\", version: 1 }");
        var package = JsonElement.Parse(await own.Server.Client.GetStringAsync("/catalog/datapackage.json"));
        Assert.Equal("4", package.GetProperty("version").GetString());
        var told = package.GetProperty("resources").EnumerateArray().ToDictionary(
            resource => resource.GetProperty("name").GetString()!, resource =>
                (resource.GetProperty("rows").GetInt64(), resource.GetProperty("lastChange").GetProperty("sequence").GetInt64()));
        Assert.Equal((118L, 2L), told["risk-villages"]);
        Assert.Equal((119L, 2L), told["risk-village-versions"]);
        Assert.Equal((8L, 3L), told["townships"]);
        Assert.Equal((136L, 4L), told["asset-handovers"]);
        Assert.Equal((137L, 4L), told["asset-handover-versions"]);
        Assert.Equal((199L, 1L), told["reform-tasks"]);
        Assert.Equal((4L, 4L), told["changes"]);
        foreach (var (name, (rows, _)) in told)
        {
            Assert.Equal((name, rows),
                (name, (await own.Server.Client.GetStringAsync($"/export/{name}.ndjson")).Count(sign => sign == '\n')));
        }
    }

    [Fact]
    public async Task Those_who_ask_at_once_share_what_is_found()
    {
        using var reader = new CatalogReader(server.Engine);
        var found =
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => reader.ReadAsync("reader", CancellationToken.None))));
        Assert.All(found, content => Assert.Same(found[0], content));
    }

    [Fact]
    public async Task While_something_is_written_all_numbers_are_those_of_one_state()
    {
        await using var own = await WriteServer.StartAsync();
        var seen = new HashSet<long>();
        using var reader = new CatalogReader(own.Server.Engine);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var writes = Task.Run(async () =>
        {
            for (var number = 0; !stop.IsCancellationRequested; number++)
            {
                await WriteAsync(own, $"createTownship: {{ code: \"T{number}\", knownAs: \"x\", county: \"county\" }}");
            }
        });
        while (seen.Count < 5 && !stop.IsCancellationRequested)
        {
            var content = await reader.ReadAsync("admin", CancellationToken.None);
            var rows = content.Entries.ToDictionary(entry => entry.Dataset.Name, entry => entry.Rows);
            var sequence = content.Changed.Sequence;
            Assert.Equal((7 + sequence - 1, 7 + sequence - 1, sequence), (rows["townships"], rows["township-versions"], rows["changes"]));
            Assert.Equal(rows.Where(each => each.Key.EndsWith("-versions", StringComparison.Ordinal)).Sum(each => each.Value),
                rows["changed-rows"]);
            Assert.All(content.Entries, entry => Assert.InRange(entry.Changed.Sequence, 1, sequence));
            seen.Add(sequence);
        }

        await stop.CancelAsync();
        await writes;
        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task Each_role_sees_what_it_may_read()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var keys = new Dictionary<Role, string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            keys[role] = await guarded.KeyAsync(role);
        }

        foreach (var (role, key) in keys)
        {
            foreach (var path in (string[])["/catalog", "/catalog/datapackage.json"])
            {
                using var response = await guarded.Server.SendAsync(HttpMethod.Get, path, null, $"Authorization: Bearer {key}");
                var text = await response.Content.ReadAsStringAsync();
                foreach (var restricted in AccessTable.Restricted(guarded.Server.Engine.DataModel)
                    .Where(restricted => !restricted.Entity.IsDifference && restricted.Field is not LookupField))
                {
                    var column = path == "/catalog" ? $"<code>{restricted.Field!.Name}</code>" : $"\"name\": \"{restricted.Field!.Name}\"";
                    Assert.Equal((role, restricted.Name, restricted.Readers.Contains(role.Name())),
                        (role, restricted.Name, text.Contains(column, StringComparison.Ordinal)));
                }
            }
        }

        using var nobody = await guarded.Server.SendAsync(HttpMethod.Get, "/catalog", null);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (nobody.StatusCode, await RunningServer.CodeAsync(nobody)));
    }

    [Fact]
    public async Task For_portals_it_names_each_data_set_with_its_files()
    {
        using var response = await server.SendAsync(HttpMethod.Get, "/catalog/dcat.jsonld", null);
        Assert.Equal("application/ld+json; charset=utf-8", $"{response.Content.Headers.ContentType}");
        var dataModel = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var datasets = dataModel.GetProperty("dcat:dataset").EnumerateArray().ToList();
        Assert.Equal(
            ExportName.EntitiesOf(server.Engine.DataModel).Select(each => $"{each.Key} {each.Value.LabelZh}").Order(StringComparer.Ordinal),
            datasets.Select(
                dataset => $"{dataset.GetProperty("dct:identifier")} {dataset.GetProperty("dct:title")[1].GetProperty("@value")}")
                .Order(StringComparer.Ordinal));
        foreach (var dataset in datasets)
        {
            Assert.Equal(
                ExportFormat.All.Select(
                    format =>
                    $"{server.Address}export/{dataset.GetProperty("dct:identifier")}.{format.Extension} " +
                    $"https://www.iana.org/assignments/media-types/{format.MediaType}"),
                dataset.GetProperty("dcat:distribution").EnumerateArray().Select(file =>
                    $"{file.GetProperty("dcat:downloadURL").GetProperty("@id")} {file.GetProperty("dcat:mediaType").GetProperty("@id")}"));
        }
    }

    private static async Task WriteAsync(WriteServer own, string operation)
    {
        var written =
            await own.FieldAsync(
            $$"""mutation { batch(input: { {{WriteServer.Note}}, operations: [{ {{operation}} }] }) { errors { ... on Error { message } } } }""");
        Assert.Equal("""{"errors":null}""", written.GetRawText());
    }
}
