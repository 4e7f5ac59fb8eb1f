using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Writing;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its name: that of the field, prefixed with those of the fields that lead to its row.</param>
/// <param name="Description">What it means.</param>
/// <param name="Type">The scalar of its values.</param>
/// <param name="IsNullable">Whether it can be null, perhaps because a row on the path is missing.</param>
public sealed record ExportColumn(string Name, string Description, ScalarType Type, bool IsNullable)
{
    private static readonly ScalarType Text = ScalarType.For(typeof(string))!;

    /// <summary>The field whose values it contains, whatever its name.</summary>
    public string Path { get; } = Name;

    /// <summary>The unit of its values, or where it is stated; null if they have none.</summary>
    public string? Unit { get; private init; }

    /// <summary>The maximum number of digits of its values, including decimal places, if they are decimals.</summary>
    public int Precision { get; internal init; }

    /// <summary>A column of texts that are never null.</summary>
    internal static ExportColumn OfText(string name, string description) => new(name, description, Text, IsNullable: false);

    /// <summary>The column of a path over references to one value.</summary>
    internal static ExportColumn Create(EntityModel entity, string path)
    {
        var fields = entity.PathOf(path);
        var owner = fields is [.., ReferenceField last, _] ? last.Target : entity;
        var isNullable = fields.Any(field => field is ReferenceField { IsNullable: true });
        return fields[^1] is ScalarField scalar
            ? new ExportColumn(path, scalar.Description, scalar.Type, isNullable
            || scalar.IsNullable)
            { Unit = UnitOf(owner, scalar, path[..^scalar.Name.Length]), Precision = scalar.Precision }
            : new ExportColumn(path, fields[^1].Description, Text, IsNullable: true);
    }

    private static string? UnitOf(EntityModel entity, ScalarField field, string prefix) =>
        field.Unit is { } unit ? unit
        : !field.HasMixedUnits || field.Type != MeasureModel.ValueType ? null
        : entity.Measure is { } measure && (field == measure.Value || field == measure.Lower.Value || field == measure.Upper.Value)
        ? $"given in {prefix}{measure.Unit.Name}"
        : "differs from row to row";
}
