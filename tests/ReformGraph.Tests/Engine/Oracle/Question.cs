namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>A list field with its arguments and its selection, before it is decided how its values are written.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Entity">The name of what it lists.</param>
/// <param name="Where">The filter, or null.</param>
/// <param name="Order">The order, or null.</param>
/// <param name="Size">first or last, and how many; or null.</param>
/// <param name="After">In hundredths of the whole list, where the page starts; or null.</param>
/// <param name="Before">In hundredths of the whole list, where it ends; or null.</param>
/// <param name="Outputs">Which of nodes, edges, pageInfo and totalCount, in which order.</param>
/// <param name="Row">What is selected of each row.</param>
internal sealed record ListQuestion(
    string Field, string Entity, Written? Where, Written? Order, (string End, int Count)? Size, int? After, int? Before, IReadOnlyList<string> Outputs, RowQuestion Row)
{
    public IReadOnlyList<AggregateQuestion> Aggregates { get; init; } = [];
}

/// <summary>An aggregate of a list, with a filter of its own or without.</summary>
internal sealed record AggregateQuestion(string Entity, Written? Where, string Selection);

/// <summary>What is selected of a row.</summary>
internal sealed record RowQuestion(IReadOnlyList<string> Values, IReadOnlyList<(string Field, RowQuestion Row)> References, IReadOnlyList<ListQuestion> Lists)
{
    public static RowQuestion Ids { get; } = new(["id"], [], []);
}
