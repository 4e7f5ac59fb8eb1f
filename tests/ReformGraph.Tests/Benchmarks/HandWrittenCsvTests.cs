using ReformGraph.Benchmarks.Exports;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Synthesis;
using Xunit;

namespace ReformGraph.Tests.Benchmarks;

public sealed class HandWrittenCsvTests
{
    [Fact]
    public async Task The_loop_that_exports_are_compared_with_writes_the_same_file()
    {
        using var database = new SyntheticDatabase();
        await using var server = await RunningServer.StartAsync(
            new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = database.Path } });
        using var written = new MemoryStream();
        Assert.Equal(SyntheticDatabase.Counties * 590, new HandWrittenCsv(database.Path).Write(written));
        Assert.Equal(await server.Client.GetByteArrayAsync($"/export/facility-consolidations.csv?select={HandWrittenCsv.Columns}"),
            written.ToArray());
    }
}
