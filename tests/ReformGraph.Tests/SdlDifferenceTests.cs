using Xunit;

namespace ReformGraph.Tests;

public sealed class SdlDifferenceTests
{
    private const string Before =
        "\"Of all.\"\nschema {\n  query: Query\n}\n\n\"What is read.\"\ntype Query {\n  a: Int\n  b: Int\n  c: Int\n}\n\nscalar " +
        "Gone\n\nenum E { X }\n";

    [Fact]
    public void A_type_that_differs_is_named_with_its_lines_before_and_after() => Assert.Equal(
        "Gone\n- scalar Gone\nNew\n+ scalar New\nQuery\n-   b: Int\n+   \"Another.\"\n+   b: Float\n",
        SdlDifference.Between(Before, Before.Replace("  b: Int", "  \"Another.\"\n  b: Float", StringComparison.Ordinal)
            .Replace("scalar Gone", "scalar New", StringComparison.Ordinal)));

    [Fact]
    public void Between_a_schema_and_itself_there_is_none() => Assert.Equal(string.Empty, SdlDifference.Between(Before, Before));

    [Fact]
    public void A_definition_has_its_description_and_together_they_are_the_schema()
    {
        Assert.Equal(["schema", "Query", "Gone", "E"], SdlDifference.Definitions(Before).Select(definition => definition.Name));
        Assert.Equal(Before, string.Join("\n\n", SdlDifference.Definitions(Before).Select(definition => definition.Text)) + "\n");
    }
}
