using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The same entities on other tables: each versioned entity is mapped to its revisions, of which those recorded as of <see cref="At"/> are
/// visible. So every query sees that instant at every depth. It is read-only: nothing is tracked, and no table is created from its model.
/// </summary>
/// <param name="options">The options of the context.</param>
public abstract class PastContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The sequence number of the last visible change.</summary>
    public long At { get; set; }

    /// <summary>Maps every versioned entity to its revisions, after everything is mapped.</summary>
    protected void ReadRevisions(ModelBuilder model)
    {
        foreach (var entity in Revisions.DeclaredIn(model.Model).Select(revisions => (revisions.Rows.ClrType, revisions.Name)).ToList())
        {
            var rows = model.Entity(entity.ClrType).ToTable(entity.Name);
            rows.Property<long>(Revisions.From);
            rows.Property<long>(Revisions.To);
            rows.HasQueryFilter(Filter(entity.ClrType, row => Expression.AndAlso(
                QueryPlannerHints.Likely(Expression.LessThanOrEqual(Column(row, Revisions.From), Seen)),
                    QueryPlannerHints.Likely(Expression.GreaterThan(Column(row, Revisions.To), Seen)))));
        }

        foreach (var versions in model.Model.GetEntityTypes().Where(entity => Versions.RowsOf(entity.ClrType) is not null).ToList())
        {
            model.Entity(versions.ClrType).HasQueryFilter(Filter(versions.ClrType, row => Expression.LessThanOrEqual(
                Expression.Convert(Expression.Property(row, nameof(VersionOf<>.RecordedById)), typeof(long)), Seen)));
        }

        model.Entity<Change>().HasQueryFilter(change => change.Sequence <= At);
        model.Entity<ChangedRow>().HasQueryFilter(row => row.ChangeId <= At);
    }

    // EF Core replaces this with the context that runs the query.
    private MemberExpression Seen => Expression.Property(Expression.Constant(this, GetType()), nameof(At));

    private static MethodCallExpression Column(Expression row, string name) =>
        Expression.Call(typeof(EF), nameof(EF.Property), [typeof(long)], row, Expression.Constant(name));

    private static LambdaExpression Filter(Type type, Func<Expression, Expression> condition)
    {
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(condition(row), row);
    }
}
