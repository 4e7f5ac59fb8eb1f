using GraphQLParser.AST;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The third step of reading. Input: a syntax tree. It rejects a document that exceeds a limit, and one with circular fragments. Each of
/// its walks takes time linear in what the previous walks have bounded; the walk over the tree as written is the first, the one over merged
/// selections the last. It does not know the schema.
/// </summary>
internal static class LimitCheck
{
    public static void Check(ParsedDocument document, DocumentLimits limits)
    {
        WrittenDocument.Check(document, limits);
        var order = FragmentOrder.Sort(document);
        var roots = Roots(document, order);
        FragmentExpansion.Check(document, order, roots, limits);
        FieldSelectionMerging.Check(document, roots, limits);
    }

    // A fragment that nothing spreads is also validated, so it is counted like an operation.
    private static List<ASTNode> Roots(ParsedDocument document, FragmentOrder order) =>
        [.. document.Operations, .. order.CalleesFirst.Where(fragment => !order.IsSpread(fragment))];
}
