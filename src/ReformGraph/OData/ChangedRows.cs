using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>Changed rows, as in a delta response: existing rows complete, and withdrawn rows by their address.</summary>
/// <param name="rows">What is requested of the existing rows.</param>
/// <param name="differences">The entity of the differences.</param>
internal sealed class ChangedRows(EntityRows rows, EntityModel differences) : FeedRows
{
    private const int Id = 0, Present = 1;

    private static readonly byte[] DeletedContext = FeedText.Lead("@odata.context");
    private static readonly byte[] DeletedId = FeedText.Lead("id");
    private static readonly byte[] Reason = FeedText.Lead("reason");

    /// <summary>The entity of the differences.</summary>
    public EntityModel Differences => differences;

    public override string Context => rows.Context;

    public override IReadOnlyList<ReadField> Fields(FeedValues values) =>
        [ReadField.Of(differences.Key), ReadField.Of(differences.Find("row")!, rows.Fields(values))];

    public override void WriteMembers(FeedText to, ReadRow row)
    {
        if (row.Row(Present) is { IsNull: false } present)
        {
            rows.WriteMembers(to, present);
            return;
        }

        var set = rows.Entity.Plural;
        to.Member(DeletedContext, $"#{set}/$deletedEntity");
        to.Member(DeletedId, $"{set}('{row.Text(Id)}')");
        to.Member(Reason, "deleted");
    }
}
