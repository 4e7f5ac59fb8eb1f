using GraphQL.Types;

namespace ReformGraph.Benchmarks.Ways.Usual;

/// <summary>The rows of a list field and their number, each asked for only if it is selected.</summary>
internal sealed record RowList<T>(Func<Task<IEnumerable<T>>> Nodes, Func<Task<int>> TotalCount);

/// <summary>The type of a list field.</summary>
internal sealed class RowListType<TNode, T> : ObjectGraphType<RowList<T>>
    where TNode : ObjectGraphType<T>
{
    public RowListType()
    {
        Name = typeof(T).Name + "sConnection";
        Field<ListGraphType<NonNullGraphType<TNode>>>("nodes").ResolveAsync(async context => await context.Source.Nodes());
        Field<NonNullGraphType<IntGraphType>>("totalCount").ResolveAsync(async context => await context.Source.TotalCount());
    }
}
