using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>What the readers of literals and of variables share.</summary>
internal static class InputTypes
{
    /// <summary>The type without its outermost "not null".</summary>
    public static IGraphType Nullable(IGraphType type) => type is NonNullGraphType required ? required.ResolvedType! : type;

    /// <summary>The one field of a OneOf input; readers and rules have checked that it exists and is not null.</summary>
    public static (string Name, InputValue Value) Given(InputValue oneOf) => ((InputObject)oneOf).Fields.Single();

    /// <summary>The value itself, if a plan may depend on it whatever it is used for.</summary>
    public static object? FixedPart(object? value) => value is bool or SortDirection or DateTruncation or ShareOf ? value : null;
}
