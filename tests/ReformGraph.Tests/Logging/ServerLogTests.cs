using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Tests.Docs;
using ReformGraph.Tests.Seeding;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Logging;

/// <summary>What a server writes to its log, as the program that collects it sees it.</summary>
[Trait("Kind", "process")]
public sealed class ServerLogTests : IDisposable
{
    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Each_request_has_a_line_with_what_it_took()
    {
        var lines = await LinesAsync([], async client =>
        {
            await PostAsync(client, "query Villages { riskVillages(first: 3) { totalCount nodes { code } } }", null);
            await client.GetAsync(Path("/export/counties.csv?select=code"));
            await client.GetAsync(Path("/odata/counties?$select=code"));
            await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, Path("/export/counties.csv?select=code")));
            await client.GetAsync(Path("/health/ready"));
            await PostAsync(client, "{ riskVillages { nothing } }", null);
        });

        var requests = lines.Where(line => Text(line, "category") == "Requests").ToList();
        Assert.Equal(
            ["POST /graphql 200 4", "GET /export/counties.csv 200 2", "GET /odata/counties 200 2", "HEAD /export/counties.csv 200 2",
                "POST /graphql 200 0"],
            requests.Select(line => string.Join(' ',
                ((string[])["method", "path", "status", "rows"]).Select(member => line.GetProperty(member).ToString()))));
        var example = JsonDocument.Parse(Markdown.Blocks("docs/operations.md").Last(block => block.Language == "json").Text).RootElement;
        Assert.Equal(example.EnumerateObject().Select(member => member.Name), requests[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("Villages", Text(requests[0], "operation"));
        Assert.Equal([114, 14, 0],
            requests.Where((_, number) => number is 0 or 1 or 3).Select(line => line.GetProperty("bytes").GetInt32()));
        Assert.All(requests, line =>
        {
            Assert.Equal(("Information", "local"), (Text(line, "level"), Text(line, "key")));
            Assert.InRange(line.GetProperty("milliseconds").GetDouble(), 0.001, 60_000);
            Assert.Matches("^[0-9A-Z]+:[0-9A-F]{8}$", Text(line, "traceId"));
        });
        Assert.Equal("""["GRAPHQL_VALIDATION_FAILED"]""", requests[^1].GetProperty("errors").GetRawText());
        Assert.False(requests[0].TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task The_start_says_what_it_serves_and_with_which_settings_and_the_stop_is_logged()
    {
        var lines = await LinesAsync(["--Timeout=00:00:07"], _ => Task.CompletedTask);
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Equal("Server", Text(line, "category")));
        Assert.Equal((database.Path, "found"), (Text(lines[0], "database"), Text(lines[0], "origin")));
        Assert.Matches("^[0-9]+[.][0-9]+[.][0-9]+$", Text(lines[0], "version"));
        Assert.Equal(["Url=http://127.0.0.1:0", $"Database:File={database.Path}", "Timeout=00:00:07"],
            lines[0].GetProperty("settings").EnumerateArray().Select(setting => setting.GetString()));
        Assert.Equal(["The server stops; requests in progress have 30 s to end", "The server has stopped"],
            lines.Skip(1).Select(line => Text(line, "message")));
    }

    [Fact]
    public async Task The_first_start_says_what_it_does()
    {
        var path = System.IO.Path.Combine(database.Folder, "new.db");
        var lines = Read(await OutputAsync([], _ => Task.CompletedTask, path));
        Assert.StartsWith($"Creating the database {path} and seeding it from /", Text(lines[0], "message"), StringComparison.Ordinal);
        Assert.Equal("created", Text(lines[1], "origin"));
    }

    [Fact]
    public async Task Refused_logins_and_what_a_role_may_not_do_are_logged_without_the_key()
    {
        string reader, revoked;
        await using (var context = database.Open())
        {
            (reader, revoked) = (await KeyRegister.CreateAsync(context, "dashboard", Role.Reader, null),
                await KeyRegister.CreateAsync(context, "former", Role.Reader, null));
            await KeyRegister.RevokeAsync(context, "former");
        }

        var unknown = revoked[..^1] + (revoked[^1] == 'A' ? 'B' : 'A');
        var all = await OutputAsync([], async client =>
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(client, "{ riskVillages { totalCount } }", null));
            await PostAsync(client, "{ riskVillages { totalCount } }", unknown);
            await PostAsync(client, "{ riskVillages { totalCount } }", revoked);
            await PostAsync(client, Update, reader);
            await client.GetAsync(Path($"/nothing/{reader}"));
        });
        var lines = Read(all);
        var access = lines.Where(line => Text(line, "category") == "Access").ToList();
        Assert.Equal(["401", "401", "401", "200", "401"], lines.Where(line => Text(line, "category") == "Requests")
            .Select(line => line.GetProperty("status").GetRawText()));
        Assert.Equal(
            ["The request needs a key; send it as Authorization: Bearer KEY, or as the password of Basic authentication.",
                "This server does not know the API key.", "The API key was revoked.", "reader",
                "The request needs a key; send it as Authorization: Bearer KEY, or as the password of Basic authentication."],
            access.Select(line => Text(line, line.TryGetProperty("reason", out _) ? "reason" : "role")));
        Assert.Equal(["", "", "former", "dashboard", ""],
            access.Select(line => line.TryGetProperty("key", out var key) ? key.GetString() : ""));
        Assert.All(access, line => Assert.Equal("Warning", Text(line, "level")));
        Assert.Equal("127.0.0.1", Text(access[0], "address"));
        Assert.Equal("/nothing/rg_…", Uri.UnescapeDataString(Text(access[^1], "path")));
        Assert.All([reader[^20..], unknown[^20..], revoked[^20..]], secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changes_and_refused_mutations_are_logged()
    {
        var lines = await LinesAsync([], async client =>
        {
            await PostAsync(client, Update, null);
            await PostAsync(client, Update, null);
            using var table = new StringContent("code,level\nRV-H-002,LOW\n", Encoding.UTF8, "text/csv");
            using var imported = await client.PostAsync(Path("/import/risk-villages?reason=r&kind=CORRECTION"), table);
            Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
        });
        var changes = lines.Where(line => Text(line, "category") == "Changes").ToList();
        Assert.Equal(["Change 2 by local is stored (rows: 3)", "The mutation updateRiskVillage by local was refused: VersionConflict"],
            changes.Take(2).Select(line => Text(line, "message")));
        Assert.Equal((2, "local", 3), (changes[0].GetProperty("sequence").GetInt32(), Text(changes[0], "actor"),
            changes[0].GetProperty("rows").GetInt32()));
        Assert.Equal(("Warning", """["VersionConflict"]"""), (Text(changes[1], "level"), changes[1].GetProperty("errors").GetRawText()));
        Assert.Equal(3, changes[2].GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task Nothing_that_a_client_sends_makes_a_line_or_shows_a_value()
    {
        const string Forged = "x\n{\"level\":\"Critical\"}\r\u001b[31m\u2028\u202e";
        var all = await OutputAsync([], async client =>
        {
            await PostAsync(client, "{ riskVillages(where: { code: { eq: \"literal-1\" } }) { totalCount } }", null, Forged);
            await client.GetAsync(Path("/nothing%0A%7B%22level%22:%22Critical%22%7D%1B%5B31m" + new string('x', 5_000)));
            await client.GetAsync(Path("/odata/counties(code='literal-2')?$filter=code%20eq%20'literal-3'"));
        });
        var lines = Read(all);
        Assert.DoesNotContain(lines, line => Text(line, "level") == "Critical");
        Assert.DoesNotContain(all, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain('\u202e', all);
        Assert.DoesNotContain('\u2028', all);
        Assert.DoesNotContain("literal-", all, StringComparison.Ordinal);
        var requests = lines.Where(line => Text(line, "category") == "Requests").ToList();
        Assert.Equal(Forged, Text(requests[0], "operation"));
        Assert.InRange(Text(requests[1], "path").Length, 200, 301);
        Assert.Equal("/odata/counties(…)", Text(requests[2], "path"));
    }

    [Theory]
    [InlineData("--Logging:LogLevel:Default=None", "")]
    [InlineData("--Logging:LogLevel:Default=warning", "Changes")] // the refused mutation
    [InlineData("--Logging:LogLevel:Requests=None", "Changes Server")]
    [InlineData("--Logging:LogLevel:Requests=Debug", "Changes Requests Server")]
    public async Task Levels_are_settings(string level, string categories)
    {
        var lines = await LinesAsync([level], async client =>
        {
            await PostAsync(client, Update.Replace("version: 1", "version: 7", StringComparison.Ordinal), null);
            await client.GetAsync(Path("/health/live"));
        });
        Assert.Equal(categories, string.Join(' ', lines.Select(line => Text(line, "category")).Distinct().Order(StringComparer.Ordinal)));
        Assert.Equal(level.EndsWith("Debug", StringComparison.Ordinal),
            lines.Any(line => Text(line, "level") == "Debug" && Text(line, "path") == "/health/live"));
    }

    private static string Update =>
        $"mutation {{ updateRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1, level: LOW }}) " +
        "{ change { sequence } errors { __typename } } }";

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static string Text(JsonElement line, string member) => line.GetProperty(member).GetString()!;

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string query, string? key, string? operationName = null)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { query, operationName }), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Path("/graphql")) { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private static List<JsonElement> Read(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private async Task<List<JsonElement>> LinesAsync(string[] settings, Func<HttpClient, Task> ask) =>
        Read(await OutputAsync(settings, ask));

    private async Task<string> OutputAsync(string[] settings, Func<HttpClient, Task> ask, string? path = null)
    {
        using var program =
            ProgramProcess.Start(database.Folder, ["--Url=http://127.0.0.1:0", $"--database={path ?? database.Path}", .. settings]);
        var log = program.StandardError.ReadToEndAsync();
        var line = await program.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        using (var client = new HttpClient { BaseAddress = new Uri(line!["Listening on ".Length..]) })
        {
            await ask(client);
        }

        program.Terminate();
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return await log;
    }
}
