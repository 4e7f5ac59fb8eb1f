using GraphQLParser;
using GraphQLParser.AST;

namespace ReformGraph.Tests;

/// <summary>Tells two schemas in the schema definition language apart, type by type.</summary>
internal static class SdlDifference
{
    /// <summary>The definitions by their names, each with its description, in their order.</summary>
    public static IReadOnlyList<(string Name, string Text)> Definitions(string sdl)
    {
        var definitions = (sdl.Length == 0 ? [] : Parser.Parse<GraphQLDocument>(sdl).Definitions)
            .Select(definition => (Name: (definition as INamedNode)?.Name.StringValue ?? "schema", Start: StartOf(definition))).ToList();
        var ends = definitions.Skip(1).Select(next => next.Start).Append(sdl.Length);
        return [.. definitions.Zip(ends, (one, end) => (one.Name, sdl[one.Start..end].TrimEnd('\n')))];
    }

    /// <summary>Each type that differs, with its differing lines before and after; empty if none does.</summary>
    public static string Between(string before, string after)
    {
        var (old, present) = (ByName(before), ByName(after));
        return string.Concat(old.Keys.Union(present.Keys).Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Before: Lines(old, name), After: Lines(present, name)))
            .Where(type => !type.Before.SequenceEqual(type.After))
            .Select(type => $"{type.Name}\n{Changed("- ", type.Before, type.After)}{Changed("+ ", type.After, type.Before)}"));
    }

    private static Dictionary<string, string> ByName(string sdl) => Definitions(sdl).ToDictionary(one => one.Name, one => one.Text);

    private static int StartOf(ASTNode definition) =>
        (definition as IHasDescriptionNode)?.Description is { } description ? description.Location.Start : definition.Location.Start;

    private static string[] Lines(Dictionary<string, string> types, string name) =>
        types.TryGetValue(name, out var text) ? text.Split('\n') : [];

    /// <summary>The lines of one text between those with which both begin and those with which both end.</summary>
    private static string Changed(string mark, string[] lines, string[] others)
    {
        var start = Common(lines, others);
        var end = Math.Min(Common(lines.Reverse(), others.Reverse()), Math.Min(lines.Length, others.Length) - start);
        return string.Concat(lines[start..^end].Select(line => $"{mark}{line}\n"));
    }

    private static int Common(IEnumerable<string> lines, IEnumerable<string> others) =>
        lines.Zip(others).TakeWhile(pair => pair.First == pair.Second).Count();
}
