using GraphQLParser;
using GraphQLParser.Exceptions;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Parsing;

/// <summary>
/// The first step of reading. Input: a text. It rejects a text that is not a sequence of tokens, one with too many tokens, and one whose
/// braces and brackets are nested too deeply. It builds nothing and never recurses: the parser does, and must not see a text on which it
/// would overflow the stack.
/// </summary>
internal static class TokenScan
{
    // How far past the limit the count continues, so that the message can state by how much it is exceeded, without reading a megabyte of
    // tokens.
    private const long CountedTimes = 20;

    public static void Check(string text, DocumentLimits limits)
    {
        var tokens = new LimitCounter(nameof(limits.Tokens), limits.Tokens, "Too many tokens");
        var nesting = new LimitCounter(nameof(limits.Nesting), limits.Nesting, "Selections, lists, objects or types are nested too deeply");
        var depth = 0;
        var position = 0;
        var last = CountedTimes * limits.Tokens;
        for (var count = 0L; count < last && Next(text, position) is { Kind: not TokenKind.EOF } token; count++)
        {
            position = token.End;
            tokens.Spend(1, token.Start);
            if (token.Kind is TokenKind.BRACE_L or TokenKind.BRACKET_L)
            {
                nesting.Reach(++depth, token.Start);
            }
            else if (token.Kind is TokenKind.BRACE_R or TokenKind.BRACKET_R)
            {
                depth--;
            }
        }

        LimitCounter.Enforce(text, tokens, nesting);
    }

    private static Token Next(string text, int position)
    {
        try
        {
            return Lexer.Lex(text, position);
        }
        catch (GraphQLParserException exception)
        {
            throw DocumentParse.Refusal(exception);
        }
    }
}
