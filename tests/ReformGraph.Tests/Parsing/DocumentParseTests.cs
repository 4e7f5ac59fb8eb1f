using ReformGraph.Engine.Errors;
using Xunit;
using static ReformGraph.Tests.Parsing.Reading;

namespace ReformGraph.Tests.Parsing;

public sealed class DocumentParseTests
{
    [Theory]
    [InlineData("{item{id}", "found EOF", 1, 10)]
    [InlineData("{item(}", "Expected Name, found }", 1, 7)]
    [InlineData("{item(\n  color: ?)}", "Unexpected character \"?\"", 2, 10)]
    [InlineData("{item(where: {name: \"x)}", "Unterminated string.", 1, 25)]
    [InlineData("# nothing", "an empty document", 1, 1)]
    [InlineData("", "an empty document", 1, 1)]
    [InlineData("}", "Unexpected }", 1, 1)]
    [InlineData("{\r\n?\r", "Unexpected character \"?\"", 2, 1)]
    [InlineData("{\r?\r", "Unexpected character \"?\"", 2, 1)]
    public void A_text_that_is_no_document_is_refused_with_what_was_expected_where(string text, string message, int line, int column)
    {
        var error = Refused(ErrorCodes.ParseFailed, text);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([new ErrorLocation(line, column)], error.Locations);
    }

    [Theory]
    [InlineData("type Item { id: ID }")]
    [InlineData("{item{id}} extend type Item { more: ID }")]
    [InlineData("schema { query: Item }")]
    [InlineData("directive @a on FIELD")]
    public void A_definition_of_the_schema_is_refused(string text) => Refused(ErrorCodes.DefinitionNotExecutable, text);

    [Fact]
    public void Two_fragments_of_one_name_are_refused_with_both_places()
    {
        var error = Refused(ErrorCodes.FragmentNameNotUnique, "{...a}\nfragment a on Query{__typename}\nfragment a on Query{__typename}");
        Assert.Equal([new ErrorLocation(2, 1), new ErrorLocation(3, 1)], error.Locations);
    }

    [Fact]
    public void A_byte_order_mark_comments_and_commas_are_read_over() =>
        Assert.Single(Read("\uFEFF# first\n{,item,{ # second\nid,,name}}").Operations);

    [Fact]
    public void Operations_and_fragments_are_found_by_name()
    {
        var document = Read("query a{...f} query b{__typename} fragment f on Query{item{id}}");
        Assert.Same(document.Operations[1], document.Operation("b"));
        Assert.Equal("f", Assert.Single(document.Fragments).Key);
    }

    [Theory]
    [InlineData("query a{__typename} query b{__typename}", null)]
    [InlineData("query a{__typename}", "b")]
    [InlineData("{__typename}", "b")]
    public void An_ambiguous_operation_is_rejected(string text, string? name)
    {
        var document = Read(text);
        var error = Assert.Throws<RequestErrorException>(() => document.Operation(name)).Errors[0];
        Assert.Equal(ErrorCodes.OperationNotFound, error.Code);
        Assert.Equal(document.Operations.Select(operation => operation.Name?.StringValue).OfType<string>(),
            (IEnumerable<string>)error.Details!["operations"]);
    }

    [Fact]
    public void A_message_does_not_send_a_megabyte_back()
    {
        var error = Errors("{" + new string('a', 1_000_000) + "}")[0];
        Assert.InRange(error.Message.Length, 1, 400);
    }
}
