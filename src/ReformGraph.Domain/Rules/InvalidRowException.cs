using ReformGraph.Engine.Modeling;

namespace ReformGraph.Domain.Rules;

/// <summary>A row is impossible, which is found only when something is computed from it.</summary>
internal sealed class InvalidRowException(object row, string member, Bilingual expected)
    : Exception($"{row.GetType().Name} {CodeOf(row)}, {SchemaNames.CamelCase(member)}: expected {expected.En}.")
{
    /// <summary>The entity.</summary>
    public object Row { get; } = row;

    /// <summary>The code of the entity, if it has one.</summary>
    public object? Code { get; } = CodeOf(row);

    /// <summary>The field that is wrong, as named in the API.</summary>
    public string Field { get; } = SchemaNames.CamelCase(member);

    /// <summary>The rule that it breaks, in UPPER_SNAKE_CASE.</summary>
    public string Rule { get; init; } = "DERIVATION";

    /// <summary>What would be right.</summary>
    public Bilingual Expected { get; } = expected;

    private static object? CodeOf(object row) => row.GetType().GetProperty("Code")?.GetValue(row);
}
