using System.IO.Compression;
using System.Text;
using ReformGraph.Http;
using Xunit;
using ZstdSharp;

namespace ReformGraph.Tests.Http;

public sealed class CompressionTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string LargeAnswer = """{"query":"{ __schema { types { name description fields { name description } } } }"}""";

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0.5, zstd", "zstd")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    public async Task Follows_what_the_client_accepts(string accepted, string? encoding)
    {
        var response = await server.PostAsync(LargeAnswer, "Accept-Encoding: " + accepted);
        Assert.Equal(encoding is null ? [] : [encoding], response.Content.Headers.ContentEncoding);
        Assert.Single(response.Headers.Vary, "Accept-Encoding");
    }

    [Theory]
    [InlineData(LargeAnswer)]
    [InlineData(
        """{"query":"{ facilityConsolidations(first: 500) { nodes { id code type action nameZh nameEn effectiveOn floorArea synthetic } } }"}""")]
    public async Task Gives_no_answer_more_bytes_by_the_preferred_coding_than_by_gzip(string body)
    {
        var brotli = await server.PostAsync(body, "Accept-Encoding: br");
        var gzip = await server.PostAsync(body, "Accept-Encoding: gzip");
        Assert.InRange((await brotli.Content.ReadAsByteArrayAsync()).Length, 1_000, (await gzip.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Of_an_answer_that_is_kept_gives_the_same_text_each_time()
    {
        var plain = await (await server.PostAsync(LargeAnswer)).Content.ReadAsByteArrayAsync();
        foreach (var coding in Enumerable.Repeat(ContentCoding.All, 3).SelectMany(all => all))
        {
            var response = await server.PostAsync(LargeAnswer, "Accept-Encoding: " + coding.EncodingName);
            Assert.Equal(coding.EncodingName, Assert.Single(response.Content.Headers.ContentEncoding));
            Assert.Equal(plain, Decoded(coding.EncodingName, await response.Content.ReadAsByteArrayAsync()));
            Assert.NotNull(response.Content.Headers.ContentLength);
        }
    }

    public static TheoryData<string> Codings() => [.. ContentCoding.All.Select(coding => coding.EncodingName)];

    [Theory]
    [MemberData(nameof(Codings))]
    public void Is_better_where_it_has_time(string name)
    {
        var coding = ContentCoding.All.Single(one => one.EncodingName == name);
        var text = Encoding.UTF8.GetBytes(Repository.Read("schema/schema.graphql")[..100_000]);
        var (quick, best) = (coding.Encode(text), coding.EncodeBest(text));
        Assert.InRange(best.Length, 1, quick.Length - 1);
        Assert.Equal(text, Decoded(name, quick));
        Assert.Equal(text, Decoded(name, best));
    }

    private static byte[] Decoded(string coding, byte[] body)
    {
        using var source = new MemoryStream(body);
        using Stream stream = coding switch
        {
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            _ => new DecompressionStream(source),
        };
        using var text = new MemoryStream();
        stream.CopyTo(text);
        return text.ToArray();
    }

    [Fact]
    public async Task Is_not_spent_on_small_answers()
    {
        var response = await server.PostAsync("""{"query":"{ __typename }"}""", "Accept-Encoding: br");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Content.Headers.ContentLength);
    }
}
