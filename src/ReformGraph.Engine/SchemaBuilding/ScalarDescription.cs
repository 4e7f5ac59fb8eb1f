using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>A scalar of the schema, as the reference lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Operators">The filter operators that it has.</param>
/// <param name="Description">Its values, and how they are written.</param>
/// <param name="SpecifiedBy">The address of its specification, or null.</param>
public sealed record ScalarDescription(string Name, OperatorFamily Operators, string Description, string? SpecifiedBy)
{
    /// <summary>Every scalar except the enums.</summary>
    public static IReadOnlyList<ScalarDescription> All { get; } =
        [.. ScalarRow.All.Select(row => new ScalarDescription(row.Type.Name, row.Type.Operators, row.Description, row.SpecifiedBy))];
}
