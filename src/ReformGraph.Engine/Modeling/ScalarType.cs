using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

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

/// <summary>A GraphQL scalar or enum, as the engine represents it.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="ClrType">The type of its values, never nullable.</param>
/// <param name="Operators">The filter operators that it has.</param>
public sealed record ScalarType(string Name, Type ClrType, OperatorFamily Operators)
{
    /// <summary>The type of every primary key: an <see cref="int"/>, written as a string.</summary>
    public static ScalarType Id { get; } = new("ID", typeof(int), OperatorFamily.Equatable);

    /// <summary>Every built-in scalar except ID; an enum creates its own.</summary>
    public static IReadOnlyList<ScalarType> BuiltIn { get; } =
    [
        new("String", typeof(string), OperatorFamily.Text),
        new("Boolean", typeof(bool), OperatorFamily.Boolean),
        new("Byte", typeof(byte), OperatorFamily.Comparable),
        new("Short", typeof(short), OperatorFamily.Comparable),
        new("Int", typeof(int), OperatorFamily.Comparable),
        new("Long", typeof(long), OperatorFamily.Comparable),
        new("Float", typeof(double), OperatorFamily.Comparable),
        new("Decimal", typeof(decimal), OperatorFamily.Comparable),
        new("DateTime", typeof(DateTime), OperatorFamily.Comparable),
        new("LocalDate", typeof(DateOnly), OperatorFamily.Comparable),
        new("LocalTime", typeof(TimeOnly), OperatorFamily.Comparable),
        new("TimeSpan", typeof(TimeSpan), OperatorFamily.Comparable),
        new("UUID", typeof(Guid), OperatorFamily.Comparable),
        new("URL", typeof(Uri), OperatorFamily.Equatable),
    ];

    /// <summary>The model that labels the values of an enum; null if only its own attributes do.</summary>
    internal IReadOnlyModel? Model { get; init; }

    /// <summary>Whether this is an enum.</summary>
    public bool IsEnum => ClrType.IsEnum;

    /// <summary>The name of its filter input, as HotChocolate names it.</summary>
    public string FilterInputName =>
        $"{(Name == "ID" ? "Id" : Name == "UUID" ? "Uuid" : Name == "URL" ? "Url" : Name)}OperationFilterInput";

    /// <summary>The scalar for a CLR type, or null if the engine has none.</summary>
    public static ScalarType? For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum
            ? new ScalarType(type.Name, type, OperatorFamily.Equatable)
            : BuiltIn.FirstOrDefault(scalar => scalar.ClrType == type);
    }

    /// <summary>The values of an enum in order of declaration, which is also their sort order.</summary>
    public IReadOnlyList<EnumValue> EnumValues()
    {
        return [.. Enum.GetValues(ClrType).Cast<object>()
            .Select(value => EnumValue.Create(ClrType.GetField(value.ToString()!)!, value, Model))];
    }
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

    internal static EnumValue Create(FieldInfo field, object value, IReadOnlyModel? model)
    {
        var label = Labels.OfValue(model, field);
        var words = SchemaNames.Words(SchemaNames.CamelCase(field.Name));
        SchemaNames.Require(SchemaNames.UpperSnake(field.Name), $"{field.DeclaringType!.Name}.{field.Name}");
        var (name, description) = (SchemaNames.UpperSnake(field.Name), Labels.Description(model, field));
        return new EnumValue(name, value, description, label?.Zh ?? words, label?.En ?? words) { IsLabelled = label is not null };
    }
}
