using System.Text.Json;
using ReformGraph.Engine.Execution;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// Where a form writes in the answer: the keys that lead there, and for each list on the way how its index is read off the result
/// that the form is given. It is put together with the forms, so that nothing is noted of it while rows are written.
/// </summary>
internal sealed class ResponsePath
{
    private readonly IReadOnlyList<(string? Key, Func<PageResult, int>? Index)> steps;

    private ResponsePath(IReadOnlyList<(string? Key, Func<PageResult, int>? Index)> steps) => this.steps = steps;

    public static ResponsePath Start { get; } = new([]);

    /// <summary>To what stands under a key.</summary>
    public ResponsePath To(JsonEncodedText key) => new([.. steps, (key.Value, null)]);

    /// <summary>To the row of the list that is being written.</summary>
    public ResponsePath ToRow() => new([.. steps, (null, result => result.RowNumber)]);

    /// <summary>The same place, seen from a list below the rows of the one that it was seen from.</summary>
    public ResponsePath FromBelow() =>
        new([.. steps.Select(step => (step.Key, step.Index is { } index ? result => index(result.Parent!) : step.Index))]);

    /// <summary>The path as an error has it.</summary>
    public IReadOnlyList<object> Resolve(PageResult result) =>
        [.. steps.Select(step => step.Index is { } index ? index(result) : (object)step.Key!)];
}
