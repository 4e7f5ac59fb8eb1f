using System.Runtime.CompilerServices;
using GraphQL.Types;

namespace ReformGraph.Engine.Parsing;

/// <summary>The required fields of an input: they are non-null, and have no default.</summary>
internal static class RequiredFields
{
    private static readonly ConditionalWeakTable<IInputObjectGraphType, IReadOnlyList<FieldType>> Known = [];

    public static IReadOnlyList<FieldType> Get(IInputObjectGraphType type) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetValue(type, Find);

    private static List<FieldType> Find(IInputObjectGraphType type) =>
        [.. type.Fields.Where(field => field is { ResolvedType: NonNullGraphType, DefaultValue: null })];
}
