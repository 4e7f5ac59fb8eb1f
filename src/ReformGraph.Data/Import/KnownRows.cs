using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ReformGraph.Data.Contexts;
using ReformGraph.Data.Derivations;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Import;

/// <summary>
/// The rows of a county by what they are about. A table that states no codes means these rows, whatever their codes are.
/// </summary>
internal sealed class KnownRows
{
    private readonly Dictionary<object, object> rows;

    private KnownRows(Dictionary<object, object> rows) => this.rows = rows;

    /// <summary>The rows about which only one row of the county is.</summary>
    public static async Task<KnownRows> LoadAsync(ReformDbContext context, EntityModel entity, County county,
        CancellationToken cancellation) => new((await OfCountyAsync(context, entity, county, cancellation))
            .GroupBy(RowIdentity.Of).Where(same => same.Key is not null && same.Count() == 1)
            .ToDictionary(same => same.Key!, same => same.Single()));

    /// <summary>All rows of an entity that belong to a county, in the order of their ids, not tracked.</summary>
    public static Task<List<object>> OfCountyAsync(ReformDbContext context, EntityModel entity, County county,
        CancellationToken cancellation)
    {
        var find = new Func<ReformDbContext, EntityModel, County, CancellationToken, Task<List<object>>>(
            OfCountyAsync<object>).Method.GetGenericMethodDefinition();
        return (Task<List<object>>)find.MakeGenericMethod(entity.ClrType).Invoke(null, [context, entity, county, cancellation])!;
    }

    /// <summary>The row of the county that is about the same as a row of a table; null if there is none. Each is found once.</summary>
    public object? Take(object row) => RowIdentity.Of(row) is { } identity && rows.Remove(identity, out var known) ? known : null;

    private static async Task<List<object>> OfCountyAsync<T>(ReformDbContext context, EntityModel entity, County county,
        CancellationToken cancellation)
        where T : class
    {
        var path = CountyPath.Of(entity)!.ToId();
        Expression<Func<int>> id = () => county.Id; // a parameter of the statement
        var own = context.Set<T>().AsNoTracking()
            .Where(Expression.Lambda<Func<T, bool>>(Expression.Equal(path.Body, id.Body), path.Parameters));
        return [.. await own.OrderBy(row => EF.Property<int>(row, "Id")).ToListAsync(cancellation)];
    }
}
