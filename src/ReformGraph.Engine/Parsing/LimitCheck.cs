using GraphQLParser.AST;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The third step of reading: a syntax tree enters, nothing leaves. Refuses a document that holds more than its limits allow,
/// and one whose fragments are circular. Each of its walks takes time linear in what the walks before it have bounded; the
/// walk over the tree as written comes first, the one over merged selections last. It knows no schema.
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

    // A fragment that nothing spreads is validated as well, and so it is counted like an operation.
    private static List<ASTNode> Roots(ParsedDocument document, FragmentOrder order) =>
        [.. document.Operations, .. order.CalleesFirst.Where(fragment => !order.IsSpread(fragment))];
}
