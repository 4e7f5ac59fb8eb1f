using Microsoft.EntityFrameworkCore;
using ReformGraph.Engine;
using ReformGraph.Tests.Database;
using Xunit;

namespace ReformGraph.Tests.Postgres;

/// <summary>Every case of the product that reads rows has the same answer on PostgreSQL as on SQLite.</summary>
[Collection(PostgresCluster.Name)]
public sealed class ProductAnswerTests(PostgresCluster cluster)
{
    public static TheoryData<string, string> Cases() => GraphQLCase.InAllBut("Engine", "BadInput", "Writes");

    [TheoryIfPostgres]
    [MemberData(nameof(Cases))]
    public async Task A_case_has_the_same_answer(string folder, string name)
    {
        var request = GraphQLCase.Read(folder, name);
        await cluster.Seeds.Both.AgreeAsync(
            new QueryRequest(request.Text, request.OperationName, request.Variables ?? default) { Role = "admin" });
    }

    [FactIfPostgres]
    public void Every_flat_view_has_the_same_rows()
    {
        using var sqlite = cluster.Seeds.Sqlite();
        using var postgres = cluster.Seeds.Postgres();
        sqlite.Database.OpenConnection();
        postgres.Database.OpenConnection();
        foreach (var view in ViewRows.All())
        {
            Assert.Equal(ViewRows.Read(sqlite.Database.GetDbConnection(), view), ViewRows.Read(postgres.Database.GetDbConnection(), view));
        }
    }
}
