using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Engine.Modeling;

/// <summary>Who may read what: by <see cref="ReadableByAttribute"/>, or by a model for the classes that an application has not written
/// itself.</summary>
public static class Readers
{
    private const string Annotation = "ReformGraph:ReadableBy";

    /// <summary>Declares in a model that only some may read a field, such as who made a <see cref="Change"/>:
    /// as <see cref="ReadableByAttribute"/> does on a class of the application's own.</summary>
    /// <param name="property">The property of the field.</param>
    /// <param name="roles">The roles that may.</param>
    public static PropertyBuilder<T> ReadableBy<T>(this PropertyBuilder<T> property, params string[] roles) =>
        property.HasAnnotation(Annotation, string.Join(',', roles));

    /// <summary>The roles that may read an entity; null where all may.</summary>
    internal static IReadOnlyList<string>? RolesFor(Type entity) => entity.GetCustomAttribute<ReadableByAttribute>()?.Roles;

    /// <summary>The roles that may read a field; null where all may who may read its entity.</summary>
    internal static IReadOnlyList<string>? RolesFor(IReadOnlyEntityType entity, MemberInfo member) =>
        member.GetCustomAttribute<ReadableByAttribute>()?.Roles
            ?? (entity.FindProperty(member.Name)?.FindAnnotation(Annotation)?.Value as string)?.Split(',');
}
