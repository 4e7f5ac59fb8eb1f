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
    string Field, string Entity, Written? Where, Written? Order, (string End, int Count)? Size, int? After, int? Before,
        IReadOnlyList<string> Outputs, RowQuestion Row)
{
    public IReadOnlyList<AggregateQuestion> Aggregates { get; init; } = [];

    public IReadOnlyList<GroupQuestion> Groups { get; init; } = [];
}

/// <summary>An aggregate of a list, with a filter of its own or without.</summary>
internal sealed record AggregateQuestion(string Entity, Written? Where, string Selection);

/// <summary>Groups of a list, before it is decided how their arguments are written.</summary>
/// <param name="Entity">What the list is of.</param>
/// <param name="By">The keys.</param>
/// <param name="Having">Which groups, or null.</param>
/// <param name="Order">Their order, or null.</param>
/// <param name="Size">first or last, and how many.</param>
/// <param name="Where">The filter of their numbers, or null.</param>
/// <param name="Key">What is selected of a key.</param>
/// <param name="Numbers">What is selected of an aggregate.</param>
/// <param name="Shares">Which shares are selected.</param>
/// <param name="Outputs">What is selected of the page.</param>
internal sealed record GroupQuestion(
    string Entity, Written By, Written? Having, Written? Order, (string End, int Count) Size, Written? Where, string Key, string Numbers,
        IReadOnlyList<string> Shares, IReadOnlyList<string> Outputs);

/// <summary>What is selected of a row.</summary>
internal sealed record RowQuestion(IReadOnlyList<string> Values, IReadOnlyList<(string Field, RowQuestion Row)> References,
    IReadOnlyList<ListQuestion> Lists)
{
    public static RowQuestion Ids { get; } = new(["id"], [], []);
}
