using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.SchemaBuilding.Scalars;

/// <summary>Why a scalar or enum rejects a value. GraphQL.NET's own messages name the expected type but not what is wrong.</summary>
internal static class ScalarErrors
{
    /// <summary>Why a literal is rejected, as the end of a sentence; null if it is valid.</summary>
    public static string? Explain(ScalarGraphType type, GraphQLValue value) => type switch
    {
        IEngineScalar scalar => scalar.Type.Read(value).Refusal,
        EngineEnumType named when !named.CanParseLiteral(value) => named.Expectation,
        _ => type.CanParseLiteral(value) ? null : $"it is not a valid {type.Name}",
    };

    /// <summary>Reads a value of a variable.</summary>
    public static ScalarReading Read(ScalarGraphType type, object? value) => type switch
    {
        IEngineScalar scalar => scalar.Type.Read(value),
        EngineEnumType named when !named.CanParseValue(value) => ScalarReading.Refused(named.Expectation),
        _ => new ScalarReading(type.ParseValue(value), null),
    };
}
