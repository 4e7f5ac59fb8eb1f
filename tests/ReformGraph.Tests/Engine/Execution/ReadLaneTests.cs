using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Execution;
using Xunit;

namespace ReformGraph.Tests.Engine.Execution;

public sealed class ReadLaneTests : IDisposable
{
    private const int Capacity = 50_000;

    private readonly TinyDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Prepared_statements_take_no_more_than_their_bytes_between_requests_and_none_is_lost_within_one()
    {
        using var lane = new ReadLane(database.ConnectionString, Capacity);
        ReadStatement[] statements = [.. Enumerable.Range(0, 100).Select(number => new ReadStatement($"SELECT {number}", [], 1, null))];
        for (var request = 0; request < 3; request++)
        {
            lane.BeginRead(new RunClock(TimeSpan.FromMinutes(1), CancellationToken.None));
            var prepared = statements.Select(lane.Prepare).ToList();
            Assert.True(lane.StatementBytes > Capacity);
            foreach (var (number, statement) in prepared.Index())
            {
                Assert.Same(statement, lane.Prepare(statements[number]));
                Assert.True(statement.Step());
                Assert.Equal(number, statement.Integer(0));
                statement.Reset();
            }

            lane.EndRead();
            Assert.InRange(lane.StatementBytes, 1, Capacity);
        }
    }
}
