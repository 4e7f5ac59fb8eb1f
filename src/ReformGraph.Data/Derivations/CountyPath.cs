using System.Linq.Expressions;
using ReformGraph.Domain.Entities;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Derivations;

/// <summary>The references that lead from each row of an entity to its county: from a village, those to its township and from there to the
/// county.</summary>
/// <param name="Steps">The references, in order.</param>
internal sealed record CountyPath(IReadOnlyList<ReferenceField> Steps)
{
    /// <summary>The shortest path of an entity; null if its rows do not belong to a county.</summary>
    public static CountyPath? Of(EntityModel entity)
    {
        var visited = new HashSet<EntityModel> { entity };
        var pending = new Queue<(EntityModel From, IReadOnlyList<ReferenceField> Steps)>([(entity, [])]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var reference in next.From.Fields.OfType<ReferenceField>().Where(reference => !reference.IsNullable))
            {
                if (reference.Target.ClrType == typeof(County))
                {
                    return new([.. next.Steps, reference]);
                }

                if (visited.Add(reference.Target))
                {
                    pending.Enqueue((reference.Target, [.. next.Steps, reference]));
                }
            }
        }

        return null;
    }

    /// <summary>The id of the county of a row.</summary>
    public MemberExpression Id(Expression row) => Expression.Property(
        Steps.SkipLast(1).Aggregate(row, (at, step) => Expression.Property(at, step.Navigation.PropertyInfo!)),
        Steps[^1].Navigation.ForeignKey.Properties[0].PropertyInfo!);

    /// <summary>The reference that leads on from an entity; null if the path does not lead through it.</summary>
    /// <param name="start">The entity where the path begins.</param>
    /// <param name="entity">The entity.</param>
    public ReferenceField? StepFrom(EntityModel start, EntityModel entity) =>
        entity.ClrType == start.ClrType ? Steps[0]
        : Steps.Zip(Steps.Skip(1)).FirstOrDefault(pair => pair.First.Target.ClrType == entity.ClrType).Second;
}
