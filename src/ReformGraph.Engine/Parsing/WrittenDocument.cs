using GraphQLParser.AST;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>Counts what the document contains as written: fields, and directives in total and at one place.</summary>
internal sealed class WrittenDocument
{
    private readonly LimitCounter fields;
    private readonly LimitCounter directives;
    private readonly LimitCounter directivesPerPlace;

    private WrittenDocument(DocumentLimits limits)
    {
        fields = LimitCounter.Fields(limits);
        directives = new LimitCounter(nameof(limits.Directives), limits.Directives, "Too many directives");
        directivesPerPlace =
            new LimitCounter(nameof(limits.DirectivesPerPlace), limits.DirectivesPerPlace, "Too many directives at one place");
    }

    public static void Check(ParsedDocument document, DocumentLimits limits)
    {
        var count = new WrittenDocument(limits);
        foreach (var definition in document.Ast.Definitions)
        {
            count.CountDirectives(definition);
            count.Count(((IHasSelectionSetNode)definition).SelectionSet);
            if (definition is GraphQLOperationDefinition { Variables: { } variables })
            {
                variables.Items.ForEach(count.CountDirectives);
            }
        }

        LimitCounter.Enforce(document.Text, count.fields, count.directives, count.directivesPerPlace);
    }

    private void Count(GraphQLSelectionSet? selections)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            CountDirectives(selection);
            if (selection is GraphQLField field)
            {
                fields.Spend(1, field.Location.Start);
            }

            Count((selection as IHasSelectionSetNode)?.SelectionSet);
        }
    }

    private void CountDirectives(ASTNode place)
    {
        if (place is IHasDirectivesNode { Directives: { } written })
        {
            directives.Spend(written.Count, written.Location.Start);
            directivesPerPlace.Reach(written.Count, written.Location.Start);
        }
    }
}
