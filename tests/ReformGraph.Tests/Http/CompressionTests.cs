using Xunit;

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

    [Fact]
    public async Task Is_not_spent_on_small_answers()
    {
        var response = await server.PostAsync("""{"query":"{ __typename }"}""", "Accept-Encoding: br");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Content.Headers.ContentLength);
    }
}
