using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using ReformGraph.Http;
using Xunit;

namespace ReformGraph.Tests.Http;

/// <summary>
/// What a page of another origin may send is every header that some address reads,
/// and what it may read is every one that some address sets: both are
/// taken from what the addresses really do.
/// </summary>
public sealed class OriginHeaderTests : IAsyncLifetime, IDisposable
{
    private const string Origin = "https://dashboard.example.org";

    private const string Query = "/graphql?query={counties{nodes{code}}}";

    // What a page can read anyway (https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name),
    // and what is not said to it but to the browser and to caches.
    private static readonly string[] notForPages =
    [
        "Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires", "Last-Modified", "Pragma",
        "Access-Control-Allow-Origin", "Access-Control-Expose-Headers", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods",
            "Access-Control-Max-Age",
        "Content-Encoding", "Content-Security-Policy", "Date", "Location", "Referrer-Policy", "Transfer-Encoding", "Vary",
            "X-Content-Type-Options",
    ];

    // What a browser sends by itself and lets no page send (https://fetch.spec.whatwg.org/#forbidden-request-header).
    private static readonly string[] notOfPages =
    [
        "Accept-Encoding", "Access-Control-Request-Headers", "Access-Control-Request-Method", "Connection", "Content-Length", "Expect",
            "Host", "Origin", "Transfer-Encoding", "Upgrade",
        "Access-Control-Request-Private-Network", "Upgrade-Insecure-Requests",
    ];

    private static readonly (HttpMethod Method, string Address, string[] Headers)[] requests =
    [
        (HttpMethod.Get, Query, []),
        (HttpMethod.Get, Query, ["If-None-Match: *"]),
        (HttpMethod.Get, Query, ["As-Of: 1", "Reproducibility-Stamp: true"]),
        (HttpMethod.Get, Query, ["Accept: text/csv"]),
        (HttpMethod.Get, "/graphql?sdl", []),
        (HttpMethod.Get, "/graphql", ["Accept: text/html"]),
        (HttpMethod.Post, "/graphql", []),
        (HttpMethod.Put, "/graphql", []),
        (HttpMethod.Get, "/export/counties.csv", []),
        (HttpMethod.Get, "/export/counties.parquet", []),
        (HttpMethod.Get, "/export/counties.parquet", ["Range: bytes=0-3"]),
        (HttpMethod.Get, "/export/counties.parquet", ["Range: bytes=0-3", "If-Range: \"x\""]),
        (HttpMethod.Get, "/export/counties.parquet", ["Range: bytes=999999999-"]),
        (HttpMethod.Get, "/odata", ["OData-Version: 4.0", "OData-MaxVersion: 4.01"]),
        (HttpMethod.Get, "/odata/$metadata", []),
        (HttpMethod.Get, "/odata/counties", ["Prefer: odata.maxpagesize=1,odata.track-changes"]),
        (HttpMethod.Get, "/odata/nothing", []),
        (HttpMethod.Get, "/catalog", []),
        (HttpMethod.Get, "/catalog/datapackage.json", []),
        (HttpMethod.Get, "/checkpoint", []),
        (HttpMethod.Get, "/proofs/inclusion?entity=County&id=1", []),
        (HttpMethod.Post, "/import/townships", []),
        (HttpMethod.Get, "/nowhere", []),
        (HttpMethod.Get, Query, ["Authorization: nonsense"]),
    ];

    private readonly ConcurrentDictionary<string, bool> read = new(StringComparer.OrdinalIgnoreCase);

