using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Tables;

/// <summary>A column that a seed file can have: a stored field, or the code of the row that a field leads to.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Member">The property that receives the value.</param>
/// <param name="Property">The stored column: for a reference, that of its foreign key.</param>
/// <param name="IsRequired">Whether the cell must not be empty.</param>
/// <param name="Type">The scalar; null for a reference.</param>
/// <param name="Reference">The navigation; null for a scalar.</param>
internal sealed record SeedColumn(string Name, PropertyInfo Member, IProperty Property, bool IsRequired, ScalarType? Type,
    INavigation? Reference)
{
    /// <summary>The columns of an entity, in the order of its fields.</summary>
    public static IReadOnlyList<SeedColumn> Create(EntityModel entity) => [.. entity.GivenFields.Select(Create)];

    /// <summary>The columns that identify a row: its code, or those of its entity's unique index.</summary>
    public static IReadOnlyList<SeedColumn> KeyOf(EntityModel entity, IReadOnlyList<SeedColumn> columns)
    {
        var index = ((IEntityType)entity.Key.Property!.DeclaringType).GetIndexes().First(candidate => candidate.IsUnique);
        return [.. index.Properties.Select(property => columns.First(column => column.Property == property))];
    }

    private static SeedColumn Create(Field field) => field is ReferenceField reference
        ? new(field.Name, reference.Navigation.PropertyInfo!, reference.Navigation.ForeignKey.Properties[0], !reference.IsNullable, null,
            reference.Navigation)
        : field is ScalarField { Property: { } property } scalar
        ? new(field.Name, property.PropertyInfo!, property, !scalar.IsNullable, scalar.Type, null)
        : throw new InvalidOperationException($"{field.Name} is no column.");
}
