namespace ReformGraph.Engine.Modeling;

/// <summary>The part of one row that a flat view shows: all fields of the listed row, and those that identify a row to which it
/// refers.</summary>
/// <param name="Path">The fields that lead to it from the listed row.</param>
/// <param name="Fields">The fields shown.</param>
public sealed record FlatRow(IReadOnlyList<ReferenceField> Path, IReadOnlyList<ScalarField> Fields)
{
    /// <summary>
    /// The rows that a flat view shows for an entity, its own first, without anything that not everyone may read. A required reference is
    /// followed further, so that a village has the county of its township, but only once to each entity.
    /// </summary>
    public static IReadOnlyList<FlatRow> ReachableFrom(EntityModel entity)
    {
        var rows = new List<FlatRow> { new([], Open(entity.Fields.OfType<ScalarField>())) };
        var reached = new HashSet<EntityModel> { entity };
        List<(EntityModel Entity, IReadOnlyList<ReferenceField> Path)> from = [(entity, [])];
        while (from.Count > 0)
        {
            var next = new List<(EntityModel, IReadOnlyList<ReferenceField>)>();
            foreach (var (owner, path) in from)
            {
                foreach (var reference in owner.Fields.OfType<ReferenceField>()
                    .Where(reference => IsOpen(reference, path.Count > 0, reached)))
                {
                    IReadOnlyList<ReferenceField> further = [.. path, reference];
                    rows.Add(new(further, TellingOf(reference.Target)));
                    reached.Add(reference.Target);
                    if (!reference.IsNullable)
                    {
                        next.Add((reference.Target, further));
                    }
                }
            }

            from = next;
        }

        return rows;
    }

    private static bool IsOpen(ReferenceField reference, bool isFurther, HashSet<EntityModel> reached) =>
        reference.Readers is null && reference.Target.Readers is null
            && !(isFurther && (reference.IsNullable || reached.Contains(reference.Target)));

    // A row without a code is identified by its id.
    private static IReadOnlyList<ScalarField> TellingOf(EntityModel target) =>
        Open([target.Find("code") as ScalarField ?? target.Key, .. target.Fields.OfType<ScalarField>().Where(field => field.IsRowLabel)]);

    private static IReadOnlyList<ScalarField> Open(IEnumerable<ScalarField> fields) => [.. fields.Where(field => field.Readers is null)];
}
