using GraphQLParser;
using GraphQLParser.AST;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// Counts what execution would see: the merged selections of one object, with fragments expanded. It rejects too many root fields, too many
/// aliases of one field, and too many comparisons of fields with the same response name.
/// <para>
/// If n fields have the same response name, n(n-1)/2 comparisons are counted; those of a fragment that is spread several times count each
/// time. The walk visits each expanded field once; their number has been bounded before.
/// </para>
/// </summary>
internal sealed class FieldSelectionMerging
{
    private readonly ParsedDocument document;
    private readonly LimitCounter rootFields;
    private readonly LimitCounter aliases;
    private readonly LimitCounter comparisons;

    private FieldSelectionMerging(ParsedDocument document, DocumentLimits limits)
    {
        this.document = document;
        rootFields = LimitCounter.RootFields(limits);
        aliases = LimitCounter.Aliases(limits);
        comparisons = new LimitCounter(nameof(limits.FieldComparisons), limits.FieldComparisons,
            "Too many comparisons of fields with the same response name");
    }

    public static void Check(ParsedDocument document, IReadOnlyList<ASTNode> roots, DocumentLimits limits)
    {
        var merge = new FieldSelectionMerging(document, limits);
        foreach (var root in roots)
        {
            var fields = merge.Merge([((IHasSelectionSetNode)root).SelectionSet!]);
            if (root is GraphQLOperationDefinition)
            {
                merge.rootFields.Reach(fields, root.Location.Start);
            }
        }

        LimitCounter.Enforce(document.Text, merge.rootFields, merge.aliases, merge.comparisons);
    }

    /// <returns>The number of response names of the merged selections.</returns>
    private int Merge(List<GraphQLSelectionSet> selections)
    {
        var groups = CollectedFields.Collect(document, selections);
        var names = new Dictionary<ROM, int>();
        foreach (var fields in groups)
        {
            var field = fields[0];
            names[field.Name.Value] = names.GetValueOrDefault(field.Name.Value) + 1;
            aliases.Reach(names[field.Name.Value], field.Location.Start, field.Name.StringValue);
            comparisons.Spend((long)fields.Count * (fields.Count - 1) / 2, field.Location.Start);
            if (CollectedFields.Below(fields) is { Count: > 0 } below)
            {
                Merge(below);
            }
        }

        return groups.Count;
    }
}
