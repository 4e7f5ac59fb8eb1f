using System.Text.RegularExpressions;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;
using Xunit.Sdk;

namespace ReformGraph.Tests;

/// <summary>
/// Texts that are compared with their snapshots. One that is longer than a reader likes is kept in several files, cut where one thing ends
/// and another begins. All that differ are told of, so that <c>./dev accept</c> takes them over at once.
/// </summary>
internal static partial class Snapshots
{
    /// <summary>How many lines a file has at most.</summary>
    public const int LongestFile = 400;

    /// <summary>Compares texts with the files that are named after the test and what is behind each text; an empty one has none.</summary>
    public static void Match(params (string Text, object[] Name)[] texts)
    {
        var test = OfTest();
        var failures = new List<Exception>();
        foreach (var (text, name) in texts)
        {
            var parts = text.Length == 0 ? [] : Parts(text).ToList();
            foreach (var (index, part) in parts.Index())
            {
                if (Record.Exception(() => Snapshot.Match(part, NameOf(test, name, index))) is { } failure)
                {
                    failures.Add(failure);
                }
            }

            var next = NameOf(test, name, parts.Count);
            if (File.Exists(Path.Combine(FolderOf(next), next.Filename)))
            {
                failures.Add(
                    new XunitException($"The snapshot {next.Filename} is of nothing any more: delete it, and those numbered after it."));
            }
        }

        if (failures.Count > 0)
        {
            throw failures is [{ } only] ? only : new AggregateException(failures);
        }
    }

    /// <summary>All that the snapshots of the test that runs hold, in the order of their names.</summary>
    public static string Kept()
    {
        var test = OfTest();
        var files = Directory.GetFiles(FolderOf(test), $"{test.Filename}_*.snap")
            .OrderBy(file => Number().Replace(file, number => number.Value.PadLeft(9, '0')), StringComparer.Ordinal);
        return string.Concat(files.Select(File.ReadAllText));
    }

    // Not Snapshot.FullName, whose name the next comparison would take for its own.
    private static SnapshotFullName OfTest() => new XunitSnapshotFullNameReader().ReadSnapshotFullName();

    private static string FolderOf(SnapshotFullName name) => Path.Combine(name.FolderPath, "__snapshots__");

    private static SnapshotFullName NameOf(SnapshotFullName test, object[] name, int index) =>
        new($"{string.Join('_', [test.Filename, .. name, .. index == 0 ? [] : new object[] { index + 1 }])}.snap", test.FolderPath);

    [GeneratedRegex(@"\d*(?=\.snap$)")]
    private static partial Regex Number();

    private static IEnumerable<string> Parts(string text)
    {
        var lines = text.Split('\n');
        for (int start = 0, end; start < lines.Length; start = end)
        {
            end = lines.Length - start <= LongestFile ? lines.Length
                : Enumerable.Range(start + (LongestFile / 2), LongestFile / 2).Reverse().MinBy(line => DepthBehind(lines[line - 1]));
            yield return string.Join('\n', lines[start..end]) + (end < lines.Length ? "\n" : "");
        }
    }

    /// <summary>The nesting depth after a line: none after an empty one, and everything that the line opens.</summary>
    private static int DepthBehind(string line) =>
        line.Length == 0 ? -1 : line.Length - line.TrimStart().Length + (line[^1] is '{' or '[' ? line.Length : 0);
}
