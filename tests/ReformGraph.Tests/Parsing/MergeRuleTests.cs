using ReformGraph.Engine.Errors;
using Xunit;
using static ReformGraph.Tests.Parsing.Reading;

namespace ReformGraph.Tests.Parsing;

public sealed class MergeRuleTests
{
    [Theory]
    [InlineData("{item{a: id a: name}}", "'a' is selected as 'id' and as 'name'. Give one of the two an alias of its own.")]
    [InlineData("{items(first: 1){id} items{id}}",
        "'items' is selected with different arguments. Give one of the two an alias of its own.")]
    [InlineData("{items(ids: [1, 2]){id} ...{items(ids: [1]){id}}}",
        "'items' is selected with different arguments. Give one of the two an alias of its own.")]
    [InlineData("{item{item{id}} item{...f}} fragment f on Item{item{id: name}}",
        "'id' is selected as 'id' and as 'name'. Give one of the two an alias of its own.")]
    [InlineData("{item(where: {and: [{name: \"x\"}]}){id} item(where: {and: [{name: \"y\"}]}){id}}",
        "'item' is selected with different arguments. Give one of the two an alias of its own.")]
    [InlineData("query($a: Int, $b: Int){items(first: $a){id} items(first: $b){id}}",
        "'items' is selected with different arguments. Give one of the two an alias of its own.")]
    public void Selections_under_one_name_must_ask_for_the_same(string text, string message)
    {
        var error = Refused(ErrorCodes.ValidationFailed, text);
        Assert.Equal(message, error.Message);
        Assert.Equal(2, error.Locations.Count);
    }

    [Theory]
    [InlineData("{items(first: 1, ids: [1]){id} items(ids: [1], first: 1){name}}")]
    [InlineData("query($n: Int){items(first: $n){id} ...{items(first: $n){id name id}}}")]
    [InlineData("{item(color: RED, where: {name: \"x\"}){id} item(where: {name: \"x\"}, color: RED){id}}")]
    [InlineData("{a: item{id: name} b: item{id}}")]
    public void The_same_may_be_asked_for_again_and_another_under_another_name(string text) => Read(text);

    [Fact]
    public void A_conflict_is_reported_once_however_often_its_fragment_is_spread() =>
        Assert.Single(Errors("{a: item{...f} b: item{...f} c: item{...f}} fragment f on Item{id id: name}"));
}
