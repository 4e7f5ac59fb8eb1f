using System.CommandLine;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>What the documents say of the repository is so.</summary>
public sealed class DocumentTests
{
    // Taken apart, so that they are not found here.
    private static readonly string[] Unwanted = ["sess" + "ion", "Sess" + "ion", "/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "TO" + "DO",
        "FIX" + "ME", "nu" + "get.org", "npm" + "js"];

    public static TheoryData<string, string> Commands()
    {
        var commands = new TheoryData<string, string>();
        foreach (var block in Markdown.Files.SelectMany(Markdown.Blocks).Where(block => block.Language == "sh"))
        {
            foreach (var line in block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                commands.Add(block.ToString(), line);
            }
        }

        return commands;
    }

    [Theory]
    [InlineData("schema/schema.graphql")]
    [InlineData("schema/database.sqlite.sql", "--sql")]
    [InlineData("docs/reference.md", "--reference")]
    public async Task A_generated_file_is_what_the_declarations_give(string file, params string[] options)
    {
        using var output = new StringWriter();
        Assert.Equal(0, await CommandLine.Schema().Parse(options).InvokeAsync(new InvocationConfiguration { Output = output }));
        Assert.True(File.Exists(Path.Combine(Repository.Root, file)), $"{file} is missing: run ./dev schema.");
        Assert.True(output.ToString() == Repository.Read(file),
            $"{file} is not what the declarations give: run ./dev " +
            $"schema.\n{(options is [] ? SdlDifference.Between(Repository.Read(file), output.ToString()) : "")}");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_in_a_document_exists(string place, string command)
    {
        const string Run = "dotnet run --project src/ReformGraph";
        var known = command.Replace(" -c Release", "", StringComparison.Ordinal)
            .Replace("sudo reformgraph ", Run + " -- ", StringComparison.Ordinal) switch
        {
            "dotnet test" => true,
            Run => true,
            var run when run.StartsWith(Run + " -- ", StringComparison.Ordinal) =>
                await CommandLine.RunAsync([.. run[(Run.Length + 4)..].Split(' '), "--help"]) == 0,
            _ when command.StartsWith("./dev ", StringComparison.Ordinal) =>
                Repository.Read("dev").Contains($"\n  {command.Split(' ')[1]})", StringComparison.Ordinal),
            _ => command.StartsWith("curl ", StringComparison.Ordinal), // sent by the tests of answers
        };
        Assert.True(known, $"{place}: {command}");
    }

    [Fact]
    public void Links_between_documents_lead_somewhere() => Assert.Empty(
        from file in Markdown.Files
        from link in Markdown.Links(file)
        where !link.StartsWith("http", StringComparison.Ordinal) && !Leads(file, link)
        select $"{file}: {link}");

    [Fact]
    public void Every_decision_is_linked_from_the_architecture() => Assert.Equal(
        Repository.Files.Where(file => file.StartsWith("docs/decisions/", StringComparison.Ordinal)).Select(file => file["docs/".Length..]),
        Markdown.Links("docs/architecture.md").Where(link => link.StartsWith("decisions/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_decision_says_when_it_was_taken_and_whether_it_still_holds() => Assert.All(
        Repository.Files.Where(file => file.StartsWith("docs/decisions/", StringComparison.Ordinal)),
        file => Assert.Matches(@"\A# .+\n\nDate: 20\d\d-\d\d-\d\d\. Status: (accepted|superseded by \[.+\]\(.+\.md\))\.\n\n",
            Repository.Read(file)));

    [Fact]
    public void Every_finding_is_listed_with_the_version_that_its_script_states()
    {
        var rows = Repository.Read("findings/README.md").Split('\n')
            .Where(line => line.Contains(".sh](", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            Repository.Files.Where(
                file => file.StartsWith("findings/", StringComparison.Ordinal) && file.EndsWith(".sh", StringComparison.Ordinal)),
            Markdown.Links("findings/README.md").Select(link => $"findings/{link}").Order(StringComparer.Ordinal));
        Assert.All(rows, row =>
        {
            var script = Repository.Read($"findings/{row.Split("](")[1].Split(')')[0]}").Split('\n')[1];
            Assert.All(row.Split('|')[2].Split(' ', '(', ')').Where(word => word.Contains('.', StringComparison.Ordinal)),
                version => Assert.Contains(version, script, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_map_in_the_architecture_has_the_folders_that_there_are()
    {
        var mapped = FolderMap().ToList();
        Assert.All(mapped, entry => Assert.True(Path.Exists(Path.Combine(Repository.Root, entry)), entry));
        var folders = Repository.Files.Select(FolderOf).Where(folder => folder is not null).Distinct();
        Assert.Empty(folders.Except(mapped));
    }

    [Fact]
    public void The_readme_has_at_most_150_lines() => Assert.InRange(Repository.Read("README.md").TrimEnd().Split('\n').Length, 1, 150);

    [Fact]
    public void No_file_has_words_that_belong_elsewhere() => Assert.Empty(
        from file in Repository.Files
        where !file.EndsWith(".db", StringComparison.Ordinal)
        let text = Repository.Read(file)
        from word in Unwanted
        where text.Contains(word, StringComparison.Ordinal)
        select $"{file}: {word}");

    private static bool Leads(string file, string link)
    {
        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0
            ? file : Path.GetRelativePath(Repository.Root, Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, parts[0]));
        return Path.Exists(Path.Combine(Repository.Root, target))
            && (parts.Length == 1 || Markdown.Anchors(target).Contains(parts[1], StringComparer.Ordinal));
    }

    /// <summary>The paths in the map, whose indentation says what lies in what.</summary>
    private static IEnumerable<string> FolderMap()
    {
        var open = new List<string>();
        foreach (var line in Markdown.Blocks("docs/architecture.md").Single(
            block => block.Text.StartsWith("dev ", StringComparison.Ordinal)).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var depth = (line.Length - line.TrimStart().Length) / 2;
            open = [.. open.Take(depth), line.Trim().Split(' ')[0].TrimEnd('/')];
            yield return string.Join('/', open);
        }
    }

    /// <summary>The folder that the map must have for a file: one of a project below src, else one of the two upper levels.</summary>
    private static string? FolderOf(string file)
    {
        var folders = file.Split('/')[..^1];
        return folders is [] or [['.', ..], ..] ? null : string.Join('/', folders.Take(folders[0] == "src" ? 3 : 2));
    }
}
