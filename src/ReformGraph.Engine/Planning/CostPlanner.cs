using GraphQL;
using GraphQL.Types;
using ReformGraph.Engine.SchemaBuilding;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Computes the cost of an operation by the directives @cost and @listSize of the schema, as any tool that knows their specification can. A
/// list without @listSize counts as one entry, and introspection costs nothing. Where the schema states only a maximum, the cost can be
/// lower: a timeline counts its instants.
/// </summary>
internal static class CostPlanner
{
    /// <summary>The cost of an object.</summary>
    /// <param name="fields">Its selected fields.</param>
    /// <param name="type">Its type.</param>
    /// <param name="page">The page size, if it is a connection.</param>
    public static CostPlan Plan(IReadOnlyList<SelectedField> fields, IObjectGraphType type, ListSize? page = null)
    {
        var known = new OperationCost(0, 1);
        var lists = new List<(Func<VariableValues, long>, CostPlan)>();
        foreach (var field in fields.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            var declared = type.Fields.Find(field.Name)!;
            known += new OperationCost(CostDirectives.WeightOf(declared), 0);
            if (declared.ResolvedType!.GetNamedType() is var named && named is ScalarGraphType)
            {
                continue;
            }

            var inner = PageOf(field, declared);
            var entry = Costliest(field, named, inner);
            var size = page is not null && CostDirectives.IsSized(declared) ? page : SizeOf(field, declared);
            if (size.Fixed is { } entries && entry.Lists.Count == 0)
            {
                known += entry.Fixed.Times(entries);
            }
            else
            {
                lists.Add((size.Read, entry));
            }
        }

        return new(known, lists);
    }

    private static CostPlan Costliest(SelectedField field, IGraphType type, ListSize? page) =>
        type is IAbstractGraphType { PossibleTypes: var all }
        ? all.Select(one => Plan(field.Below(one.Name), one)).MaxBy(one => one.Fixed.Total)!
        : Plan(field.Below(type.Name), (IObjectGraphType)type, page);

    private static ListSize? PageOf(SelectedField field, FieldType declared)
    {
        if (CostDirectives.PageOf(declared) is not { } usual)
        {
            return null;
        }

        var arguments = field.Arguments(declared.Arguments);
        return arguments.ContainsKey("fillGaps") ? new ListSize(CostDirectives.MostOf(declared)!.Value) // the periods are one page
            : (arguments.GetValueOrDefault("first") ?? arguments.GetValueOrDefault("last")) is InputScalar { Source: var size }
            ? size is ConstantValue { Value: int given } ? new ListSize(given) : new ListSize(values => (int)size.Read(values)!)
            : new ListSize(usual);
    }

    private static ListSize SizeOf(SelectedField field, FieldType declared)
    {
        if (declared.Name == TimelinePlanner.FieldName && CostDirectives.MostOf(declared) is not null)
        {
            var instants = TimelinePlanner.InstantsOf(field.Arguments(declared.Arguments));
            return new ListSize(values => instants(values).Length);
        }

        return new ListSize(CostDirectives.PageOf(declared) is null ? CostDirectives.MostOf(declared) ?? 1 : 1);
    }

    /// <summary>The number of entries of a list.</summary>
    internal sealed class ListSize
    {
        public ListSize(long entries) => (Fixed, Read) = (entries, _ => entries);

        public ListSize(Func<VariableValues, long> read) => Read = read;

        /// <summary>The number, if it does not depend on the variables.</summary>
        public long? Fixed { get; }

        /// <summary>Reads it from the variables.</summary>
        public Func<VariableValues, long> Read { get; }
    }
}
