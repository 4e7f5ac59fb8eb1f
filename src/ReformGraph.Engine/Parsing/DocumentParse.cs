using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The second step of reading. Input: a scanned text. Output: a syntax tree, with its operations and fragments by name. It rejects what is
/// not GraphQL, definitions that are not executable, and fragments with the same name, because everything after it finds fragments by name.
/// It does not know the schema.
/// </summary>
internal static class DocumentParse
{
    // The scan has already bounded the depth, so the parser's own limit would only get in the way.
    private static readonly ParserOptions Options = new() { Ignore = IgnoreOptions.Comments, MaxDepth = int.MaxValue };

    private const string Reference = "; for more information";

    public static ParsedDocument Parse(string text)
    {
        var ast = ParseText(text);
        var operations = new List<GraphQLOperationDefinition>();
        var fragments = new Dictionary<string, GraphQLFragmentDefinition>();
        foreach (var definition in ast.Definitions)
        {
            switch (definition)
            {
                case GraphQLOperationDefinition operation:
                    operations.Add(operation);
                    break;
                case GraphQLFragmentDefinition fragment:
                    if (!fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment))
                    {
                        throw NameNotUnique(text, fragments[fragment.FragmentName.Name.StringValue], fragment);
                    }

                    break;
                default:
                    throw NotExecutable(text, definition);
            }
        }

        return new ParsedDocument(text, ast, operations, fragments);
    }

    internal static RequestErrorException Refusal(GraphQLParserException exception) =>
        new(new RequestError(ErrorCodes.ParseFailed, $"Syntax error: {SourceText.Shorten(exception.Description.Split(Reference)[0])}")
        {
            Locations = [new ErrorLocation(exception.Location.Line, exception.Location.Column)],
        });

    private static GraphQLDocument ParseText(string text)
    {
        try
        {
            var ast = Parser.Parse(text, Options);
            return ast.Definitions.Count > 0 ? ast : throw Empty();
        }
        catch (GraphQLParserException exception)
        {
            throw Refusal(exception);
        }
    }

    private static RequestErrorException Empty() =>
        new(new RequestError(ErrorCodes.ParseFailed,
            "Syntax error: Expected an operation, found an empty document.")
        { Locations = [new ErrorLocation(1, 1)] });

    private static RequestErrorException NameNotUnique(string text, GraphQLFragmentDefinition first, GraphQLFragmentDefinition second) =>
        new(new RequestError(ErrorCodes.FragmentNameNotUnique,
            $"There are two fragments named '{SourceText.Shorten(second.FragmentName.Name.StringValue)}'.")
        {
            Locations = [SourceText.LocationOf(text, first.Location.Start), SourceText.LocationOf(text, second.Location.Start)],
        });

    private static RequestErrorException NotExecutable(string text, ASTNode definition) =>
        new(new RequestError(ErrorCodes.DefinitionNotExecutable,
            "The document contains a definition of the type system; a request may contain only operations and fragments.")
        {
            Locations = [SourceText.LocationOf(text, definition.Location.Start)],
        });
}
