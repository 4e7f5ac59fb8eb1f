using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Planning;

/// <summary>A path from a row over to-one fields to another row, or to the same row if it has no steps.</summary>
internal sealed record ReferencePath(IReadOnlyList<ReferenceField> Steps)
{
    public static ReferencePath Here { get; } = new([]);

    /// <summary>The names of the steps, each followed by a point.</summary>
    public string Prefix => string.Concat(Steps.Select(step => step.Name + "."));

    /// <summary>Whether the row at its end may be missing.</summary>
    public bool IsNullable => Steps.Any(step => step.IsNullable);

    /// <summary>The path without its last step.</summary>
    public ReferencePath Before => new([.. Steps.Take(Steps.Count - 1)]);

    /// <summary>The foreign key that refers to the row at its end, read from the row before it.</summary>
    public FieldPath KeyBefore => Before.To(FieldPath.ForeignKey(Steps[^1].Navigation.ForeignKey, Steps[^1].Description));

    public ReferencePath To(ReferenceField step) => new([.. Steps, step]);

    public FieldPath To(ScalarField leaf) => new(this, leaf);

    /// <summary>A value that is computed with an argument.</summary>
    public FieldPath To(ArgumentField field, PlanParameter argument) => new ArgumentPath(this, field, argument);

    /// <summary>A field of the row at its end; the key is read as described at <see cref="KeyPath"/>.</summary>
    public FieldPath To(EntityModel end, ScalarField leaf) => leaf == end.Key ? KeyPath(end) : To(leaf);

    /// <summary>The key of the row at its end, read from the row before it, if it is a foreign key there.</summary>
    public FieldPath KeyPath(EntityModel end) =>
        Steps.Count == 0
        ? To(end.Key) : Steps[^1] is { IsNullable: true } step && Versions.IsEnd(step.Navigation) ? To(EndingChange) : KeyBefore;

    // The foreign key of the present version refers to no change and, in the past, to one that is not visible yet.
    private static ScalarField EndingChange { get; } = Ending(change => (int)change.Sequence);

    private static ScalarField Ending(Expression<Func<Change, int>> id) =>
        new("#EndingChange", "The id of the change.", ScalarType.Id, false, id, null);
}

/// <summary>A path from a row to a value: over to-one fields to a scalar.</summary>
internal record FieldPath(ReferencePath Reference, ScalarField Leaf)
{
    /// <summary>The type in which conditions compare it.</summary>
    public virtual Type ComparedType => Leaf.Type.ClrType;

    /// <summary>The type in which the keys of an order compare it.</summary>
    public virtual Type KeyType => PlanParameters.KeyType(Leaf.Type);

    /// <summary>The value in the type in which conditions compare it.</summary>
    public virtual object Compared(object value) => value;

    /// <summary>The name that distinguishes it from other paths of the same row.</summary>
    public string Name => Reference.Prefix + Leaf.Name;

    /// <summary>Its name, the same in every plan: it identifies the order of a cursor.</summary>
    public virtual string Described => Name;

    /// <summary>Whether it can be null, perhaps because a row on the path is missing.</summary>
    public bool IsNullable => Leaf.IsNullable || Reference.IsNullable;

    /// <summary>A foreign key as a field, with a name that no declared field can have.</summary>
    public static ScalarField ForeignKey(IReadOnlyForeignKey key, string description)
    {
        var property = (IProperty)key.Properties[0];
        var row = Expression.Parameter(key.DeclaringEntityType.ClrType, "row");
        return new ScalarField($"#{property.Name}", description, ScalarType.Id, property.IsNullable,
            Expression.Lambda(Expression.Property(row, property.PropertyInfo!), row), property);
    }
}

/// <summary>A path to a value that is computed with an argument; each argument has a column of its own.</summary>
internal sealed record ArgumentPath(ReferencePath Reference, ArgumentField Field, PlanParameter Argument)
    : FieldPath(Reference, Field.Value with { Name = $"{Field.Name}({Argument.Number})" });

/// <summary>The distinct columns that a statement selects, each with a number.</summary>
internal sealed class ColumnSet
{
    private readonly List<FieldPath> paths = [];
    private readonly Dictionary<string, int> numbers = [];
    private StoredKind[]? kinds;

    public IReadOnlyList<FieldPath> Paths => paths;

    /// <summary>Whether a sensitive value is among them, or is looked up by one of them.</summary>
    public bool IsSensitive { get; private set; }

    /// <summary>How each column is stored. To be asked when all are added.</summary>
    public StoredKind[] Kinds => kinds ??= [.. paths.Select(path => path.Leaf.Type.Codec.Kind)];

    /// <summary>The number of a column, which is selected from then on.</summary>
    /// <param name="path">The value.</param>
    /// <param name="isSensitive">Whether a sensitive value is looked up by it.</param>
    public int Add(FieldPath path, bool isSensitive = false)
    {
        IsSensitive |= isSensitive || path.Leaf.IsSensitive;
        var column = path.Leaf.Property is { } property
            ? path.Reference.Prefix + property.Name : path.Name; // EF Core selects a column once, even for several fields
        if (!numbers.TryGetValue(column, out var number))
        {
            number = paths.Count;
            numbers.Add(column, number);
            paths.Add(path);
        }

        return number;
    }
}
