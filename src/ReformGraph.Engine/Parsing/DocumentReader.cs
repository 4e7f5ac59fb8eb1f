using GraphQL.Types;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Settings;
using ReformGraph.Engine.Telemetry;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The stages <i>parse</i>, <i>limits</i> and <i>validate</i>. Input: a text. Output: a document that matches the schema, or an error. The
/// order is guaranteed: tokens are counted before the parser runs, and everything that makes validation expensive is counted before
/// validation. It uses no variables and no data, so its output depends on the text alone.
/// </summary>
/// <param name="schema">The schema, initialized.</param>
/// <param name="limits">The limits of a document.</param>
internal sealed class DocumentReader(ISchema schema, DocumentLimits limits)
{
    /// <exception cref="RequestErrorException">The text is not such a document.</exception>
    public ParsedDocument Read(string text)
    {
        var document = Parse(SourceText.WithKnownLineEnds(text));
        using var stage = EngineTelemetry.Stage("validate");
        LimitCheck.Check(document, limits);
        SchemaValidation.Check(document, schema, limits.Errors);
        return document;
    }

    private ParsedDocument Parse(string text)
    {
        using var stage = EngineTelemetry.Stage("parse");
        TokenScan.Check(text, limits);
        return DocumentParse.Parse(text);
    }
}
