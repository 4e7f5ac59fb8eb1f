using System.Linq.Expressions;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using static ReformGraph.Engine.Compilation.QueryExpressions;

namespace ReformGraph.Engine.Compilation;

/// <summary>
/// Rows joined, one by one, with the rows to which their to-one fields refer. EF Core would join them itself, but within a group it fetches
/// each such value by a subquery over the whole table.
/// </summary>
internal sealed class JoinedRows : RowValues
{
    private readonly Func<Type, Expression> set;
    private readonly Dictionary<string, Expression> found = [];

    /// <param name="rows">The rows.</param>
    /// <param name="row">The parameter that represents one row.</param>
    /// <param name="set">All rows of an entity.</param>
    public JoinedRows(Expression rows, ParameterExpression row, Func<Type, Expression> set)
    {
        this.set = set;
        (Rows, Row) = (rows, row);
        found.Add(ReferencePath.Here.Prefix, row);
    }

    public Expression Rows { get; private set; }

    /// <summary>The parameter that represents one of them.</summary>
    public ParameterExpression Row { get; private set; }

    /// <summary>Joins the rows along a path.</summary>
    public void Join(ReferencePath path)
    {
        if (!found.ContainsKey(path.Prefix))
        {
            Join(path.Before);
            JoinLast(path);
        }
    }

    /// <summary>Keeps only the rows that meet a condition.</summary>
    public void Filter(Filter? filter)
    {
        foreach (var reference in Planning.Filter.ReferencesOf(filter))
        {
            Join(reference);
        }

        Rows = Where(Rows, Row, FilterCompiler.Compile(filter, this));
    }

    /// <summary>A value of a joined row. If the row is missing, it is null, even for an expression that turns nulls into a value.</summary>
    public override Expression Resolve(FieldPath path)
    {
        if (path is ListAggregatePath number)
        {
            return ListAggregates.Translate(number, Resolve(number.Owner, number.List));
        }

        var end = found[path.Reference.Prefix];
        var value = ValueOf(path.Leaf, end);
        return path.Leaf.Property is null && path.Reference.IsNullable
            ? Expression.Condition(IsNull(Key(path.Reference, end)), Expression.Constant(null, PlanParameters.Lifted(value.Type)),
                Nullable(value))
            : value;
    }

    public override Expression Resolve(ReferencePath path) => found[path.Prefix];

    /// <summary>Within a group, EF Core does not find a list of a row, but it finds the rows that refer to it.</summary>
    public override Expression Resolve(ReferencePath owner, ListField list)
    {
        var element = Expression.Parameter(list.Target.ClrType, "listed");
        var foreignKey = list.Navigation.ForeignKey;
        var key = Expression.Property(Resolve(owner), foreignKey.PrincipalKey.Properties[0].PropertyInfo!);
        var reference = Expression.Property(element, foreignKey.Properties[0].PropertyInfo!);

        // A missing row has no list; in particular not the rows that refer to none.
        return Where(set(element.Type), element,
            Expression.AndAlso(Expression.Not(IsNull(reference)), Expression.Equal(Nullable(reference), Nullable(key))));
    }

    private void JoinLast(ReferencePath path)
    {
        var target = Expression.Parameter(path.Steps[^1].Target.ClrType, "target");
        var pair = Projections.Create(Row, target);
        Rows = Call(
            typeof(Queryable),
            path.IsNullable ? nameof(Queryable.LeftJoin) : nameof(Queryable.Join),
            [Row.Type, target.Type, typeof(int?), pair.Type],
            Rows,
            set(target.Type),
            Expression.Quote(Expression.Lambda(Nullable(ValueOf(path.KeyBefore.Leaf, found[path.Before.Prefix])), Row)),
            Expression.Quote(Expression.Lambda(Nullable(Key(path, target)), target)),
            Expression.Quote(Expression.Lambda(pair, Row, target)));
        var joined = Expression.Parameter(pair.Type, "joined");
        foreach (var prefix in found.Keys.ToList())
        {
            found[prefix] = new Replacement(Row, Expression.Property(joined, "Left")).Visit(found[prefix]);
        }

        found.Add(path.Prefix, Expression.Property(joined, "Right"));
        Row = joined;
    }

    private static MemberExpression Key(ReferencePath path, Expression end) =>
        Expression.Property(end, path.Steps[^1].Navigation.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!);
}
