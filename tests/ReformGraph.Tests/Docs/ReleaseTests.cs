using System.Xml.Linq;
using ReformGraph.Engine;
using Xunit;

namespace ReformGraph.Tests.Docs;

/// <summary>What a release says of itself.</summary>
public sealed class ReleaseTests
{
    private static readonly string Version = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version")
        .Single().Value;

    [Fact]
    public async Task The_program_prints_the_version_that_is_defined_in_one_place()
    {
        var (exit, output, _) = await ProgramProcess.RunAsync(Path.GetTempPath(), "--version");
        Assert.Equal((0, Version), (exit, output.Trim()));
        Assert.Equal(Version, typeof(QueryEngine).Assembly.GetName().Version!.ToString(3));
        Assert.DoesNotContain(Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            file => Repository.Read(file).Contains("<Version", StringComparison.Ordinal));
    }

    [Fact]
    public void The_changelog_and_the_security_policy_know_the_version()
    {
        Assert.Contains($"\n## [{Version}] - ", Repository.Read("CHANGELOG.md"), StringComparison.Ordinal);
        Assert.Contains($"\n| {Version[..Version.LastIndexOf('.')]}.x | yes |", Repository.Read("SECURITY.md"), StringComparison.Ordinal);
        Assert.StartsWith("MIT License\n", Repository.Read("LICENSE"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_project_of_the_solution_has_a_lock_file_which_names_no_registry()
    {
        var projects = Repository.Read("ReformGraph.sln").Split('"').Where(part => part.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(path => path.Replace('\\', '/')).ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.DoesNotContain("://",
            Repository.Read(Path.GetDirectoryName(project)!.Replace('\\', '/') + "/packages.lock.json"), StringComparison.Ordinal));
    }
}
