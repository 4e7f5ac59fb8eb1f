using System.Text.Json;
using ReformGraph.Engine.Execution;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// The path in the response at which a serializer writes: the keys that lead there and, for each list on the way, how its index is read
/// from the result that the serializer writes. It is assembled with the serializers, so that nothing is recorded while rows are written.
/// </summary>
internal sealed class ResponsePath
{
    private readonly IReadOnlyList<(string? Key, Func<PageResult, int>? Index)> steps;

    private ResponsePath(IReadOnlyList<(string? Key, Func<PageResult, int>? Index)> steps) => this.steps = steps;

    public static ResponsePath Start { get; } = new([]);

    /// <summary>The path to a key.</summary>
    public ResponsePath To(JsonEncodedText key) => new([.. steps, (key.Value, null)]);

    /// <summary>The path to the row of the list that is being written.</summary>
    public ResponsePath ToRow() => new([.. steps, (null, result => result.RowNumber)]);

    /// <summary>The same place, seen from a list below the rows of the present list.</summary>
    public ResponsePath FromBelow() =>
        new([.. steps.Select(step => (step.Key, step.Index is { } index ? result => index(result.Parent!) : step.Index))]);

    /// <summary>The path as written in an error.</summary>
    public IReadOnlyList<object> Resolve(PageResult result) =>
        [.. steps.Select(step => step.Index is { } index ? index(result) : (object)step.Key!)];
}
