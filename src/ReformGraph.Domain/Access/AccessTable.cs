using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Access;

/// <summary>Something that not every role may read.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Field">The field; null for the entity as a whole.</param>
/// <param name="Readers">The roles that may read it.</param>
internal sealed record Restricted(EntityModel Entity, Field? Field, IReadOnlyList<string> Readers)
{
    /// <summary>Its name, such as <c>Change.actor</c>.</summary>
    public string Name => Field is null ? Entity.Name : $"{Entity.Name}.{Field.Name}";
}

/// <summary>The table of who may read what, as the entities declare it.</summary>
internal static class AccessTable
{
    /// <summary>Everything that not every role may read.</summary>
    public static IEnumerable<Restricted> Restricted(DataModel dataModel) =>
        from entity in dataModel.Entities
        from field in entity.Fields.Prepend(null)
        let readers = field is null ? entity.Readers : field.Readers
        where readers is not null
        select new Restricted(entity, field, readers);

    /// <summary>The names of the sensitive fields, as <see cref="SensitiveAttribute"/> declares them; versions and differences have the
    /// same ones.</summary>
    public static IEnumerable<string> Sensitive(DataModel dataModel) => dataModel.Entities
        .Where(entity => !entity.IsVersion && !entity.IsDifference)
        .SelectMany(entity => entity.Fields.Where(field => field.IsSensitive), (entity, field) => $"{entity.Name}.{field.Name}");

    /// <summary>The names of the mutations, all of which need <see cref="Permissions.Write"/>.</summary>
    public static IEnumerable<string> Mutations(DataModel dataModel) =>
        dataModel.Mutations is [] ? [] : dataModel.Mutations.Select(mutation => mutation.Name)
            .Concat(dataModel.OwnMutations.Select(own => own.Name)).Append(Mutation.Batch);
}
