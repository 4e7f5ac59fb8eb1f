using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The names and descriptions that a model gives the engine's own types, such as <see cref="Change"/>. An application declares them here,
/// as it does with <see cref="LabelZhAttribute"/>, <see cref="LabelAttribute"/> and descriptions on its own classes. All of them are
/// optional.
/// </summary>
public static class Labels
{
    private const string Prefix = "ReformGraph:Label:";
    private const string VersionsOf = Prefix + "VersionsOf";
    private const string IdOf = Prefix + "IdOf";

    /// <summary>Declares the Chinese name of an entity.</summary>
    /// <param name="model">The model.</param>
    /// <param name="entity">The entity, for example <see cref="Change"/>.</param>
    /// <param name="zh">The name of a list of its rows.</param>
    public static ModelBuilder Label(this ModelBuilder model, Type entity, string zh) => model.Add(KeyOf(entity), zh, null, null);

    /// <summary>Declares the Chinese name of a field.</summary>
    /// <param name="model">The model.</param>
    /// <param name="type">The class that declares it, for example <see cref="Versioned"/> or <c>typeof(VersionOf&lt;&gt;)</c>.</param>
    /// <param name="member">The name of its property.</param>
    /// <param name="zh">Its name.</param>
    /// <param name="description">What it means, in place of the engine's own description; null keeps that.</param>
    public static ModelBuilder Label(this ModelBuilder model, Type type, string member, string zh, string? description = null) =>
        model.Add($"{KeyOf(type)}.{member}", zh, null, description);

    /// <summary>Declares the labels of an enum value.</summary>
    /// <param name="model">The model.</param>
    /// <param name="value">The value.</param>
    /// <param name="zh">Its label in Chinese.</param>
    /// <param name="en">Its label in English.</param>
    /// <param name="description">What it means, in place of the engine's own description; null keeps that.</param>
    public static ModelBuilder Label<T>(this ModelBuilder model, T value, string zh, string en, string? description = null)
        where T : struct, Enum => model.Add($"{KeyOf(typeof(T))}.{value}", zh, en, description);

    /// <summary>Declares the Chinese names of the versions of rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="versions">The name of a list of versions, with {0} for the name of a list of the rows.</param>
    /// <param name="id">The name of the id of a referenced row, with {0} for the name of the reference.</param>
    public static ModelBuilder LabelVersions(this ModelBuilder model, string versions, string id) =>
        model.HasAnnotation(VersionsOf, versions).HasAnnotation(IdOf, id);

    /// <summary>The name of an entity; null if it has none.</summary>
    internal static string? Of(IReadOnlyModel model, Type entity) =>
        entity.GetCustomAttribute<EntityAttribute>()?.LabelZh ?? Find(model, KeyOf(entity), "Zh");

    /// <summary>The name of a field; null if it has none.</summary>
    internal static string? Of(IReadOnlyModel model, MemberInfo member) =>
        member.GetCustomAttribute<LabelZhAttribute>()?.Label ?? Find(model, KeyOf(member), "Zh");

    /// <summary>The name of the versions of an entity; null if they have none.</summary>
    internal static string? OfVersions(IReadOnlyModel model, Type rows) => Formatted(model, VersionsOf, Of(model, rows));

    /// <summary>The name of the id of a referenced row; null if it has none.</summary>
    internal static string? OfId(IReadOnlyModel model, ReferenceField reference) => Formatted(model, IdOf, reference.LabelZh);

    /// <summary>The description of a member.</summary>
    /// <exception cref="ModelException">It has none.</exception>
    internal static string Description(IReadOnlyModel? model, MemberInfo member) =>
        Find(model, KeyOf(member), "Description") ?? member.RequireDescription();

    /// <summary>The labels of an enum value; null if none are declared.</summary>
    internal static LabelAttribute? OfValue(IReadOnlyModel? model, FieldInfo value) => value.GetCustomAttribute<LabelAttribute>()
        ?? (Find(model, KeyOf(value), "Zh") is { } zh ? new LabelAttribute(zh, Find(model, KeyOf(value), "En")!) : null);

    private static ModelBuilder Add(this ModelBuilder model, string key, string zh, string? en, string? description)
    {
        foreach (var (kind, text) in (IEnumerable<(string, string?)>)[("Zh", zh), ("En", en), ("Description", description)])
        {
            if (text is not null)
            {
                model.HasAnnotation($"{Prefix}{kind}:{key}", text);
            }
        }

        return model;
    }

    private static string? Find(IReadOnlyModel? model, string key, string kind) =>
        model?.FindAnnotation($"{Prefix}{kind}:{key}")?.Value as string;

    private static string? Formatted(IReadOnlyModel model, string key, string? label) =>
        label is not null && model.FindAnnotation(key)?.Value is string format
            ? string.Format(CultureInfo.InvariantCulture, format, label)
            : null;

    // For a generic class, without its arguments.
    private static string KeyOf(MemberInfo member) =>
        member is Type type ? type.Name.Split('`')[0] : $"{KeyOf(member.DeclaringType!)}.{member.Name}";
}
