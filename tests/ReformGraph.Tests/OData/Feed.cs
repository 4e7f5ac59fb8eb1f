using System.Net;
using System.Text.Json;
using ReformGraph.Tests.Http;
using Xunit;

namespace ReformGraph.Tests.OData;

/// <summary>What a client of OData does: it asks, and follows the links from page to page.</summary>
internal static class Feed
{
    /// <summary>The address of a set with options, which are written as a person reads them.</summary>
    public static string Address(string path, params string[] options) =>
        $"/odata/{path}{(options.Length == 0 ? "" : "?" + string.Join('&', options.Select(option => option.Split('=', 2) is var pair ? $"{pair[0]}={Uri.EscapeDataString(pair[1])}" : "")))}";

    public static async Task<JsonElement> GetAsync(RunningServer server, string address, params string[] headers)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address, null, headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}\n{text}");
        return JsonElement.Parse(text);
    }

    /// <summary>The rows of all pages.</summary>
    public static async Task<List<JsonElement>> WalkAsync(RunningServer server, string address, int pageSize)
    {
        var rows = new List<JsonElement>();
        for (var next = address; next is not null;)
        {
            var page = await GetAsync(server, next, $"Prefer: odata.maxpagesize={pageSize}");
            var value = page.GetProperty("value").EnumerateArray().ToList();
            Assert.True(value.Count <= pageSize);
            rows.AddRange(value);
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()! : null;
        }

        return rows;
    }

    /// <summary>The status, and the code and the target of the error.</summary>
    public static async Task<(int Status, string? Code, string? Target)> RefusalAsync(RunningServer server, string address,
        params string[] headers)
    {
        using var response = await server.SendAsync(HttpMethod.Get, address, null, headers);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode >= 400, $"{address}\n{text}");
        var error = JsonElement.Parse(text).GetProperty("error");
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return ((int)response.StatusCode, error.GetProperty("code").GetString(),
            error.TryGetProperty("target", out var target) ? target.GetString() : null);
    }
}
