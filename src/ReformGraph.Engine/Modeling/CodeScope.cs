using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ReformGraph.Engine.Modeling;

/// <summary>The row within which the codes of an entity are unique, as <see cref="CodeWithinAttribute"/> declares: how rows lead to
/// it.</summary>
/// <param name="Path">The references from a row to it; at least one.</param>
public sealed record CodeScope(IReadOnlyList<ReferenceField> Path)
{
    /// <summary>What the API calls it: the argument that says which one is meant.</summary>
    public string Name => Path[^1].Name;

    /// <summary>Its entity.</summary>
    public EntityModel Entity => Path[^1].Target;

    /// <summary>The code by which it is named.</summary>
    public ScalarField Code => (ScalarField)Entity.Find("code")!;

    /// <summary>The reference that a row itself has; the others belong to the rows that follow.</summary>
    public ReferenceField First => Path[0];

    /// <summary>Whether another entity's codes are unique within the same row, so that a row's own scope is also that of what it refers
    /// to.</summary>
    public bool IsThatOf(EntityModel other) => other.Within?.Entity == Entity;

    /// <summary>The id of the row within which a row lies, as an expression over the row.</summary>
    public LambdaExpression ToId()
    {
        var row = Expression.Parameter(First.Navigation.DeclaringEntityType.ClrType, "row");
        var last = Path.Take(Path.Count - 1)
            .Aggregate((Expression)row, (at, step) => Expression.Property(at, step.Navigation.PropertyInfo!));
        return Expression.Lambda(Expression.Property(last, Path[^1].Navigation.ForeignKey.Properties[0].PropertyInfo!), row);
    }

    /// <summary>The same path, in another part of the model.</summary>
    internal CodeScope Select(Func<ReferenceField, ReferenceField> step) => new([.. Path.Select(step)]);

    /// <summary>What is declared for an entity; null if its codes are unique by themselves.</summary>
    /// <exception cref="ModelException">The declared path does not lead to a row with a unique code, or not everyone may follow
    /// it.</exception>
    internal static CodeScope? Create(IReadOnlyEntityType entity, IReadOnlyDictionary<Type, EntityModel> entities)
    {
        if (PathOf(entity) is not [_, ..] path)
        {
            return null;
        }

        var scope = new CodeScope([.. path.Select(StepOf)]);
        return scope.Entity.Find("code") is not ScalarField { Readers: null } ? throw Refused(entity, "not everyone may read its code")
            : scope.Path is [_] || entities[entity.ClrType].Find(scope.Name) is null ? scope
            : throw Refused(entity, $"{entity.ClrType.Name} has another field {scope.Name}");

        ReferenceField StepOf(IReadOnlyNavigation step) =>
            entities.GetValueOrDefault(step.DeclaringEntityType.ClrType)?.Find(SchemaNames.CamelCase(step.Name)) is
                ReferenceField { Readers: null, Target.Readers: null } found
                ? found : throw Refused(entity, $"not everyone may read {step.DeclaringEntityType.ClrType.Name}.{step.Name}");
    }

    /// <summary>The navigations along the path that is declared for an entity; none if its codes are unique by themselves.</summary>
    /// <exception cref="ModelException">The declared path does not lead to a row with a unique code.</exception>
    public static IReadOnlyList<IReadOnlyNavigation> PathOf(IReadOnlyEntityType entity)
    {
        if (entity.ClrType.GetCustomAttribute<CodeWithinAttribute>() is not { } declared)
        {
            return [];
        }

        var path = new List<IReadOnlyNavigation>();
        var at = entity;
        foreach (var name in declared.Path)
        {
            path.Add(at.FindNavigation(name) is { IsCollection: false, IsOnDependent: true, ForeignKey.IsRequired: true } step
                ? step
                : throw Refused(entity, $"{at.ClrType.Name}.{name} is not a required reference"));
            at = path[^1].TargetEntityType;
        }

        return path.Count > 0 && at.FindProperty("Code")?.ClrType == typeof(string) && !at.ClrType.IsDefined(typeof(CodeWithinAttribute))
            ? path
            : throw Refused(entity, $"{at.ClrType.Name} has no Code that is unique by itself");
    }

    /// <summary>Makes codes unique within the row that directly has them. Whoever writes makes them unique within the last one of a longer
    /// path, which no index reaches.</summary>
    internal static void AddTo(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            if (PathOf(entity) is [var first, ..] && entity.FindProperty("Code") is not null)
            {
                model.Entity(entity.ClrType).HasIndex("Code", first.ForeignKey.Properties[0].Name).IsUnique();
            }
        }
    }

    private static ModelException Refused(IReadOnlyEntityType entity, string why) => new(
        $"[CodeWithin] of {entity.ClrType.Name} must name required references that lead to a row with a unique code, but {why}.");
}
