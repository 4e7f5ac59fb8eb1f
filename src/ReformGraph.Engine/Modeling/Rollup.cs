using System.ComponentModel;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// A table of the numbers about an entity's rows by the values of a few of their columns, as declared by <see cref="RollupAttribute"/>. It
/// has the columns of its dimensions, with the names that they have in the rows, and <see cref="Columns"/>.
/// </summary>
public sealed class Rollup
{
    private Rollup(IReadOnlyEntityType rows, RollupAttribute declared)
    {
        Rows = rows;
        Dimensions = [.. declared.Dimensions.Select(name => DimensionOf(rows, name))];
        Name = $"{rows.GetTableName()}By{string.Concat(Dimensions.Select(dimension => dimension.Name))}";
        Columns = [new RollupColumn("Rows", RollupPart.Rows, null), .. Summable(rows).SelectMany(ColumnsOf)];
    }

    /// <summary>The name of the table, and of its entity type.</summary>
    public string Name { get; }

    /// <summary>The entity whose rows it aggregates.</summary>
    public IReadOnlyEntityType Rows { get; }

    /// <summary>The columns by which the rows are grouped; null is a value of its own.</summary>
    public IReadOnlyList<RollupDimension> Dimensions { get; }

    /// <summary>The numbers, starting with the number of rows.</summary>
    public IReadOnlyList<RollupColumn> Columns { get; }

    /// <summary>The column of a number, or null if it is not kept.</summary>
    /// <param name="part">The number.</param>
    /// <param name="of">The values that it aggregates; null for rows.</param>
    internal RollupColumn? Find(RollupPart part, IReadOnlyProperty? of) =>
        Columns.FirstOrDefault(column => column.Part == part && column.Of?.Name == of?.Name);

    /// <summary>All rollups that a model declares.</summary>
    /// <exception cref="ModelException">A declaration names something that is not a column.</exception>
    public static IEnumerable<Rollup> DeclaredIn(IReadOnlyModel model) => model.GetEntityTypes().SelectMany(DeclaredIn);

    /// <summary>Those of an entity.</summary>
    public static IEnumerable<Rollup> DeclaredIn(IReadOnlyEntityType rows) =>
        rows.ClrType.GetCustomAttributes<RollupAttribute>().Select(declared => new Rollup(rows, declared));

    /// <summary>Adds the tables to a model in which all entities are mapped.</summary>
    internal static void AddTo(ModelBuilder model)
    {
        foreach (var rollup in DeclaredIn(model.Model).ToList())
        {
            model.SharedTypeEntity<Dictionary<string, object>>(rollup.Name, table =>
            {
                table.ToTable(rollup.Name);
                table.IndexerProperty<int>("Id");
                foreach (var property in rollup.Dimensions.Select(dimension => dimension.Property))
                {
                    table.IndexerProperty(property.ClrType, property.Name).IsRequired(!property.IsNullable);
                }

                foreach (var column in rollup.Columns)
                {
                    table.IndexerProperty<long>(column.Name);
                }

                // Not unique, because nulls differ from each other there. The triggers ensure that a group has one row.
                table.HasIndex([.. rollup.Dimensions.Select(dimension => dimension.Property.Name)]);
            });
        }
    }

    private static RollupDimension DimensionOf(IReadOnlyEntityType rows, string name)
    {
        var isMonth = name.EndsWith(RollupAttribute.Month, StringComparison.Ordinal);
        var property = rows.FindProperty(isMonth ? name[..^RollupAttribute.Month.Length] : name);
        return property is null || (isMonth && ScalarType.For(property.ClrType) is not { Codec.Calendar: CalendarKind.Day })
            ? throw new ModelException(
                $"A [Rollup] of {rows.ClrType.Name} has the dimension {name}, which is not a {(isMonth ? "date" : "column")} of its rows.")
            : new RollupDimension(property, isMonth);
    }

    private static IEnumerable<IReadOnlyProperty> Summable(IReadOnlyEntityType rows) => rows.GetProperties()
        .Where(property => property.PropertyInfo is { } member && !property.IsPrimaryKey()
            && member.IsDefined(typeof(DescriptionAttribute)) && !member.IsDefined(typeof(MixedUnitsAttribute))
            && ScalarType.For(property.ClrType) is { } type && AggregateFunctions.IsSummable(type))
        .OrderBy(property => property.PropertyInfo!.MetadataToken);

    private static IEnumerable<RollupColumn> ColumnsOf(IReadOnlyProperty property)
    {
        if (property.IsNullable)
        {
            yield return Part(RollupPart.Values);
        }

        if (AggregateFunctions.IsShort(ScalarType.For(property.ClrType)!))
        {
            yield return Part(RollupPart.Sum);
        }
        else
        {
            yield return Part(RollupPart.High);
            yield return Part(RollupPart.Low);
        }

        RollupColumn Part(RollupPart part) => new(property.Name + part, part, property);
    }
}

/// <summary>A dimension of a rollup.</summary>
/// <param name="Property">The column of the rows; the rollup's column has the same name and type.</param>
/// <param name="IsMonth">Whether dates are grouped by month: each is the first day of its month.</param>
public sealed record RollupDimension(IReadOnlyProperty Property, bool IsMonth)
{
    internal string Name =>
        (Property.IsForeignKey() ? Property.GetContainingForeignKeys().First().DependentToPrincipal?.Name ?? Property.Name : Property.Name)
        + (IsMonth ? "Month" : "");
}

/// <summary>A number that a rollup keeps.</summary>
/// <param name="Name">The name of its column.</param>
/// <param name="Part">The number.</param>
/// <param name="Of">The values that it aggregates; null for rows.</param>
public sealed record RollupColumn(string Name, RollupPart Part, IReadOnlyProperty? Of)
{
    /// <summary>The expression from a row of the rollup to the number.</summary>
    internal ScalarField Field { get; } = FieldOf(Name);

    private static ScalarField FieldOf(string name)
    {
        var row = Expression.Parameter(typeof(Dictionary<string, object>), "row");
        var value = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(long)], row, Expression.Constant(name));
        return new ScalarField($"#{name}", "", ScalarType.For(typeof(long))!, false, Expression.Lambda(value, row), null);
    }
}

/// <summary>The number that a column of a rollup contains. All are sums of whole numbers over the rows of a group.</summary>
public enum RollupPart
{
    /// <summary>The number of rows.</summary>
    Rows,

    /// <summary>The number of values.</summary>
    Values,

    /// <summary>The sum of values of at most 32 bits.</summary>
    Sum,

    /// <summary>The sum of the upper bits of longer values, above the lower 32, because the sum of the values could exceed 64
    /// bits.</summary>
    High,

    /// <summary>The sum of their lower 32 bits.</summary>
    Low,
}
