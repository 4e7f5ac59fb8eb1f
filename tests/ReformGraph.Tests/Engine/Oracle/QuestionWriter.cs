using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Writes questions as a document, with their arguments in it or all of them as variables.</summary>
/// <param name="asVariables">Whether as variables.</param>
/// <param name="cursor">A cursor of an entity's list in an order, at so many hundredths of it; null for an empty list.</param>
internal sealed class QuestionWriter(bool asVariables, Func<string, Written?, int, string?> cursor)
{
    private readonly List<string> declarations = [];
    private readonly List<string> values = [];

    /// <summary>The document with its variables.</summary>
    public (string Document, JsonElement? Variables) Write(IReadOnlyList<ListQuestion> lists)
    {
        var fields = string.Concat(lists.Select((list, number) => List(list, number, "  ")));
        return asVariables && declarations.Count > 0
            ? ($"query ({string.Join(", ", declarations)}) {{\n{fields}}}",
                JsonDocument.Parse($"{{{string.Join(", ", values)}}}").RootElement)
            : ($"{{\n{fields}}}", null);
    }

    private string List(ListQuestion list, int number, string indent)
    {
        string?[] arguments =
        [
            Argument("where", $"{list.Entity}FilterInput", list.Where),
            Argument("order", $"[{list.Entity}SortInput!]", list.Order),
            list.Size is { } size ? Argument(size.End, "Int", Written.Same(size.Count.ToString(CultureInfo.InvariantCulture))) : null,
            Argument("after", "String", Cursor(list, list.After)),
            Argument("before", "String", Cursor(list, list.Before)),
        ];
        var given = arguments.OfType<string>().ToList();
        var text = new StringBuilder(indent).Append(CultureInfo.InvariantCulture, $"list{number}: {list.Field}")
            .Append(given.Count == 0 ? string.Empty : $"({string.Join(", ", given)})").Append(" {\n");
        foreach (var output in list.Outputs)
        {
            text.Append(indent).Append("  ").Append(Output(output, list, indent + "  ")).Append('\n');
        }

        foreach (var (place, aggregate) in list.Aggregates.Index())
        {
            var where = Argument("where", $"{aggregate.Entity}FilterInput", aggregate.Where);
            text.Append(indent).Append(CultureInfo.InvariantCulture,
                $"  aggregate{place}: aggregate{(where is null ? string.Empty : $"({where})")} {aggregate.Selection}\n");
        }

        foreach (var (place, groups) in list.Groups.Index())
        {
            text.Append(indent).Append(Groups(groups, place));
        }

        return text.Append(indent).Append("}\n").ToString();
    }

    private string Groups(GroupQuestion groups, int place)
    {
        string?[] arguments =
        [
            Argument("by", $"[{groups.Entity}GroupBy!]!", groups.By),
            Argument("having", $"{groups.Entity}AggregateFilterInput", groups.Having),
            Argument("order", $"[{groups.Entity}GroupSortInput!]", groups.Order),
            Argument(groups.Size.End, "Int", Written.Same(groups.Size.Count.ToString(CultureInfo.InvariantCulture))),
        ];
        var where = groups.Outputs.Any(output => output is "nodes" or "subtotals")
            ? Argument("where", $"{groups.Entity}FilterInput", groups.Where) : null;
        var filter = where is null ? string.Empty : $"({where})";
        var outputs = groups.Outputs.Select(output => output switch
        {
            "nodes" =>
                $"nodes {{ key {groups.Key} all: aggregate {groups.Numbers} some: aggregate{filter} {groups.Numbers} " +
                $"{string.Join(' ', groups.Shares)} }}",
            "subtotals" =>
                $"subtotals {{ level key {groups.Key} all: aggregate {groups.Numbers} some: aggregate{filter} {groups.Numbers} }}",
            _ => output,
        });
        return $"  groups{place}: groups({string.Join(", ", arguments.OfType<string>())}) {{ __typename {string.Join(' ', outputs)} }}\n";
    }

    private string Output(string output, ListQuestion list, string indent) => output switch
    {
        "nodes" => $"nodes {Row(list.Row, indent)}",
        "edges" => $"edges {{ cursor node {Row(list.Row with { Values = ["__typename", "id", .. list.Row.Values] }, indent)} }}",
        "pageInfo" =>
            $"pageInfo {{ hasNextPage hasPreviousPage {(list.Outputs.Contains("edges") ? "endCursor startCursor " : string.Empty)}}}",
        _ => output,
    };

    private string Row(RowQuestion row, string indent)
    {
        var text = new StringBuilder("{ ").AppendJoin(' ', row.Values).Append('\n');
        foreach (var (field, inner) in row.References)
        {
            text.Append(indent).Append("  ").Append(field).Append(' ').Append(Row(inner, indent + "  ")).Append('\n');
        }

        foreach (var (number, list) in row.Lists.Index())
        {
            text.Append(List(list, number, indent + "  "));
        }

        return text.Append(indent).Append('}').ToString();
    }

    private Written? Cursor(ListQuestion list, int? place) =>
        place is { } hundredths && cursor(list.Entity, list.Order, hundredths) is { } text ? Written.Text(text) : null;

    private string? Argument(string name, string type, Written? value)
    {
        if (value is null || !asVariables)
        {
            return value is null ? null : $"{name}: {value.Literal}";
        }

        var variable = $"v{values.Count}";
        declarations.Add($"${variable}: {type}");
        values.Add($"\"{variable}\": {value.Json}");
        return $"{name}: ${variable}";
    }
}
