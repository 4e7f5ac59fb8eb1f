using GraphQL.Types;
using GraphQLParser.AST;

namespace ReformGraph.Engine.SchemaBuilding.Scalars;

/// <summary>A scalar of the schema whose values a <see cref="ScalarRow"/> reads.</summary>
internal interface IEngineScalar
{
    /// <summary>How it is read and described.</summary>
    ScalarRow Row { get; }
}

/// <summary>A scalar of the schema. GraphQL.NET's own scalars differ from HotChocolate's in names, and round or widen inexact
/// values.</summary>
internal sealed class EngineScalarType : ScalarGraphType, IEngineScalar
{
    private EngineScalarType(ScalarRow row)
    {
        Row = row;
        Name = row.Type.Name;
        Description = row.Description;
    }

    public ScalarRow Row { get; }

    public static ScalarGraphType Create(ScalarRow row) => row.Type.Name switch
    {
        "String" => new EngineStringType(row),
        "Boolean" => new EngineBooleanType(row),
        _ => new EngineScalarType(row),
    };

    public override object? ParseLiteral(GraphQLValue value) => Row.Read(value).ValueOrThrow(Row);

    public override object? ParseValue(object? value) => Row.Read(value).ValueOrThrow(Row);

    // The defaults use exceptions, which would make a document full of wrong values expensive.
    public override bool CanParseLiteral(GraphQLValue value) => Row.Read(value).Refusal is null;

    public override bool CanParseValue(object? value) => Row.Read(value).Refusal is null;

    public override bool IsValidDefault(object value) => Row.Type.ClrType.IsInstanceOfType(value);

    public override object? Serialize(object? value) => Row.Serialize(value);
}

/// <summary>String. GraphQL.NET's introspection requires its own class, so this one derives from it.</summary>
internal sealed class EngineStringType : StringGraphType, IEngineScalar
{
    public EngineStringType(ScalarRow row)
    {
        Row = row;
        Name = row.Type.Name;
        Description = row.Description;
    }

    public ScalarRow Row { get; }

    public override object? ParseLiteral(GraphQLValue value) => Row.Read(value).ValueOrThrow(Row);

    public override object? ParseValue(object? value) => Row.Read(value).ValueOrThrow(Row);

    public override bool CanParseLiteral(GraphQLValue value) => Row.Read(value).Refusal is null;

    public override bool CanParseValue(object? value) => Row.Read(value).Refusal is null;

    public override object? Serialize(object? value) => value;
}

/// <summary>Boolean. GraphQL.NET's introspection requires its own class, so this one derives from it.</summary>
internal sealed class EngineBooleanType : BooleanGraphType, IEngineScalar
{
    public EngineBooleanType(ScalarRow row)
    {
        Row = row;
        Name = row.Type.Name;
        Description = row.Description;
    }

    public ScalarRow Row { get; }

    public override object? ParseLiteral(GraphQLValue value) => Row.Read(value).ValueOrThrow(Row);

    public override object? ParseValue(object? value) => Row.Read(value).ValueOrThrow(Row);

    public override bool CanParseLiteral(GraphQLValue value) => Row.Read(value).Refusal is null;

    public override bool CanParseValue(object? value) => Row.Read(value).Refusal is null;

    public override object? Serialize(object? value) => value;
}
