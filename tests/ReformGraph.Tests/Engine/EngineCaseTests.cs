using Xunit;

namespace ReformGraph.Tests.Engine;

/// <summary>Every .graphql file next to this one is a case: its snapshots contain the response and, separately, the SQL on both
/// providers.</summary>
public sealed class EngineCaseTests : IDisposable
{
    private readonly TinyEngine tiny = new();

    public static TheoryData<string> Cases() => [.. GraphQLCase.In("Engine")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_gives_its_answer_by_its_statements(string name)
    {
        var document = GraphQLCase.Read("Engine", name);
        var answer = await tiny.AskAsync(document.Text, document.Variables);
        var sql = answer.StartsWith("{\"errors\"", StringComparison.Ordinal) ? string.Empty : tiny.Sql(document.Text, document.Variables);
        Snapshots.Match(($"{TinyEngine.Indented(answer)}\n", [name]), (sql, [name, "sql"]));
    }

    public void Dispose() => tiny.Dispose();
}
