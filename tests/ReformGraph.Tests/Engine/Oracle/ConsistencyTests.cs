using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ReformGraph.Engine;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>Many clients and one concurrent writer.</summary>
public sealed class ConsistencyTests : IDisposable
{
    private const int Clients = 64;
    private const int QuestionsOfEach = 20;
    private const int Transactions = 50;

    private readonly TinyEngine tiny = new();
    private int written;

    [Fact]
    public async Task Each_of_many_parallel_answers_shows_one_state_while_a_writer_commits()
    {
        using var done = new CancellationTokenSource();
        var writer = Task.Factory.StartNew(() => Write(done.Token), done.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var states = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => Ask(client, writer))));
        await done.CancelAsync();
        await writer;
        Assert.True(states.SelectMany(seen => seen).Distinct().Count() > 10, "The writer did not get to write.");
        Assert.All(states, seen => Assert.Equal(seen.Order(), seen));
    }

    public void Dispose() => tiny.Dispose();

    /// <summary>Every transaction adds one shelf to each of two rooms, and raises the sequence, which began at 1.</summary>
    private void Write(CancellationToken done)
    {
        using var connection = new SqliteConnection(tiny.Database.ConnectionString);
        connection.Open();
        for (var number = 1; !done.IsCancellationRequested; number++)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var room in (string[])["left", "right"])
            {
                using var insert = connection.CreateCommand();
                insert.CommandText =
                    $"INSERT INTO Shelves (Version, Id, Code, Room, Boards) SELECT 1, max(Id) + 1, '{room}' || {number}, '{room}', 1 " +
                    "FROM Shelves";
                insert.ExecuteNonQuery();
            }

            using var raise = connection.CreateCommand();
            raise.CommandText = "UPDATE DataState SET Sequence = Sequence + 1";
            raise.ExecuteNonQuery();
            transaction.Commit();
            Interlocked.Increment(ref written);
        }
    }

    /// <summary>Asks questions of its own, also while the writer has not written enough, and gives the sequences that it saw.</summary>
    private async Task<List<long>> Ask(int client, Task writer)
    {
        var book = tiny.Database.Rows.Books[client];
        var seen = new List<long>();
        for (var number = 0; number < QuestionsOfEach || (Volatile.Read(ref written) < Transactions && !writer.IsCompleted); number++)
        {
            var size = (client + number) % 7;
            var (sequence, answer) = await Ask($$"""
                {
                  left: shelves(where: { room: { eq: "left" } }, last: {{size}}) { nodes { id } totalCount }
                  bookById(id: {{book.Id}}) { code loans { totalCount } }
                  right: shelves(where: { room: { eq: "right" } }) { totalCount }
                }
                """);
            seen.Add(sequence);
            Assert.Equal(sequence - 1, answer["left"]!["totalCount"]!.GetValue<long>());
            Assert.Equal(sequence - 1, answer["right"]!["totalCount"]!.GetValue<long>());
            Assert.Equal(Math.Min(size, sequence - 1), answer["left"]!["nodes"]!.AsArray().Count);
            Assert.Equal(book.Code, answer["bookById"]!["code"]!.GetValue<string>());
            Assert.Equal(book.Loans.Count, answer["bookById"]!["loans"]!["totalCount"]!.GetValue<int>());
        }

        return seen;
    }

    private async Task<(long Sequence, JsonNode Data)> Ask(string document)
    {
        using var body = new MemoryStream();
        var output = PipeWriter.Create(body);
        var sequence = 0L;
        await tiny.Engine.RunAsync(
            tiny.Engine.Prepare(new QueryRequest(document, null, default) { Role = "admin" }),
            output,
            head => sequence = long.Parse(head.StateTag.Split('-')[5], CultureInfo.InvariantCulture),
            CancellationToken.None);
        await output.CompleteAsync();
        return (sequence, JsonNode.Parse(Encoding.UTF8.GetString(body.ToArray()))!["data"]!);
    }
}
