using System.Runtime.CompilerServices;

namespace ReformGraph.Tests;

/// <summary>The files of this repository, as they are written, without those that are made.</summary>
internal static class Repository
{
    private static readonly string[] Made =
        [".git", ".idea", ".vs", "bin", "obj", "data", "node_modules", "BenchmarkResults", "TestResults", "__mismatch__"];

    /// <summary>Where it lies.</summary>
    public static string Root { get; } = RootFrom();

    /// <summary>All files, by their paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. FilesIn(Root).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder)
        .Where(file => Path.GetFileName(file) != ".git") // a file, in a second working tree
        .Concat(Directory.EnumerateDirectories(folder).Where(inner => !Made.Contains(Path.GetFileName(inner))).SelectMany(FilesIn));

    private static string RootFrom([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
