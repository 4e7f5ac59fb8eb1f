using System.IO.Pipelines;
using System.Text;
using ReformGraph.Engine;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;
using Xunit;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>An answer can be had again by its stamp.</summary>
[Trait("Kind", "exhaustive")]
public sealed class StampTests : IDisposable
{
    private const int FurtherChanges = 1_000;

    private const string Document = """
        {
          books(order: [{ title: DESC }]) { totalCount nodes { title version shelf { code room } loans(first: 2) { nodes { fine } } history { totalCount nodes { title endedBy { sequence } } } } }
          loans { aggregate { count sum { fine } } groups(by: [{ liked: {} }]) { nodes { key { liked } aggregate { count } } } }
          changes(last: 2) { totalCount nodes { sequence reason } }
        }
        """;

    private readonly TinyEngine tiny = new();

    [FactIfExhaustive]
    public async Task The_same_request_as_of_the_stamps_sequence_gives_the_same_bytes_after_a_thousand_changes()
    {
        Change(2);
        var (stamp, before) = await AskAsync(null);
        for (var sequence = 3; sequence < 3 + FurtherChanges; sequence++)
        {
            Change(sequence);
        }

        var (_, now) = await AskAsync(null);
        var (again, then) = await AskAsync(new AsOf(stamp.Sequence, null));
        Assert.Equal(2, stamp.Sequence);
        Assert.NotEqual(before, now);
        Assert.Equal(stamp, again);
        Assert.Equal(before, then);
    }

    public void Dispose() => tiny.Dispose();

    private async Task<(ResponseStamp Stamp, string Answer)> AskAsync(AsOf? asOf)
    {
        using var body = new MemoryStream();
        var output = PipeWriter.Create(body);
        ResponseStamp? stamp = null;
        await tiny.Engine.RunAsync(
            tiny.Engine.Prepare(new QueryRequest(Document, null, default) { Role = "admin", AsOf = asOf, IsStamped = true }), output,
            head => stamp = head.Stamp, CancellationToken.None);
        await output.CompleteAsync();
        return (stamp!, Encoding.UTF8.GetString(body.ToArray()));
    }

    private void Change(int sequence) => tiny.Database.Execute($"""
        BEGIN IMMEDIATE;
        UPDATE DataState SET Sequence = {sequence};
        UPDATE Books SET Title = Title || {sequence % 10}, Version = Version + 1 WHERE Id % 17 = {sequence % 17};
        UPDATE Loans SET Fine = coalesce(Fine, 0) + {sequence}, Liked = NULL, Version = Version + 1 WHERE Id % 29 = {sequence % 29};
        UPDATE Shelves SET Room = 'room {sequence}', Version = Version + 1 WHERE Id % 5 = {sequence % 5};
        INSERT INTO Changes (Id, Sequence, RecordedAt, Actor, Kind, Reason, RowCount, RowsRoot, Hash)
          VALUES ({sequence}, {sequence}, datetime('2026-01-01', '+{sequence} minutes'), 'a librarian', 2, 'Change {sequence}', 1, '', '');
        COMMIT;
        """);
}
