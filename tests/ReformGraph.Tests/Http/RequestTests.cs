using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ReformGraph.Tests.Http;

public sealed class RequestTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("", "BODY_MISSING")]
    [InlineData(" \r\n\t", "BODY_MISSING")]
    [InlineData("NONSENSE", "INVALID_JSON")]
    [InlineData("{\"query\":", "INVALID_JSON")]
    [InlineData("{\"query\":\"{ __typename }\"} {}", "INVALID_JSON")]
    [InlineData("{\"query\":\"{ __typename }\",\"query\":\"{ __typename }\"}", "INVALID_JSON")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"a\":1,\"a\":2}}", "INVALID_JSON")]
    [InlineData("\"text\"", "INVALID_JSON")]
    [InlineData("null", "INVALID_JSON")]
    [InlineData("[]", "BATCHING_NOT_SUPPORTED")]
    [InlineData("[{\"query\":\"{ __typename }\"}]", "BATCHING_NOT_SUPPORTED")]
    [InlineData("{}", "QUERY_MISSING")]
    [InlineData("{\"qeury\":\"{ __typename }\"}", "QUERY_MISSING")]
    [InlineData("{\"query\":null}", "QUERY_MISSING")]
    [InlineData("{\"query\":1}", "INVALID_PARAMETER")]
    [InlineData("{\"query\":[\"{ __typename }\"]}", "INVALID_PARAMETER")]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":true}", "INVALID_PARAMETER")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":[7]}", "INVALID_PARAMETER")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":\"{}\"}", "INVALID_PARAMETER")]
    [InlineData("{\"query\":\"{ __typename }\",\"extensions\":0}", "INVALID_PARAMETER")]
    [InlineData("{\"documentId\":{}}", "INVALID_PARAMETER")]
    [InlineData("{\"query\":\"{ __typename }\",\"documentId\":\"a\"}", "DOCUMENT_GIVEN_TWICE")]
    [InlineData("{\"query\":\"\\ud800\"}", "INVALID_UNICODE")]
    [InlineData("{\"query\":\"{ __typename }\",\"variables\":{\"a\":[\"\\udfff\"]}}", "INVALID_UNICODE")]
    [InlineData("{\"query\":\"{ __typename }\",\"\\ud800\":1}", "INVALID_UNICODE")]
    public async Task That_is_not_well_formed_is_refused_under_both_media_types(string body, string code)
    {
        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            var response = await server.PostAsync(body, "Accept: " + accept);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
            Assert.Equal(code, await RunningServer.CodeAsync(response));
        }
    }

    [Theory]
    [InlineData("{\"query\":\"{ __typename }\",\"operationName\":null,\"variables\":null,\"extensions\":null,\"documentId\":null}")]
    [InlineData("{\"query\":\"query A { __typename }\",\"operationName\":\"\"}")]
    [InlineData("{\"query\":\"{ __typename }\",\"id\":[1],\"extensions\":{\"any\":[]},\"variables\":{\"undeclared\":\"\\ud83c\\udfc3\"}}")]
    [InlineData("\uFEFF{\"query\":\"{ __typename }\"}")]
    public async Task With_nulls_unknown_members_or_a_byte_order_mark_is_well_formed(string body)
    {
        var response = await server.PostAsync(body);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("Application/JSON; Charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/graphql", 415)]
    [InlineData("nonsense", 415)]
    public async Task Must_be_JSON_in_UTF8_by_its_content_type(string contentType, int status)
    {
        var response = await server.PostAsync("""{"query":"{ __typename }"}""", "Content-Type: " + contentType);
        Assert.Equal(status, (int)response.StatusCode);
        if (status != 200)
        {
            Assert.Equal("UNSUPPORTED_MEDIA_TYPE", await RunningServer.CodeAsync(response));
        }
    }

    [Fact]
    public async Task With_a_content_encoding_is_refused()
    {
        var response = await server.PostAsync("""{"query":"{ __typename }"}""", "Content-Encoding: gzip");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task With_bytes_that_are_not_UTF8_is_refused()
    {
        var response = await server.PostAsync([.. "{\"query\":\"{ __typename } #"u8, 0xC3, 0x28, .. "\"}"u8]);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("INVALID_UNICODE", await RunningServer.CodeAsync(response));
    }

    [Theory]
    [InlineData(64, 200)]
    [InlineData(65, 400)]
    [InlineData(100_000, 400)]
    public async Task May_nest_its_JSON_as_deep_as_the_limit(int depth, int status)
    {
        var inner = new string('[', depth - 2) + new string(']', depth - 2);
        var response = await server.PostAsync($$$"""{"query":"{ __typename }","variables":{"a":{{{inner}}}}}""");
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
        {
            return;
        }

        using var body = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var extensions = body.RootElement.GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal($$"""{"code":"JSON_TOO_DEEP","limit":"Limits:JsonDepth","found":{{depth}},"allowed":64}""", extensions.GetRawText());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task May_be_as_large_as_the_limit_and_no_larger(bool chunked)
    {
        const int Limit = 1_048_576;
        string head = "{\"query\":\"{ __typename }\",\"x\":\"", tail = "\"}";
        foreach (var size in new[] { Limit, Limit + 1, 8 * Limit })
        {
            var bytes = Encoding.UTF8.GetBytes(head + new string('x', size - head.Length - tail.Length) + tail);
            var response = await server.PostAsync(bytes, chunked ? ["Transfer-Encoding: chunked"] : []);
            Assert.Equal(size == Limit ? 200 : 413, (int)response.StatusCode);
            if (size > Limit)
            {
                Assert.Equal("BODY_TOO_LARGE", await RunningServer.CodeAsync(response));
            }
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task By_another_method_is_refused_with_those_that_are_served(string method)
    {
        var response = await server.SendAsync(new HttpMethod(method), "/graphql", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD", "POST"], response.Content.Headers.Allow);
        Assert.Equal("METHOD_NOT_ALLOWED", await RunningServer.CodeAsync(response));
    }

    [Fact]
    public async Task For_another_path_is_refused()
    {
        var response = await server.SendAsync(HttpMethod.Get, "/api/v1", null);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("PATH_NOT_FOUND", await RunningServer.CodeAsync(response));
    }

    [Fact]
    public async Task That_is_refused_is_answered_without_leave_to_keep_or_guess()
    {
        var response = await server.PostAsync("[]");
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(response.Headers.Contains("Server"));
    }
}
