using ReformGraph.Settings;
using ReformGraph.Tests.Http;
using ReformGraph.Tests.Import;
using ReformGraph.Tests.Reports;
using ReformGraph.Tests.Seeding;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>The walk from a Word file to a comparison of two counties, as the page tells it.</summary>
public sealed class CountyWalkTests : IDisposable
{
    internal const string Page = "docs/your-county.md";

    private const string Run = "dotnet run --project src/ReformGraph -- ";

    private readonly SeededDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Its_commands_lead_to_the_answer_on_the_page()
    {
        var commands = Walks()[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var file in Directory.GetFiles(SampleRegisters.Folder, "*.xlsx").Append(SampleReport.Word))
        {
            File.Copy(file, PathOf(Path.GetFileName(file)));
        }

        Assert.Equal(0, await RunAsync(commands[0]));
        var corrected = Path.Combine(SampleReport.Folder, "draft.csv");
        Assert.Equal(WithoutJudgement(await File.ReadAllLinesAsync(PathOf("draft.csv"))),
            WithoutJudgement(await File.ReadAllLinesAsync(corrected)));
        File.Copy(corrected, PathOf("draft.csv"), overwrite: true);
        var confirmed = Path.Combine(SampleReport.Folder, "checks.csv");
        Assert.Empty((await File.ReadAllLinesAsync(PathOf("checks.csv"))).Except(await File.ReadAllLinesAsync(confirmed)));
        File.Copy(confirmed, PathOf("checks.csv"), overwrite: true);
        foreach (var command in commands[1..])
        {
            Assert.Equal(0, await RunAsync(command));
        }

        var server = await RunningServer.StartAsync(new ReformGraphOptions
        {
            Url = "http://127.0.0.1:0",
            Database = new() { File = database.Path },
        });
        foreach (var (place, body, answer) in AnswerTests.AnswersIn(Page))
        {
            using var response = await server.PostAsync(body);
            Assert.Equal($"{place}\n{AnswerTests.Indented(answer)}",
                $"{place}\n{AnswerTests.Indented(await response.Content.ReadAsStringAsync())}");
        }

        await server.DisposeAsync();
    }

    [Fact]
    public void It_has_the_same_commands_in_both_languages()
    {
        var walks = Walks();
        Assert.Equal(2, walks.Count);
        Assert.Equal(walks[0], walks[1]);
    }

    private static List<string> Walks() => [.. Markdown.Blocks(Page).Where(block => block.Language == "sh"
        && block.Text.Contains(" verify-source\n", StringComparison.Ordinal)).Select(block => block.Text)];

    // Whoever corrects a draft changes the indicators and the roles, and leaves the rest.
    private static IEnumerable<string> WithoutJudgement(string[] lines) => lines.Select(line => line.Split(',')[0]);

    private Task<int> RunAsync(string command) => CommandLine.RunAsync(
    [
        .. command[Run.Length..].Split(' ')
            .Select(argument => argument.Contains('.', StringComparison.Ordinal) ? PathOf(argument) : argument),
        "--database", database.Path,
    ]);

    private string PathOf(string file) => Path.Combine(database.Folder, file);
}
