using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Engine.Modeling;

/// <summary>Who may read what: as declared by <see cref="ReadableByAttribute"/> or, for classes that the application has not written
/// itself, by the model.</summary>
public static class Readers
{
    private const string Annotation = "ReformGraph:ReadableBy";

    /// <summary>Declares in a model that only some roles may read a field, such as the author of a <see cref="Change"/>, as
    /// <see cref="ReadableByAttribute"/> does on a class of the application.</summary>
    /// <param name="property">The property of the field.</param>
    /// <param name="roles">The roles that may read it.</param>
    public static PropertyBuilder<T> ReadableBy<T>(this PropertyBuilder<T> property, params string[] roles) =>
        property.HasAnnotation(Annotation, string.Join(',', roles));

    /// <summary>The roles that may read an entity; null for all.</summary>
    internal static IReadOnlyList<string>? RolesFor(Type entity) => entity.GetCustomAttribute<ReadableByAttribute>()?.Roles;

    /// <summary>The roles that may read a field; null for all that may read its entity.</summary>
    internal static IReadOnlyList<string>? RolesFor(IReadOnlyEntityType entity, MemberInfo member) =>
        member.GetCustomAttribute<ReadableByAttribute>()?.Roles
            ?? (entity.FindProperty(member.Name)?.FindAnnotation(Annotation)?.Value as string)?.Split(',');
}
