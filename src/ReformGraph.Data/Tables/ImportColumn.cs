using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>A column of an entity that a table can give a value: a stored field, or the code of the row that a field leads to.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Property">The stored column: for a reference that of its foreign key.</param>
/// <param name="IsRequired">Whether the cell must not be empty.</param>
/// <param name="Reference">The navigation; null for a scalar.</param>
internal sealed record ImportColumn(string Name, IProperty Property, bool IsRequired, INavigation? Reference)
{
    /// <summary>The entity to which a reference leads; null for a scalar.</summary>
    public EntityModel? Target { get; init; }

    /// <summary>The columns of an entity, in the order of its fields.</summary>
    public static IReadOnlyList<ImportColumn> Create(EntityModel entity) => [.. entity.GivenFields.Select(Create)];

    /// <summary>The columns by which a row is recognised: its code, or the columns of the unique index of its entity.</summary>
    public static IReadOnlyList<ImportColumn> KeyOf(EntityModel entity, IReadOnlyList<ImportColumn> columns)
    {
        if (columns.FirstOrDefault(column => column.Name == "code") is { } code)
        {
            return [code];
        }

        var index = ((IEntityType)entity.Key.Property!.DeclaringType).GetIndexes().First(candidate => candidate.IsUnique);
        return [.. index.Properties.Select(property => columns.First(column => column.Property == property))];
    }

    /// <summary>The column of a reference, also of one that the application sets itself.</summary>
    public static ImportColumn Of(ReferenceField reference) =>
        new(reference.Name, reference.Navigation.ForeignKey.Properties[0], !reference.IsNullable, reference.Navigation)
        {
            Target = reference.Target,
        };

    private static ImportColumn Create(Field field) => field switch
    {
        ReferenceField reference => Of(reference),
        ScalarField { Property: { } property } scalar => new(field.Name, property, !scalar.IsNullable, null),
        _ => throw new InvalidOperationException($"{field.Name} is no column."),
    };
}
