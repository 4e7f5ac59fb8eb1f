using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Rules;

/// <summary>A row is impossible, which is found only when something is computed from it.</summary>
internal sealed class InvalidRowException(object row, string member, Bilingual expected)
    : Exception($"{NameOf(row)}, {SchemaNames.CamelCase(member)}: expected {expected.En}.")
{
    /// <summary>The entity.</summary>
    public object Row { get; } = row;

    /// <summary>The name of the entity, with its code if it has one.</summary>
    public string Name { get; } = NameOf(row);

    /// <summary>The field that is wrong, as named in the API.</summary>
    public string Field { get; } = SchemaNames.CamelCase(member);

    /// <summary>The rule that it breaks, in UPPER_SNAKE_CASE.</summary>
    public string Rule { get; init; } = "DERIVATION";

    /// <summary>What would be right.</summary>
    public Bilingual Expected { get; } = expected;

    private static string NameOf(object row) =>
        row.GetType().GetProperty("Code")?.GetValue(row) is { } code ? $"{row.GetType().Name} {code}" : row.GetType().Name;
}
