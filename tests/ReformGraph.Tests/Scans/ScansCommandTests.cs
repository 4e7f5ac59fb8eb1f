using System.CommandLine;
using ReformGraph.Commands;
using ReformGraph.Data.Errors;
using ReformGraph.Scans;
using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Synthesis;
using Spectre.Console;
using Xunit;

namespace ReformGraph.Tests.Scans;

public sealed class ScansCommandTests(SyntheticDatabase database) : IClassFixture<SyntheticDatabase>
{
    private const string Scanning =
        """{"query":"query Find($name: String) { villages(where: { nameZh: { eq: $name } }) { totalCount nodes { code } } }","variables":{"name":"Nowhere"}}""";

    [Fact]
    public async Task A_server_leaves_next_to_the_database_what_the_command_lists()
    {
        var path = Path.Combine(database.Folder, "served.db");
        File.Copy(database.Path, path);
        await ServeAsync(path, Scanning, times: 2);
        var (exit, table) = await RunAsync(path);
        Assert.Equal(0, exit);
        Assert.Matches(
            @"│ Find: query Find\(\$name: String\) \{ villages\(.*│ Village │ 2    │ 2,770        │ \[Index\(nameof\(Village\.NameZh\)\)\] │", table);
        Assert.Matches(@"Recorded until 20\d\d-\d\d-\d\d \d\d:\d\d UTC", table);

        // A server that has seen no scan leaves the notes of the one before it.
        await ServeAsync(path, """{"query":"{ villages { totalCount } }"}""", times: 1);
        Assert.Equal((exit, table), await RunAsync(path));
    }

    [Fact]
    public async Task A_server_that_cannot_write_its_notes_serves_and_stops_as_ever()
    {
        var path = Path.Combine(database.Folder, "unwritable.db");
        File.Copy(database.Path, path);
        Directory.CreateDirectory(ScanFile.PathOf(path));
        await ServeAsync(path, Scanning, times: 1);
        Assert.Empty(Directory.GetFileSystemEntries(ScanFile.PathOf(path)));
    }

    [Fact]
    public async Task Without_notes_it_says_so()
    {
        var (exit, said) = await RunAsync("none.db");
        Assert.Equal((0, "No query is recorded as having scanned a table: none.db.scans.json does not exist."), (exit, said.Trim()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"until\": \"2026-01-02T03:04:05Z\" }")]
    [InlineData("{ \"until\": \"2026-01-02T03:04:05Z\", \"queries\": [null] }")]
    [InlineData("{ \"until\": \"2026-01-02T03:04:05Z\", \"queries\": [{ \"runs\": 1 }] }")]
    public async Task A_damaged_file_is_reported_in_one_line(string content)
    {
        var path = Path.Combine(database.Folder, "damaged.db");
        await File.WriteAllTextAsync(ScanFile.PathOf(path), content);
        var refusal = await Assert.ThrowsAsync<StartupException>(() => RunAsync(path));
        Assert.Equal($"The file {path}.scans.json was not written by a server: delete it.", refusal.Message);
    }

    [Fact]
    public async Task What_a_client_sent_is_printed_as_text_on_one_line()
    {
        var path = Path.Combine(database.Folder, "hostile.db");
        ScanFile.Write(ScanFile.PathOf(path),
            new ScanNotes(DateTime.UtcNow, [new("{\n  [red]a[/]\u001b[2J\u202e 村\r\n}", "N\u0007", "A", "none", 0, 0)]));
        var (_, table) = await RunAsync(path);
        Assert.Contains("│ N : { [red]a[/] [2J 村 } │ A ", table, StringComparison.Ordinal);
    }

    private static async Task ServeAsync(string path, string body, int times)
    {
        var server =
            await RunningServer.StartAsync(new ReformGraphOptions { Url = "http://127.0.0.1:0", Database = new() { File = path } });
        for (var time = 0; time < times; time++)
        {
            using var response = await server.PostAsync(body);
            Assert.StartsWith("{\"data\":", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await server.StopAsync();
        await server.DisposeAsync();
    }

    private static async Task<(int Exit, string Output)> RunAsync(string path)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        var exit = await ScansCommand.Create(() => path, console).Parse([])
            .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return (exit, output.ToString());
    }
}
