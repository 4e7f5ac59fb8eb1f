using GraphQLParser.AST;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Parsing;

/// <summary>A document that was read. Immutable, so that it can be cached and shared between requests.</summary>
/// <param name="text">The text as the client sent it.</param>
/// <param name="ast">The syntax tree.</param>
/// <param name="operations">Its operations in order.</param>
/// <param name="fragments">Its fragments by name.</param>
internal sealed class ParsedDocument(
    string text,
    GraphQLDocument ast,
    IReadOnlyList<GraphQLOperationDefinition> operations,
    IReadOnlyDictionary<string, GraphQLFragmentDefinition> fragments)
{
    public string Text => text;

    public GraphQLDocument Ast => ast;

    public IReadOnlyList<GraphQLOperationDefinition> Operations => operations;

    public IReadOnlyDictionary<string, GraphQLFragmentDefinition> Fragments => fragments;

    /// <summary>The variables used as cursors. A plan depends on whether a key of a cursor is null.</summary>
    public IReadOnlySet<string> CursorVariables { get; } =
        ast.Definitions.OfType<IHasSelectionSetNode>().SelectMany(definition => VariablesIn(definition.SelectionSet, IsCursor)).ToHashSet();

    /// <summary>The variables used to find a row by its code. A plan depends on whether a code is in normal form.</summary>
    public IReadOnlySet<string> CodeVariables { get; } =
        ast.Definitions.OfType<IHasSelectionSetNode>().SelectMany(definition => VariablesIn(definition.SelectionSet, IsCode)).ToHashSet();

    /// <summary>The variables on whose values a plan depends: names of keys, time zones, boundaries of ranges.</summary>
    public IReadOnlySet<string> PlannedVariables { get; } =
        ast.Definitions.OfType<IHasSelectionSetNode>().SelectMany(definition => PlannedIn(definition.SelectionSet)).ToHashSet();

    /// <summary>Whether an argument takes a cursor, by its name.</summary>
    public static bool IsCursor(string argument) => argument is "after" or "before";

    /// <summary>Whether an argument takes the code of a row, by its name.</summary>
    public static bool IsCode(string argument) => argument == "code";

    /// <summary>Whether a plan depends on the values of an argument, or of a field of an input, by its name.</summary>
    public static bool IsPlanned(string name) => name is "as" or "timeZone" or "boundaries" or "path" or "function" or "operator";

    /// <summary>The operation with this name, or the only one if no name is given.</summary>
    /// <exception cref="RequestErrorException">There is no such operation.</exception>
    public GraphQLOperationDefinition Operation(string? name)
    {
        if (name is null)
        {
            return operations.Count == 1
                ? operations[0]
                : throw NotFound(operations.Count == 0 ? "The document has no operation."
                : "The document has several operations: operationName must name one of them.");
        }

        return operations.FirstOrDefault(operation => operation.Name?.Value == name)
            ?? throw NotFound($"The document has no operation named '{SourceText.Shorten(name)}'.");
    }

    /// <summary>The fragment of a spread, or null if the document has none with this name.</summary>
    public GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) =>
        fragments.GetValueOrDefault(spread.FragmentName.Name.StringValue);

    private static IEnumerable<string> VariablesIn(GraphQLSelectionSet? selections, Func<string, bool> isMeant) =>
        (selections?.Selections ?? []).SelectMany(selection =>
        ((selection as GraphQLField)?.Arguments?.Items ?? [])
            .Where(argument => isMeant(argument.Name.StringValue))
            .Select(argument => argument.Value).OfType<GraphQLVariable>().Select(variable => variable.Name.StringValue)
            .Concat(VariablesIn((selection as IHasSelectionSetNode)?.SelectionSet, isMeant)));

    private static IEnumerable<string> PlannedIn(GraphQLSelectionSet? selections) => (selections?.Selections ?? []).SelectMany(selection =>
        ((selection as GraphQLField)?.Arguments?.Items ?? [])
            .SelectMany(argument => PlannedIn(argument.Name, argument.Value))
            .Concat(PlannedIn((selection as IHasSelectionSetNode)?.SelectionSet)));

    private static IEnumerable<string> PlannedIn(GraphQLName name, GraphQLValue value) => value switch
    {
        GraphQLVariable variable when IsPlanned(name.StringValue) => [variable.Name.StringValue],
        GraphQLObjectValue given => (given.Fields ?? []).SelectMany(field => PlannedIn(field.Name, field.Value)),
        GraphQLListValue list => (list.Values ?? []).SelectMany(item => PlannedIn(name, item)),
        _ => [],
    };

    private RequestErrorException NotFound(string message) =>
        new(new RequestError(ErrorCodes.OperationNotFound, message)
        {
            Details = new Dictionary<string, object>
            {
                ["operations"] = operations.Select(operation => operation.Name?.StringValue).OfType<string>().Take(20)
                    .Select(SourceText.Shorten).ToList(),
            },
        });
}
