using GraphQLParser.AST;

namespace ReformGraph.Engine.Parsing;

/// <summary>Whether two fields have the same arguments: in any order, with values that are written in the same way.</summary>
internal static class SameArguments
{
    private static readonly EqualityComparer<GraphQLArgument> SameArgument =
        EqualityComparer<GraphQLArgument>.Create((left, right) => left!.Name.Value == right!.Name.Value && IsSame(left.Value, right.Value));

    public static bool Are(GraphQLArguments? left, GraphQLArguments? right) =>
        ReferenceEquals(left, right) || (Count(left) == Count(right) && Sorted(left).SequenceEqual(Sorted(right), SameArgument));

    private static int Count(GraphQLArguments? arguments) => arguments?.Count ?? 0;

    private static IEnumerable<GraphQLArgument> Sorted(GraphQLArguments? arguments) =>
        (arguments?.Items ?? []).OrderBy(argument => argument.Name.StringValue, StringComparer.Ordinal);

    // The order of an object's fields counts too, because it is significant in <c>order</c>.
    private static bool IsSame(GraphQLValue left, GraphQLValue right) => (left, right) switch
    {
        (GraphQLListValue a, GraphQLListValue b) => AreSame(a.Values, b.Values, IsSame),
        (GraphQLObjectValue a, GraphQLObjectValue b) =>
            AreSame(a.Fields, b.Fields, (x, y) => x.Name.Value == y.Name.Value && IsSame(x.Value, y.Value)),
        (GraphQLVariable a, GraphQLVariable b) => a.Name.Value == b.Name.Value,
        (GraphQLEnumValue a, GraphQLEnumValue b) => a.Name.Value == b.Name.Value,
        (IHasValueNode a, IHasValueNode b) => left.Kind == right.Kind && a.Value == b.Value,
        _ => left.Kind == right.Kind,
    };

    private static bool AreSame<T>(List<T>? left, List<T>? right, Func<T, T, bool> isSame) =>
        (left?.Count ?? 0) == (right?.Count ?? 0) && (left ?? []).Zip(right ?? []).All(pair => isSame(pair.First, pair.Second));
}
