using System.Runtime.CompilerServices;
using System.Text.Json;
using Xunit;

namespace ReformGraph.Tests;

/// <summary>A request in a .graphql file with, if it has variables, a .json file next to it.</summary>
/// <param name="Text">The document.</param>
/// <param name="Variables">The variables, exactly as the file has them.</param>
/// <param name="OperationName">What the first line names, as in <c># operationName: Counts</c>.</param>
internal sealed record GraphQLCase(string Text, JsonElement? Variables, string? OperationName = null)
{
    private const string Name = "# operationName: ";

    /// <summary>The folders of the tests that have cases.</summary>
    public static IEnumerable<string> Folders => Directory.EnumerateDirectories(Root(), "Cases", SearchOption.AllDirectories)
        .Select(folder => Path.GetRelativePath(Root(), Path.GetDirectoryName(folder)!))
        .Where(folder => !folder.StartsWith("bin", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The names of the cases in a folder's folder <c>Cases</c>.</summary>
    public static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(PathOf(folder), "*.graphql")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    /// <summary>All cases, each after its folder, except those of the named folders.</summary>
    public static TheoryData<string, string> InAllBut(params string[] others)
    {
        var cases = new TheoryData<string, string>();
        foreach (var folder in Folders.Except(others))
        {
            foreach (var name in In(folder))
            {
                cases.Add(folder, name);
            }
        }

        return cases;
    }

    public static GraphQLCase Read(string folder, string name)
    {
        var text = File.ReadAllText(Path.Combine(PathOf(folder), name + ".graphql"));
        var variables = Path.Combine(PathOf(folder), name + ".json");
        return new(
            text,
            File.Exists(variables) ? JsonDocument.Parse(File.ReadAllText(variables)).RootElement : null,
            text.StartsWith(Name, StringComparison.Ordinal)
                ? text[Name.Length..text.IndexOf('\n', StringComparison.Ordinal)].Trim() : null);
    }

    private static string PathOf(string folder) => Path.Combine(Root(), folder, "Cases");

    private static string Root([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
