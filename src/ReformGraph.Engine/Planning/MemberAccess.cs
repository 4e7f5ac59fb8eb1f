using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Who may read what. Every planner uses it to find the members that an operation names, whether they are selected, filtered, ordered or
/// grouped by, so that nothing is revealed about a member that the role may not read.
/// </summary>
/// <param name="role">The role for which the operation is planned, with the scope of the sender.</param>
internal sealed class MemberAccess(RoleScope role)
{
    private readonly SortedSet<string> sensitive = new(StringComparer.Ordinal);

    /// <summary>The sensitive fields that were named.</summary>
    public IReadOnlyList<string> Sensitive => sensitive.Count == 0 ? [] : [.. sensitive];

    /// <summary>The field of that name, or null.</summary>
    /// <param name="entity">The entity that has the field.</param>
    /// <param name="name">Its name.</param>
    /// <param name="at">The place where it is named.</param>
    /// <exception cref="RequestErrorException">The role may not read it, or its target.</exception>
    public Field? Find(EntityModel entity, string name, Place at)
    {
        var field = entity.Find(name);
        if (field is not null)
        {
            Check(entity, field, at);
            Note(entity, [field]);
        }

        return field;
    }

    /// <summary>Notes which of the fields that are read are sensitive.</summary>
    public void Note(EntityModel entity, IEnumerable<Field> fields) =>
        sensitive.UnionWith(fields.Where(field => field.IsSensitive).Select(field => $"{entity.Name}.{field.Name}"));

    /// <summary>Whether the role may read a field of an entity that it may read.</summary>
    public bool MayRead(Field field) => field.IsFor(role);

    /// <summary>Rejects an entity that the role may not read, or that is not in the scope.</summary>
    public void Check(EntityModel entity, Place at)
    {
        Check(entity.Name, entity.Readers, at);
        if (!role.Covers(entity))
        {
            throw at.Refusal(role.Refusal(entity));
        }
    }

    /// <summary>Rejects a field that the role may not read.</summary>
    public void Check(EntityModel entity, Field field, Place at)
    {
        Check($"{entity.Name}.{field.Name}", field.Readers, at);
        switch (field)
        {
            case ReferenceField reference:
                Check(reference.Target, at);
                break;
            case ListField list:
                Check(list.Target, at);
                break;
            case LookupField lookup:
                Check(entity, lookup.By, at);
                break;
        }
    }

    private void Check(string what, IReadOnlyList<string>? readers, Place at)
    {
        if (readers?.Contains(role.Name) == false)
        {
            throw new RequestErrorException(at.Error(
                ErrorCodes.Forbidden,
                $"The role {role.Name} may not read {what}, or filter, order or count by it. Roles that may: {string.Join(", ", readers)}.",
                new Dictionary<string, object> { ["field"] = what, ["roles"] = readers }));
        }
    }
}
