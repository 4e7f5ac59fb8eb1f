using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// What the engine requires of a model beyond what EF Core does. Otherwise a response would be wrong, or would fail elsewhere; therefore
/// the rules are checked when the model is created, and a violation is rejected with a sentence that names the class and the member.
/// </summary>
internal static class ModelRules
{
    private const string RightKey = "the primary key of an entity must be int Id, with a [Description]";

    private static readonly string[] OfVersions =
        [nameof(VersionOf<>.RowId), nameof(VersionOf<>.RecordedBy), nameof(VersionOf<>.RecordedById), nameof(VersionOf<>.EndedBy),
            nameof(VersionOf<>.EndedById), Revisions.Key, Revisions.From, Revisions.To];

    /// <summary>Checks the entities against the rules on which the engine's own tables rely.</summary>
    /// <param name="model">A model in which all entities are mapped, and nothing of the engine's yet.</param>
    /// <exception cref="ModelException">An entity has another primary key, or shares a table.</exception>
    public static void CheckTables(IReadOnlyModel model)
    {
        foreach (var entity in Declared(model))
        {
            if (entity.BaseType is { } inherited)
            {
                throw new ModelException(
                    $"{entity.ClrType.Name} derives from {inherited.ClrType.Name}, which is also an entity, but each entity needs its " +
                    "own table. Move what they share to a base class that is not mapped.");
            }

            if (WrongKey(entity) is { } wrong)
            {
                throw new ModelException($"{entity.ClrType.Name}{wrong}; {RightKey}.");
            }
        }

        foreach (var rows in Revisions.DeclaredIn(model).Select(revisions => revisions.Rows))
        {
            if (rows.GetProperties().FirstOrDefault(property => OfVersions.Contains(property.Name)) is { } taken)
            {
                throw new ModelException(
                    $"{rows.ClrType.Name}.{taken.Name} has a name that the versions of its rows use themselves: rename it.");
            }
        }

        if (Revisions.DeclaredIn(model).Skip(Revisions.MostEntities).FirstOrDefault() is { } more)
        {
            throw new ModelException(
                $"{more.Rows.ClrType.Name} is one entity with a history too many: a model can have at most " +
                $"{Revisions.MostEntities}.");
        }
    }

    /// <summary>Checks an entity against the rules on which its fields rely.</summary>
    /// <param name="entity">The entity, in a complete model.</param>
    /// <param name="members">Its described members.</param>
    /// <exception cref="ModelException">A member breaks a rule.</exception>
    public static void Check(IEntityType entity, IReadOnlyList<PropertyInfo> members)
    {
        var type = entity.ClrType;
        if (!members.Any(member => member.Name == "Id"))
        {
            throw new ModelException($"{type.Name}.Id has no [Description]; {RightKey}.");
        }

        if (type.IsDefined(typeof(WritableAttribute)) && !type.IsSubclassOf(typeof(Versioned)))
        {
            throw new ModelException($"{type.Name} is [Writable] but has no history: derive it from Versioned<{type.Name}>.");
        }

        foreach (var named in members.GroupBy(member => SchemaNames.CamelCase(member.Name)))
        {
            SchemaNames.Require(named.Key, $"{type.Name}.{named.First().Name}");
            if (named.Skip(1).FirstOrDefault() is { } twin)
            {
                throw new ModelException(
                    $"{type.Name}.{named.First().Name} and {type.Name}.{twin.Name} would both be the field {named.Key}: rename " +
                    "one of them.");
            }
        }

        foreach (var member in members)
        {
            if (member.GetCustomAttribute<LookupAttribute>() is { } lookup
                && !members.Any(other => other.Name == lookup.By && other.PropertyType == typeof(string)))
            {
                throw new ModelException(
                    $"{type.Name}.{member.Name} is looked up by {lookup.By}, which is not a described string property of {type.Name}.");
            }

            if (WrongNavigation(entity, member) is { } wrong)
            {
                throw new ModelException($"{type.Name}.{member.Name} {wrong}.");
            }
        }
    }

    private static IEnumerable<IReadOnlyEntityType> Declared(IReadOnlyModel model) => model.GetEntityTypes()
        .Where(entity => entity.ClrType.IsDefined(typeof(EntityAttribute)) && entity.ClrType.Assembly != typeof(Change).Assembly);

    private static string? WrongKey(IReadOnlyEntityType entity) => entity.FindPrimaryKey()?.Properties switch
    {
        null => " has no primary key",
        { Count: > 1 } several => $" has the primary key ({string.Join(", ", several.Select(property => property.Name))})",
        [{ Name: not "Id" } named] => $".{named.Name} is its primary key",
        [var key] when key.ClrType != typeof(int) => $".Id is a primary key of the type {key.ClrType.Name}",
        [var key] when key.GetColumnName() != "Id" => $".Id is stored in the column {key.GetColumnName()}",
        _ => null,
    };

    private static string? WrongNavigation(IEntityType entity, PropertyInfo member)
    {
        if (entity.FindSkipNavigation(member.Name) is { } many)
        {
            return $"is a many-to-many relationship with {many.TargetEntityType.ClrType.Name}: make the join class an entity, and " +
            "describe its references";
        }

        if (entity.FindNavigation(member.Name) is not { } navigation)
        {
            return null;
        }

        var (key, target) = (navigation.ForeignKey, navigation.TargetEntityType.ClrType);
        return navigation switch
        {
            { IsCollection: false, IsOnDependent: false } =>
                $"is the principal end of a one-to-one relationship with {target.Name}: describe only the reference on {target.Name}",
            _ when key.Properties.Count > 1 || !key.PrincipalKey.IsPrimaryKey() =>
                $"uses the foreign key ({string.Join(", ", key.Properties.Select(property => property.Name))}), which does not refer to " +
                $"the primary key of {key.PrincipalEntityType.ClrType.Name}",
            _ when key.Properties[0].PropertyInfo is null =>
                $"uses a foreign key without a property: declare {(key.IsRequired ? "int" : "int?")} {key.Properties[0].Name} in " +
                $"{key.DeclaringEntityType.ClrType.Name}",
            { IsCollection: false } when entity.ClrType.IsDefined(typeof(WritableAttribute)) && target.GetProperty("Code") is null =>
                $"is set by mutations to the code of a row of {target.Name}, which has no Code: declare a described string Code there",
            _ when EntityModel.IsRecorded(entity.ClrType) && !EntityModel.IsRecorded(target) =>
                $"refers to {target.Name}, which has no history, so the past of {entity.ClrType.Name} would show it as it is now: " +
                $"derive {target.Name} from Versioned<{target.Name}>",
            _ => null,
        };
    }
}
