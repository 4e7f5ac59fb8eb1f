using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;
using ReformGraph.Domain.Access;
using ReformGraph.Http;
using ReformGraph.Tests.Access;
using ReformGraph.Tests.BadInput;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>Several requests in one, in both forms.</summary>
public sealed class BatchTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Address = "/odata/$batch";

    private static readonly string[] Urls =
    [
        "riskVillages?$top=2&$select=code&$count=true", "/odata/riskVillages/$count?$filter=level eq 'HIGH'",
            "riskVillages('7')/code/$value", "riskVillages('7')/village", "$metadata",
        "figures?$filter=contains(wording,'个')&$top=1", "",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_part_has_the_answer_that_it_has_alone(bool isMultipart)
    {
        string[] urls = [.. Urls, $"{server.Address}odata/counties"];
        var answers = await BatchAsync(server, isMultipart, urls.Select(url => ("GET", url, "Accept: application/json")));
        Assert.Equal(urls.Length, answers.Count);
        foreach (var (url, (status, head, body)) in urls.Zip(answers))
        {
            using var alone = await server.SendAsync(HttpMethod.Get, new Uri(new Uri(server.Address, "/odata/"), url).AbsoluteUri, null,
                "Accept: application/json");
            var tag = alone.Content.Headers.ContentType?.MediaType == "text/plain" ? null : alone.Headers.ETag?.ToString();
            Assert.Equal(
                (url, (int)alone.StatusCode, tag, alone.Content.Headers.ContentType?.ToString().Replace("; ", ";",
                StringComparison.Ordinal)), (url, status, head.GetValueOrDefault("etag"), head.GetValueOrDefault("content-type")));
            var expected = await alone.Content.ReadAsStringAsync();
            Assert.Equal(!isMultipart && url == "$metadata" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(expected)).TrimEnd('=')
                .Replace('+', '-').Replace('/', '_') : expected, body);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_part_is_answered_by_its_own_headers(bool isMultipart)
    {
        var first = (await BatchAsync(server, isMultipart, [("GET", "riskVillages?$top=3", "")]))[0];
        var answers = await BatchAsync(server, isMultipart, [("GET", "riskVillages?$top=3", $"If-None-Match: {first.Head["etag"]}"),
            ("GET", "riskVillages", "Prefer: odata.maxpagesize=2"), ("GET", "riskVillages?$top=1", "As-Of: 1")]);
        Assert.Equal([304, 200, 200], answers.Select(answer => answer.Status));
        Assert.Equal(("odata.maxpagesize=2", 2),
            (answers[1].Head["preference-applied"], JsonElement.Parse(answers[1].Body).GetProperty("value").GetArrayLength()));
        Assert.Equal("1", answers[2].Head["as-of-sequence"]);
    }

    [Theory]
    [InlineData(true, null, 2)]
    [InlineData(false, null, 2)]
    [InlineData(true, "continue-on-error", 8)]
    [InlineData(false, "odata.continue-on-error=true", 8)]
    [InlineData(true, "continue-on-error=false", 2)]
    public async Task A_part_that_fails_is_the_last_one_unless_the_client_goes_on(bool isMultipart, string? prefer, int count)
    {
        (string, string, string)[] parts =
        [
            ("GET", "riskVillages/$count", ""), ("POST", "riskVillages", ""), ("DELETE", "riskVillages('7')", ""), ("GET", "nothing", ""),
                ("GET", "http://elsewhere.example/odata/riskVillages", ""),
            ("GET", "../graphql", ""), ("POST", "$batch", ""), ("GET", "riskVillages?$filter=level eq", ""),
        ];
        var answers = await BatchAsync(server, isMultipart, parts, prefer is null ? [] : ["Prefer: " + prefer]);
        int[] statuses = [200, 405, 405, 404, 404, 404, 405, 400];
        Assert.Equal(statuses.Take(count), answers.Select(answer => answer.Status));
        Assert.All(answers.Skip(1),
            answer => Assert.NotEmpty(JsonElement.Parse(answer.Body).GetProperty("error").GetProperty("message").GetString()!));
    }

    [Fact]
    public async Task A_change_set_is_refused_as_one_part()
    {
        var body =
            "--b\r\nContent-Type: multipart/mixed; boundary=c\r\nContent-ID: 4\r\n\r\n--c\r\nContent-Type: " +
            "application/http\r\n\r\nDELETE riskVillages('7') HTTP/1.1\r\n\r\n\r\n--c--\r\n--b--\r\n";
        var (_, answer) = await SendAsync(server, "multipart/mixed; boundary=b", body);
        Assert.Equal([405], Parts(answer).Select(part => part.Status));
        Assert.Contains("Content-ID: 4\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_response_has_the_format_of_the_batch_unless_the_client_accepts_only_the_other()
    {
        const string Json = """{"requests":[{"id":"a","method":"GET","url":"riskVillages/$count"}]}""";
        Assert.Equal("application/json", (await SendAsync(server, "application/json", Json)).Type);
        Assert.Equal("application/json",
            (await SendAsync(server, "application/json", Json, "Accept: application/json, multipart/mixed")).Type);
        Assert.Equal("multipart/mixed", (await SendAsync(server, "application/json", Json, "Accept: multipart/mixed")).Type);
    }

    [Fact]
    public async Task Each_part_is_answered_for_who_sent_the_batch()
    {
        await using var guarded = await GuardedServer.StartAsync();
        var (reader, auditor) = (await guarded.KeyAsync(Role.Reader), await guarded.KeyAsync(Role.Auditor));
        (string, string, string)[] parts = [("GET", "changes?$select=actor", $"Authorization: Bearer {auditor}")];
        Assert.Equal(400, (await BatchAsync(guarded.Server, true, parts, ["Authorization: Bearer " + reader]))[0].Status);
        Assert.Equal(200, (await BatchAsync(guarded.Server, false, parts, ["Authorization: Bearer " + auditor]))[0].Status);
        using var unknown = await guarded.Server.SendAsync(HttpMethod.Post, Address, new StringContent("{}"));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{}", 400, "ODATA_MALFORMED")]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET"}]}""", 400, "ODATA_MALFORMED")]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":""},{"id":"1","method":"GET","url":""}]}""", 400,
        "ODATA_MALFORMED")]
    [InlineData("application/json", """{"requests":[{"id":"1","method":"GET","url":"","headers":{"Accept":1}}]}""", 400, "ODATA_MALFORMED")]
    [InlineData("application/json", "{", 400, "INVALID_JSON")]
    [InlineData("multipart/mixed", "--b--", 400, "ODATA_MALFORMED")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\n\r\nGET riskVillages\r\n--b--", 400, "ODATA_MALFORMED")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\n\r\nGET riskVillages HTTP/1.1\r\nnothing\r\n--b--", 400, "ODATA_MALFORMED")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\n\r\nGET riskVillages HTTP/1.1\r\n", 400, "ODATA_MALFORMED")]
    [InlineData("text/plain", "GET riskVillages HTTP/1.1", 415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task Refuses_what_is_no_batch(string type, string body, int status, string code)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await server.SendAsync(HttpMethod.Post, Address, content);
        Assert.Equal((status, code), ((int)response.StatusCode,
            JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("error").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Holds_as_many_requests_as_are_allowed_and_no_more()
    {
        var part = ("GET", "riskVillages?$top=0", "");
        Assert.Equal(ODataBatch.MostParts, (await BatchAsync(server, true, Enumerable.Repeat(part, ODataBatch.MostParts))).Count);
        var (_, refused) =
            await SendAsync(server, "multipart/mixed; boundary=b", Multipart(Enumerable.Repeat(part, ODataBatch.MostParts + 1)));
        Assert.Contains("ODATA_MALFORMED", refused, StringComparison.Ordinal);
        var answers = await BatchAsync(server, false,
            [("GET", $"riskVillages?$filter=code eq '{new string('x', RequestParameters.LongestRequestLine)}'", "")]);
        Assert.Equal(400, answers[0].Status);
        using var get = await server.SendAsync(HttpMethod.Get, Address, null);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (get.StatusCode, string.Join(", ", get.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task No_damaged_batch_is_the_servers_mistake(bool isMultipart)
    {
        var parts = Urls.Select(url => ("GET", url, "Accept: application/json"));
        string[] pieces = ["--b", "--b--", "\r\n", "\r\n\r\n", ":", " HTTP/1.1", "{", "}", "[", "\"", "\"id\":", "GET ", "\0", "圈", "../",
            "//", "?", "%", "boundary=c"];
        return Damage.To(Gen.Const(isMultipart ? Multipart(parts) : Json(parts)), pieces, 1, 3).SampleAsync(
            async body =>
            {
                var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(isMultipart ? "multipart/mixed; boundary=b" : "application/json");
                using var response = await server.SendAsync(HttpMethod.Post, Address, content, "Prefer: continue-on-error");
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True((int)response.StatusCode is 200 or 400, $"{(int)response.StatusCode} for {body}");
                Assert.DoesNotContain("\"INTERNAL\"", answer, StringComparison.Ordinal);
            },
            iter: 300,
            threads: 2);
    }

    private static async Task<List<(int Status, Dictionary<string, string> Head, string Body)>> BatchAsync(RunningServer server,
        bool isMultipart, IEnumerable<(string Method, string Url, string Header)> parts, params string[] headers)
    {
        var (_, answer) = await SendAsync(server, isMultipart ? "multipart/mixed; boundary=b" : "application/json",
            isMultipart ? Multipart(parts) : Json(parts), headers);
        return isMultipart ? Parts(answer) : [.. JsonElement.Parse(answer).GetProperty("responses").EnumerateArray().Select(part => (
            part.GetProperty("status").GetInt32(),
            part.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!),
            !part.TryGetProperty("body", out var body)
                ? "" : body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText()))];
    }

    private static async Task<(string? Type, string Text)> SendAsync(RunningServer server, string type, string body,
        params string[] headers)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await server.SendAsync(HttpMethod.Post, Address, content, headers);
        return (response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    private static string Multipart(IEnumerable<(string Method, string Url, string Header)> parts) =>
        string.Concat(
            parts.Select(
            part => $"--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{part.Method} " +
                $"{part.Url.Replace(" ", "%20", StringComparison.Ordinal)} " +
                $"HTTP/1.1\r\n{(part.Header.Length > 0 ? part.Header + "\r\n" : "")}\r\n\r\n")) + "--b--\r\n";

    private static string Json(IEnumerable<(string Method, string Url, string Header)> parts) => JsonSerializer.Serialize(new
    {
        requests = parts.Select((part, index) => new
        {
            id = $"{index}",
            method = part.Method,
            url = part.Url,
            headers = part.Header.Split(": ", 2) is [var name, var value] ? new Dictionary<string, string> { [name] = value } : [],
        }),
    });

    private static List<(int Status, Dictionary<string, string> Head, string Body)> Parts(string answer)
    {
        var boundary = answer.Split("\r\n", 2)[0];
        return [.. answer.Split(boundary)[1..^1].Select(part =>
        {
            var (head, body) = part.Split("\r\n\r\n", 3) is [_, var one, var two] ? (one, two) : default;
            var lines = head.Split("\r\n");
            return (int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
                lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(line => line[0].ToLowerInvariant(), line => line[1]),
                body[..^2]);
        })];
    }
}
