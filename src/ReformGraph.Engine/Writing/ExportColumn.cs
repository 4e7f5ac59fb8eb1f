using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Writing;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its name: that of the field, behind those of the fields that lead to its row.</param>
/// <param name="Description">What it means.</param>
/// <param name="Type">The scalar of its values.</param>
/// <param name="IsNullable">Whether it can be null, or has no row on its way.</param>
public sealed record ExportColumn(string Name, string Description, ScalarType Type, bool IsNullable)
{
    private static readonly ScalarType Text = ScalarType.For(typeof(string))!;

    /// <summary>In what its values are, or where that is said; null where they have no unit.</summary>
    public string? Unit { get; private init; }

    /// <summary>A column of texts that are never null.</summary>
    internal static ExportColumn OfText(string name, string description) => new(name, description, Text, IsNullable: false);

    /// <summary>The column of a path that leads over references to one value.</summary>
    internal static ExportColumn Of(EntityModel entity, string name)
    {
        var steps = name.Split('.');
        var isNullable = false;
        foreach (var step in steps[..^1])
        {
            var reference = (ReferenceField)entity.Find(step)!;
            isNullable |= reference.IsNullable;
            entity = reference.Target;
        }

        return entity.Find(steps[^1]) is ScalarField scalar
            ? new ExportColumn(name, scalar.Description, scalar.Type, isNullable || scalar.IsNullable) { Unit = UnitOf(entity, scalar, name[..^scalar.Name.Length]) }
            : new ExportColumn(name, entity.Find(steps[^1])!.Description, Text, IsNullable: true);
    }

    private static string? UnitOf(EntityModel entity, ScalarField field, string prefix) =>
        field.Unit is { } unit ? unit
        : !field.HasMixedUnits || field.Type != MeasureModel.ValueType ? null
        : entity.Measure is { } measure && (field == measure.Value || field == measure.Lower.Value || field == measure.Upper.Value) ? $"as {prefix}{measure.Unit.Name} says"
        : "differs from row to row";
}
