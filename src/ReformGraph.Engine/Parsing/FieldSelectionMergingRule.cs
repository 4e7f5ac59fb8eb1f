using GraphQL.Validation;
using GraphQLParser.AST;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// Selections with the same response name must ask for the same thing. GraphQL.NET compares every pair of them and prints their arguments
/// each time, which can take most of a second for a document within the limits. Here equality is transitive, and each selection is compared
/// with the first alone; so two errors of a mutation must not have different fields under one name, which the specification would allow.
/// </summary>
internal sealed class FieldSelectionMergingRule(ParsedDocument document)
{
    private readonly HashSet<GraphQLField> reported = [];

    public IEnumerable<ValidationError> Errors() =>
        document.Operations.SelectMany(operation => Within([operation.SelectionSet]));

    private IEnumerable<ValidationError> Within(IEnumerable<GraphQLSelectionSet> selections)
    {
        foreach (var fields in CollectedFields.Collect(document, selections))
        {
            // A field of a fragment that is spread several times is the same node each time.
            var distinct = fields.Distinct().ToList();
            var (first, other) = (distinct[0], distinct.Find(field => !IsSame(distinct[0], field)));
            var errors = other is null ? Within(CollectedFields.Below(distinct)) : reported.Add(other) ? [Conflict(first, other)] : [];
            foreach (var error in errors)
            {
                yield return error;
            }
        }
    }

    private static bool IsSame(GraphQLField first, GraphQLField other) =>
        first.Name.Value == other.Name.Value && SameArguments.Are(first.Arguments, other.Arguments);

    private static ValidationError Conflict(GraphQLField first, GraphQLField other)
    {
        var key = SourceText.Shorten((first.Alias?.Name ?? first.Name).StringValue);
        var difference = first.Name.Value == other.Name.Value
            ? "with different arguments"
            : $"as '{SourceText.Shorten(first.Name.StringValue)}' and as '{SourceText.Shorten(other.Name.StringValue)}'";
        return new ValidationError(default, "5.3.2", $"'{key}' is selected {difference}. Give one of the two an alias of its own.",
            first, other)
        {
            Code = "OVERLAPPING_FIELDS_CAN_BE_MERGED",
        };
    }
}
