using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>The references that lead from each row of an entity to its county: from a village, those to its township and from there to the
/// county.</summary>
internal static class CountyPath
{
    /// <summary>The path of an entity, which is that to the county within which its codes are unique; null if its rows do not belong to a
    /// county. Reports have codes that are unique by themselves, and belong to one all the same.</summary>
    public static CodeScope? Of(EntityModel entity) => entity.Within
        ?? (entity.Fields.OfType<ReferenceField>().FirstOrDefault(
            reference => !reference.IsNullable && reference.Target.ClrType == typeof(County)) is { } county ? new([county]) : null);

    /// <summary>The reference that leads on from an entity; null if the path does not lead through it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="entity">The entity.</param>
    public static ReferenceField? StepFrom(this CodeScope path, EntityModel entity) =>
        path.Path.FirstOrDefault(step => step.Navigation.DeclaringEntityType.ClrType == entity.ClrType);
}
