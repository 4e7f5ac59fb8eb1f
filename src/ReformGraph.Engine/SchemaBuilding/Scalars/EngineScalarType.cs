using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding.Scalars;

/// <summary>A scalar of the schema that is read as the engine's own.</summary>
internal interface IEngineScalar
{
    /// <summary>Which it is.</summary>
    ScalarType Type { get; }
}

/// <summary>A scalar of the schema. GraphQL.NET's own scalars differ from HotChocolate's in names, and round or widen inexact
/// values.</summary>
internal sealed class EngineScalarType : ScalarGraphType, IEngineScalar
{
    private EngineScalarType(ScalarType type)
    {
        Type = type;
        Name = type.Name;
        Description = type.Description;
    }

    public ScalarType Type { get; }

    public static ScalarGraphType Create(ScalarType type) => type.Name switch
    {
        "String" => new EngineStringType(type),
        "Boolean" => new EngineBooleanType(type),
        _ => new EngineScalarType(type),
    };

    public override object? ParseLiteral(GraphQLValue value) => Type.Read(value).ValueOrThrow(Name);

    public override object? ParseValue(object? value) => Type.Read(value).ValueOrThrow(Name);

    // The defaults use exceptions, which would make a document full of wrong values expensive.
    public override bool CanParseLiteral(GraphQLValue value) => Type.Read(value).Refusal is null;

    public override bool CanParseValue(object? value) => Type.Read(value).Refusal is null;

    public override bool IsValidDefault(object value) => Type.ClrType.IsInstanceOfType(value);

    public override object? Serialize(object? value) =>
        value is null or string ? value : Type.Codec.ToJson(value);
}

/// <summary>String. GraphQL.NET's introspection requires its own class, so this one derives from it.</summary>
internal sealed class EngineStringType : StringGraphType, IEngineScalar
{
    public EngineStringType(ScalarType type)
    {
        Type = type;
        Name = type.Name;
        Description = type.Description;
    }

    public ScalarType Type { get; }

    public override object? ParseLiteral(GraphQLValue value) => Type.Read(value).ValueOrThrow(Name);

    public override object? ParseValue(object? value) => Type.Read(value).ValueOrThrow(Name);

    public override bool CanParseLiteral(GraphQLValue value) => Type.Read(value).Refusal is null;

    public override bool CanParseValue(object? value) => Type.Read(value).Refusal is null;

    public override object? Serialize(object? value) => value;
}

/// <summary>Boolean. GraphQL.NET's introspection requires its own class, so this one derives from it.</summary>
internal sealed class EngineBooleanType : BooleanGraphType, IEngineScalar
{
    public EngineBooleanType(ScalarType type)
    {
        Type = type;
        Name = type.Name;
        Description = type.Description;
    }

    public ScalarType Type { get; }

    public override object? ParseLiteral(GraphQLValue value) => Type.Read(value).ValueOrThrow(Name);

    public override object? ParseValue(object? value) => Type.Read(value).ValueOrThrow(Name);

    public override bool CanParseLiteral(GraphQLValue value) => Type.Read(value).Refusal is null;

    public override bool CanParseValue(object? value) => Type.Read(value).Refusal is null;

    public override object? Serialize(object? value) => value;
}