    private WebApplication app = null!;

    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddReformGraph(RunningServer.Options(allowedOrigins: Origin));
        app = builder.Build();
        app.Use((context, next) =>
        {
            var request = context.Features.GetRequiredFeature<IHttpRequestFeature>();
            request.Headers = new ReadHeaders(request.Headers, name => read[name] = true);
            return next(context);
        });
        app.MapReformGraph();
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task A_page_may_read_every_header_that_is_set_for_it()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests)
        {
            using var response = await SendAsync(request);
            var exposed = Listed(response, "Access-Control-Expose-Headers");
            var set = response.Headers.Concat(response.Content.Headers).Select(header => header.Key)
                .Except(notForPages, StringComparer.OrdinalIgnoreCase).ToList();
            Assert.Equal((request.Address, ""),
                (request.Address, string.Join(", ", set.Except(exposed, StringComparer.OrdinalIgnoreCase))));
            seen.UnionWith(set);
        }

        // And it has been seen with each that a page needs.
        string[] needed = ["ETag", "Change-Token", "As-Of-Sequence", "Reproducibility-Stamp", "Content-Disposition", "Content-Range",
            "Accept-Ranges", "OData-Version", "Preference-Applied", "Allow", "WWW-Authenticate"];
        Assert.Empty(needed.Except(seen, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_page_may_send_every_header_that_is_read()
    {
        foreach (var request in requests)
        {
            using var response = await SendAsync(request);
        }

        using var preflight = await SendAsync(
            (HttpMethod.Options, "/odata/counties", ["Access-Control-Request-Method: GET", "Access-Control-Request-Headers: prefer"]));
        var allowed = Listed(preflight, "Access-Control-Allow-Headers");
        Assert.Equal("", string.Join(", ", read.Keys.Except(notOfPages, StringComparer.OrdinalIgnoreCase)
            .Except(allowed, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)));
        Assert.Contains("OData-Version", allowed); // clients of OData send it, though there is only one
        Assert.Contains("MIME-Version", allowed); // as UI5 does with each batch
        Assert.Contains("X-CSRF-Token", allowed);
        string[] needed = ["Prefer", "Range", "If-None-Match", "Authorization", "As-Of", "OData-MaxVersion"];
        Assert.Empty(needed.Except(read.Keys, StringComparer.OrdinalIgnoreCase));
    }

    private Task<HttpResponseMessage> SendAsync((HttpMethod Method, string Address, string[] Headers) asked)
    {
        var request = new HttpRequestMessage(asked.Method, asked.Address);
        if (asked.Method == HttpMethod.Post)
        {
            request.Content = asked.Address == "/graphql"
                ? new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, "application/json")
                : new StringContent("code\n", Encoding.UTF8, "text/csv");
        }

        foreach (var header in (string[])["Origin: " + Origin, GraphQLEndpoint.PreflightHeader + ": 1", .. asked.Headers])
        {
            var (name, value) = header.Split(": ", 2) is [var left, var right] ? (left, right) : default;
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request);
    }

    private static string[] Listed(HttpResponseMessage response, string header) =>
        [.. response.Headers.GetValues(header).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))];

    /// <summary>The headers of a request, which notes those that are asked for.</summary>
    private sealed class ReadHeaders(IHeaderDictionary headers, Action<string> note) : IHeaderDictionary
    {
        public long? ContentLength { get => headers.ContentLength; set => headers.ContentLength = value; }

        public ICollection<string> Keys => headers.Keys;

        public ICollection<StringValues> Values => headers.Values;

        public int Count => headers.Count;

        public bool IsReadOnly => headers.IsReadOnly;

        public StringValues this[string key]
        {
            get
            {
                note(key);
                return headers[key];
            }

            set => headers[key] = value;
        }

        public bool ContainsKey(string key)
        {
            note(key);
            return headers.ContainsKey(key);
        }

        public bool TryGetValue(string key, out StringValues value)
        {
            note(key);
            return headers.TryGetValue(key, out value);
        }

        public void Add(string key, StringValues value) => headers.Append(key, value);

        public void Add(KeyValuePair<string, StringValues> item) => headers.Add(item);

        public void Clear() => headers.Clear();

        public bool Contains(KeyValuePair<string, StringValues> item) => headers.Contains(item);

        public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex) => headers.CopyTo(array, arrayIndex);

        public bool Remove(string key) => headers.Remove(key);

        public bool Remove(KeyValuePair<string, StringValues> item) => headers.Remove(item);

        public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => headers.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => headers.GetEnumerator();
    }
}
