using System.Reflection;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore.Metadata;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Modeling;

/// <summary>The filter operators that a scalar has.</summary>
public enum OperatorFamily
{
    /// <summary>eq, neq.</summary>
    Boolean,

    /// <summary>eq, neq, in, nin.</summary>
    Equatable,

    /// <summary>eq, neq, in, nin, and the order operators.</summary>
    Comparable,

    /// <summary>eq, neq, in, nin, and the text operators.</summary>
    Text,
}

/// <summary>A GraphQL scalar or enum, as the engine represents it. <see cref="BuiltInScalars"/> declares the scalars.</summary>
public sealed record ScalarType
{
    private ScalarCodec? codec;

    internal ScalarType(string name, Type clrType, OperatorFamily operators, ScalarCodec? codec)
    {
        (Name, ClrType, Operators) = (name, clrType, operators);
        this.codec = codec;
    }

    /// <summary>The name in the schema.</summary>
    public string Name { get; }

    /// <summary>The type of its values, never nullable.</summary>
    public Type ClrType { get; }

    /// <summary>Which filter operators it has.</summary>
    public OperatorFamily Operators { get; }

    /// <summary>The type of every primary key: an <see cref="int"/>, written as a string.</summary>
    public static ScalarType Id => BuiltInScalars.Id;

    /// <summary>Every built-in scalar except ID; an enum creates its own.</summary>
    public static IReadOnlyList<ScalarType> BuiltIn => BuiltInScalars.All;

    /// <summary>Every scalar, in the order of the reference.</summary>
    public static IEnumerable<ScalarType> All => BuiltIn.Prepend(Id);

    /// <summary>The model that labels the values of an enum; null if only its own attributes do.</summary>
    internal IReadOnlyModel? Model { get; init; }

    /// <summary>Whether this is an enum.</summary>
    public bool IsEnum => ClrType.IsEnum;

    /// <summary>Whether its values are texts of any length.</summary>
    public bool IsText => !IsEnum && Codec.MostBytes is null;

    /// <summary>What it contains and how it is written; null for an enum, which has its own description.</summary>
    public string? Description => Codec.Notation?.Description;

    /// <summary>Where its format is specified; null if there is no specification.</summary>
    public string? SpecifiedBy => Codec.Notation?.SpecifiedBy;

    /// <summary>The name of its filter input, as HotChocolate names it.</summary>
    public string FilterInputName =>
        $"{(Name == "ID" ? "Id" : Name == "UUID" ? "Uuid" : Name == "URL" ? "Url" : Name)}OperationFilterInput";

    /// <summary>All that the engine does with its values.</summary>
    internal ScalarCodec Codec => codec ??= ScalarFamilies.CodeList(ClrType);

    /// <summary>The scalar for a CLR type, or null if the engine has none.</summary>
    public static ScalarType? For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            ? new ScalarType(type.Name, type, OperatorFamily.Equatable, null) : BuiltInScalars.ByType.GetValueOrDefault(type);
    }

    /// <summary>The scalar for a CLR type.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    internal static ScalarType Require(Type type) =>
        For(type) ?? throw new NotSupportedException($"There is no scalar for {type.Name}.");

    /// <summary>Reads a literal.</summary>
    internal ScalarReading Read(GraphQLValue value) =>
        value is GraphQLNullValue ? default : Codec.Notation!.Read(ScalarInput.Read(value));

    /// <summary>Reads a value of a variable.</summary>
    internal ScalarReading Read(object? value) => value is null ? default : Codec.Notation!.Read(ScalarInput.Read(value));

    /// <summary>Reads the text of a JSON string, such as <c>2026-01-02</c> or <c>PT1H30M</c>, as a value of a scalar.</summary>
    /// <returns>The value; null if the text is not valid.</returns>
    public object? Parse(string text) => Codec.Notation!.Read(new ScalarInput(ScalarInputKind.Text, text)).Value;

    /// <summary>The values of an enum in their declared order, which is also their sort order.</summary>
    public IReadOnlyList<EnumValue> EnumValues()
    {
        return [.. Enum.GetValues(ClrType).Cast<object>()
            .Select(value => EnumValue.Create(ClrType.GetField(value.ToString()!)!, value, Model))];
    }

    /// <summary>Whether it is the same scalar: an enum of the same type with the labels of the same model.</summary>
    public bool Equals(ScalarType? other) =>
        other is not null && Name == other.Name && ClrType == other.ClrType && Model == other.Model;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, ClrType);
}

/// <summary>One value of an enum.</summary>
/// <param name="Name">Its name in the schema, in UPPER_SNAKE_CASE.</param>
/// <param name="Value">The CLR value.</param>
/// <param name="Description">What it means.</param>
/// <param name="LabelZh">Its label in Chinese; if none is declared, the one in English.</param>
/// <param name="LabelEn">Its label in English; if none is declared, the words of its name.</param>
public sealed record EnumValue(string Name, object Value, string Description, string LabelZh, string LabelEn)
{
    /// <summary>Whether its labels are declared.</summary>
    public bool IsLabelled { get; private init; }

    /// <summary>Why it should no longer be used, by its <see cref="ObsoleteAttribute"/>; null if it is not deprecated.</summary>
    public string? DeprecationReason { get; private init; }

    internal static EnumValue Create(FieldInfo field, object value, IReadOnlyModel? model)
    {
        var label = Labels.OfValue(model, field);
        var words = SchemaNames.Words(SchemaNames.CamelCase(field.Name));
        SchemaNames.Require(SchemaNames.UpperSnake(field.Name), $"{field.DeclaringType!.Name}.{field.Name}");
        var (name, description) = (SchemaNames.UpperSnake(field.Name), Labels.Description(model, field));
        return new EnumValue(name, value, description, label?.Zh ?? words, label?.En ?? words)
        {
            IsLabelled = label is not null,
            DeprecationReason = field.GetCustomAttribute<ObsoleteAttribute>()?.Message,
        };
    }
}
