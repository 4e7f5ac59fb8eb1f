using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class ReadConnectionTests : IDisposable
{
    private const int Capacity = 50_000;

    private readonly TinyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Prepared_statements_take_no_more_than_their_bytes_between_requests_and_none_is_lost_within_one()
    {
        using var connection = new ReadConnection(database.ConnectionString, Capacity);
        ReadStatement[] statements = [.. Enumerable.Range(0, 100).Select(number => new ReadStatement($"SELECT {number}", [], 1, null))];
        for (var request = 0; request < 3; request++)
        {
            connection.BeginRead(new Deadline(TimeSpan.FromMinutes(1), CancellationToken.None));
            var prepared = statements.Select(connection.Prepare).ToList();
            Assert.True(connection.StatementBytes > Capacity);
            foreach (var (number, statement) in prepared.Index())
            {
                Assert.Same(statement, connection.Prepare(statements[number]));
                Assert.True(statement.Step());
                Assert.Equal(number, statement.Integer(0));
                statement.Reset();
            }

            connection.EndRead();
            Assert.InRange(connection.StatementBytes, 1, Capacity);
        }
    }
}
