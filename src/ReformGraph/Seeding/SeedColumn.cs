using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Seeding;

/// <summary>A column that a seed file can have: a stored field, or the code of the row that a field leads to.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Member">The property that takes the value.</param>
/// <param name="IsRequired">Whether the cell must not be empty.</param>
/// <param name="Type">The scalar; null for a reference.</param>
/// <param name="Reference">The navigation; null for a scalar.</param>
internal sealed record SeedColumn(string Name, PropertyInfo Member, bool IsRequired, ScalarType? Type, INavigation? Reference)
{
    /// <summary>The columns of an entity, in the order of its fields.</summary>
    public static IReadOnlyList<SeedColumn> Of(EntityModel entity) => [.. entity.Fields.Select(Of).OfType<SeedColumn>()];

    private static SeedColumn? Of(Field field) => field switch
    {
        ScalarField { Property.PropertyInfo: { } member } scalar when scalar.Name != "id" && !member.IsDefined(typeof(ComputedAttribute)) =>
            new(field.Name, member, !scalar.IsNullable, scalar.Type, null),
        ReferenceField reference =>
            new(field.Name, reference.Navigation.PropertyInfo!, !reference.IsNullable, null, reference.Navigation),
        _ => null,
    };
}
