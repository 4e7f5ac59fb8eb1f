using System.Net;
using System.Net.Http.Headers;
using Microsoft.Data.Sqlite;
using ParquetSharp;
using ParquetSharp.IO;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Writes;
using Xunit;

namespace ReformGraph.Tests.Export;

/// <summary>How the formats are served that are written to a file first.</summary>
public sealed class ExportFileTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Path = "/export/facility-consolidations.parquet";

    [Fact]
    public async Task A_file_comes_with_its_length_its_name_and_a_strong_tag()
    {
        using var response = await server.SendAsync(HttpMethod.Get, Path, null, "Accept-Encoding: br, gzip");
        var content = response.Content;
        Assert.Equal((HttpStatusCode.OK, "application/vnd.apache.parquet"), (response.StatusCode, $"{content.Headers.ContentType}"));
        Assert.Equal(content.Headers.ContentLength, (await content.ReadAsByteArrayAsync()).Length);
        Assert.Equal((false, 0, "bytes"),
            (response.Headers.ETag!.IsWeak, content.Headers.ContentEncoding.Count, $"{response.Headers.AcceptRanges}"));
        Assert.Equal("1", Assert.Single(response.Headers.GetValues("As-Of-Sequence")));
        var today = $"{DateTime.UtcNow:yyyy-MM-dd}";
        Assert.Equal(
            $"attachment; filename=\"facility-consolidations-{today}.parquet\"; " +
            $"filename*=UTF-8''{Uri.EscapeDataString("设施整合")}-{today}.parquet",
            Assert.Single(content.Headers.GetValues("Content-Disposition")));
    }

    [Fact]
    public async Task Parts_are_served_and_those_of_another_file_are_not()
    {
        var whole = await server.Client.GetByteArrayAsync(Path);
        foreach (var (range, from, to) in new[] { ("bytes=0-3", 0, 4), ("bytes=-8", whole.Length - 8, whole.Length),
            ("bytes=100-", 100, whole.Length) })
        {
            using var part = await server.SendAsync(HttpMethod.Get, Path, null, "Range: " + range, "Accept-Encoding: br, gzip");
            Assert.Equal((range, HttpStatusCode.PartialContent, $"bytes {from}-{to - 1}/{whole.Length}"),
                (range, part.StatusCode, $"{part.Content.Headers.ContentRange}"));
            Assert.Equal(whole[from..to], await part.Content.ReadAsByteArrayAsync());
        }

        using var beyond = await server.SendAsync(HttpMethod.Get, Path, null, $"Range: bytes={whole.Length}-");
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, $"bytes */{whole.Length}"),
            (beyond.StatusCode, $"{beyond.Content.Headers.ContentRange}"));
        using var other = await server.SendAsync(HttpMethod.Get, Path, null, "Range: bytes=0-3", "If-Range: \"another\"");
        Assert.Equal((HttpStatusCode.OK, whole.Length), (other.StatusCode, (await other.Content.ReadAsByteArrayAsync()).Length));
        foreach (var range in (string[])["items=0-1", "bytes=5-2", "bytes=abc", "nonsense"])
        {
            using var ignored = await server.SendAsync(HttpMethod.Get, Path, null, "Range: " + range);
            Assert.Equal((range, HttpStatusCode.OK, whole.Length, "bytes"),
                (range, ignored.StatusCode, (await ignored.Content.ReadAsByteArrayAsync()).Length, $"{ignored.Headers.AcceptRanges}"));
        }

        using var insensitive = await server.SendAsync(HttpMethod.Get, Path, null, "Range: Bytes=0-3");
        Assert.Equal(HttpStatusCode.PartialContent, insensitive.StatusCode);
        using var head = await server.SendAsync(HttpMethod.Head, Path, null, "Range: bytes=0-3");
        Assert.Equal((HttpStatusCode.OK, (long?)whole.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        using var mismatch = await server.SendAsync(HttpMethod.Get, Path, null, "Range: bytes=0-3", "If-Match: \"another\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, mismatch.StatusCode);
    }

    [Fact]
    public async Task By_HEAD_the_headers_come_alone()
    {
        using HttpResponseMessage get = await server.SendAsync(HttpMethod.Get, Path, null), head =
            await server.SendAsync(HttpMethod.Head, Path, null);
        Assert.Equal((HttpStatusCode.OK, get.Headers.ETag, get.Content.Headers.ContentLength),
            (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_tag_holds_until_something_is_written()
    {
        await using var own = await WriteServer.StartAsync();
        using var first = await own.Server.SendAsync(HttpMethod.Get, Path, null);
        var tag = $"{first.Headers.ETag}";
        using var again = await own.Server.SendAsync(HttpMethod.Get, Path, null, "If-None-Match: \"other\", " + tag);
        Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, $"{again.Headers.ETag}"));
        foreach (var path in (string[])[Path + "?select=code", Path + "?labels=zh", Path + "?compression=none", Path + "?asOf=1",
            Path + "?order=[{\"code\":\"DESC\"}]", Path + "?select=type,code", Path + "?select=code,type"])
        {
            using var other = await own.Server.SendAsync(HttpMethod.Get, path, null, "If-None-Match: " + tag);
            Assert.Equal((path, HttpStatusCode.OK, false), (path, other.StatusCode, tag == $"{other.Headers.ETag}"));
        }

        await own.FieldAsync(
            $"mutation {{ withdrawRiskVillage(input: {{ {WriteServer.Note}, code: \"RV-H-001\", version: 1 }}) {{ errors {{ ... on Error " +
            $"{{ message }} }} }} }}");
        using var then = await own.Server.SendAsync(HttpMethod.Get, Path, null, "If-None-Match: " + tag);
        Assert.Equal((HttpStatusCode.OK, "2"), (then.StatusCode, Assert.Single(then.Headers.GetValues("As-Of-Sequence"))));
    }

    [Fact]
    public async Task Where_no_file_is_kept_each_is_still_served_whole()
    {
        await using var own = await RunningServer.StartAsync(new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = RunningServer.Options().Database.File },
            Exports = new() { KeptBytes = 0 }
        });
        using HttpResponseMessage first = await own.SendAsync(HttpMethod.Get, Path, null), again =
            await own.SendAsync(HttpMethod.Get, Path, null);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag); // the same rows are the same bytes
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        using var held = await own.SendAsync(HttpMethod.Get, Path, null, "If-None-Match: " + first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
    }

    [Fact]
    public async Task A_reader_that_takes_one_column_over_HTTP_takes_a_part_of_the_file()
    {
        await using var own = await WriteServer.StartAsync();
        await ExecuteAsync(own, """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
            INSERT INTO "RiskVillages" ("Code", "Synthetic", "Level", "RiskFactors", "CountyId", "Version") SELECT 'RV-X-' || i, 1, 1, hex(randomblob(2000)), (SELECT "Id" FROM "Counties"), 1 FROM n;
            """);
        var whole = await own.Server.Client.GetByteArrayAsync("/export/risk-villages.parquet");
        await using var ranges = new RangeStream(own.Server.Client, "/export/risk-villages.parquet", whole.Length);
        using var input = new ManagedRandomAccessFile(ranges);
        using var reader = new ParquetFileReader(input);
        using var group = reader.RowGroup(0);
        using var code = group.Column(1).LogicalReader<string>();
        Assert.Equal(418, code.ReadAll(418).Distinct().Count());
        Assert.InRange(ranges.Taken, 1, whole.Length / 4);
    }

    [Fact]
    public async Task What_breaks_while_a_file_is_written_is_an_error_and_no_part_of_a_file()
    {
        await using var own = await WriteServer.StartAsync();
        await ExecuteAsync(own, """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
            INSERT INTO "RiskVillages" ("Code", "Synthetic", "Level", "CountyId", "Version") SELECT 'RV-X-' || i, 1, iif(i = 1500, 99, 1), (SELECT "Id" FROM "Counties"), 1 FROM n;
            """);
        for (var time = 0; time < 2; time++)
        {
            using var broken = await own.Server.SendAsync(HttpMethod.Get, "/export/risk-villages.parquet", null);
            Assert.Equal((HttpStatusCode.InternalServerError, "INTERNAL"), (broken.StatusCode, await RunningServer.CodeAsync(broken)));
        }

        using var sound = await own.Server.SendAsync(HttpMethod.Get, "/export/risk-villages.parquet?select=code", null);
        Assert.Equal(HttpStatusCode.OK, sound.StatusCode);
    }

    private static async Task ExecuteAsync(WriteServer own, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={own.Database.Path}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A file over HTTP; each read of it is a request for a range.</summary>
    private sealed class RangeStream(HttpClient client, string path, long length) : Stream
    {
        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty || Position >= length)
            {
                return 0;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get,
                path)
            { Headers = { Range = new RangeHeaderValue(Position, Position + buffer.Length - 1) } };
            using var response = client.Send(request);
            Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
            using var body = response.Content.ReadAsStream();
            var read = body.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            Taken += read;
            Position += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
        {
            SeekOrigin.Current => Position,
            SeekOrigin.End => length,
            _ => 0,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
