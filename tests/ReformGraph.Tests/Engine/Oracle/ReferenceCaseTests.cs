using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

public sealed class ReferenceCaseTests(OracleFixture oracle) : IClassFixture<OracleFixture>
{
    /// <summary>All but those that only the engine refuses.</summary>
    public static TheoryData<string> Cases() =>
        [.. GraphQLCase.In("Engine").Where(name => !name.StartsWith("refused-", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_the_same_answer_from_plain_resolvers_over_objects(string name)
    {
        var document = GraphQLCase.Read("Engine", name);
        await oracle.AgreeCursorsAsideAsync(document.Text, document.Variables);
    }
}
