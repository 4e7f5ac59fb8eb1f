using System.Globalization;
using GraphQL;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Modeling.CostNames;

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
    public static CostPlan Plan(IReadOnlyList<SelectedField> fields, IObjectGraphType type, Entries? page = null)
    {
        var known = new OperationCost(0, 1);
        var lists = new List<(Func<VariableValues, long>, CostPlan)>();
        foreach (var field in fields.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            var declared = type.Fields.Find(field.Name)!;
            known += new OperationCost(WeightOf(declared), 0);
            if (declared.ResolvedType!.GetNamedType() is var named && named is ScalarGraphType)
            {
                continue;
            }

            var inner = PageOf(field, declared);
            var entry = Costliest(field, named, inner);
            var size = page is not null && Sized.Contains(declared.Name) ? page : SizeOf(field, declared);
            if (size.Fixed is { } entries && entry.Lists.Length == 0)
            {
                known += entry.Fixed.Times(entries);
            }
            else
            {
                lists.Add((size.Read, entry));
            }
        }

        return new(known, [.. lists]);
    }

    private static CostPlan Costliest(SelectedField field, IGraphType type, Entries? page) =>
        type is IAbstractGraphType { PossibleTypes: var all }
        ? all.Select(one => Plan(field.Below(one.Name), one)).MaxBy(one => one.Fixed.Total)!
        : Plan(field.Below(type.Name), (IObjectGraphType)type, page);

    private static Entries? PageOf(SelectedField field, FieldType declared)
    {
        if (UsualPageOf(declared) is not { } usual)
        {
            return null;
        }

        var arguments = field.Arguments(declared.Arguments);
        return arguments.GetValueOrDefault("fillGaps") is InputObject ? new Entries(MostOf(declared)!.Value) // the periods are one page
            : (arguments.GetValueOrDefault("first") as InputScalar ?? arguments.GetValueOrDefault("last") as InputScalar)
                is { Source: var size }
            ? size is ConstantValue { Value: int given } ? new Entries(given) : new Entries(values => (int)size.Read(values)!)
            : new Entries(usual);
    }

    private static Entries SizeOf(SelectedField field, FieldType declared)
    {
        if (declared.Name == TimelinePlanner.FieldName && MostOf(declared) is not null)
        {
            var instants = TimelinePlanner.InstantsOf(field.Arguments(declared.Arguments));
            return new Entries(values => instants(values).Length);
        }

        return new Entries(UsualPageOf(declared) is null ? MostOf(declared) ?? 1 : 1);
    }

    private static int WeightOf(FieldType field) => Value(field, Cost, Weight) is string weight
        ? int.Parse(weight, CultureInfo.InvariantCulture)
        : field.ResolvedType!.GetNamedType() is ScalarGraphType ? 0 : 1;

    private static int? MostOf(FieldType field) => (int?)Value(field, CostNames.ListSize, AssumedSize);

    // Null for a field that is no connection.
    private static int? UsualPageOf(FieldType field) => (int?)Value(field, CostNames.ListSize, SlicingArgumentDefaultValue);

    private static object? Value(FieldType field, string directive, string argument) =>
        field.GetAppliedDirectives()?.Find(directive)?.FindArgument(argument)?.Value;

    /// <summary>The number of entries of a list.</summary>
    internal sealed class Entries
    {
        public Entries(long entries) => (Fixed, Read) = (entries, _ => entries);

        public Entries(Func<VariableValues, long> read) => Read = read;

        /// <summary>The number, if it does not depend on the variables.</summary>
        public long? Fixed { get; }

        /// <summary>Reads it from the variables.</summary>
        public Func<VariableValues, long> Read { get; }
    }
}
