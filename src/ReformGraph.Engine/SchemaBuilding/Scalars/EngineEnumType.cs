using System.Text.Json;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.SchemaBuilding.Scalars;

/// <summary>An enum of the schema.</summary>
internal sealed class EngineEnumType : EnumerationGraphType
{
    /// <summary>The enum of a field's type.</summary>
    public static EngineEnumType Get(ScalarType type)
    {
        var named = new EngineEnumType { Name = type.Name, Description = type.ClrType.RequireDescription() };
        foreach (var value in type.EnumValues())
        {
            named.Add(value.Name, value.Value, value.IsLabelled
                ? $"{value.Description} ({value.LabelZh}, {value.LabelEn})" : value.Description, value.DeprecationReason);
        }

        return named;
    }

    /// <summary>What a value must be.</summary>
    public string Expectation => $"it must be one of {string.Join(", ", Values.Select(value => value.Name))}";

    public override object? ParseValue(object? value) => base.ParseValue(Unwrapped(value));

    public override bool CanParseValue(object? value) => base.CanParseValue(Unwrapped(value));

    private static object? Unwrapped(object? value) =>
        value is JsonElement { ValueKind: JsonValueKind.String } element ? ScalarInput.Read(element).Text : value;
}
