using System.ComponentModel;
using System.Reflection;

namespace ReformGraph.Engine.Modeling;

/// <summary>
/// Declares a mutation that the application carries out itself, because writes of single rows do not express it. Its payload has a row of
/// the entity.
/// </summary>
/// <param name="name">The name of the root field, in camel case.</param>
/// <param name="input">The class of its input: its members with a <see cref="DescriptionAttribute"/> are the fields, which are scalars or
/// lists of other such classes. They are required unless they are nullable.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class MutationAttribute(string name, Type input) : Attribute
{
    /// <summary>The name of the root field.</summary>
    public string Name { get; } = name;

    /// <summary>The class of its input.</summary>
    public Type Input { get; } = input;
}

/// <summary>A mutation that the application carries out itself.</summary>
/// <param name="Name">The name of the root field.</param>
/// <param name="Entity">The entity of the row in its payload.</param>
/// <param name="Input">Its input, besides what every mutation has.</param>
public sealed record OwnMutation(string Name, EntityModel Entity, InputModel Input)
{
    /// <summary>Those that an entity declares.</summary>
    internal static IEnumerable<OwnMutation> DeclaredBy(EntityModel entity) =>
        entity.ClrType.GetCustomAttributes<MutationAttribute>(inherit: false).Select(declared =>
            new OwnMutation(declared.Name, entity, InputModel.Create(declared.Input, $"{SchemaNames.PascalCase(declared.Name)}Input")));
}

/// <summary>An input object of an application's own mutation.</summary>
/// <param name="Name">The name of its type.</param>
/// <param name="Description">What it is.</param>
/// <param name="ClrType">Its class.</param>
/// <param name="Members">Its fields.</param>
public sealed record InputModel(string Name, string Description, Type ClrType, IReadOnlyList<InputMember> Members)
{
    /// <summary>Reads the declarations of a class.</summary>
    /// <exception cref="ModelException">A member is neither a scalar nor a list of input objects.</exception>
    internal static InputModel Create(Type type, string? name = null) => new(
        name ?? $"{type.Name}Input",
        type.GetCustomAttribute<DescriptionAttribute>()?.Description ?? throw new ModelException($"{type.Name} has no [Description]."),
        type,
        [
            .. type.GetProperties().Where(member => member.IsDefined(typeof(DescriptionAttribute)))
                .OrderBy(member => member.DeclaringType != type.BaseType).ThenBy(member => member.MetadataToken).Select(MemberOf),
        ]);

    private static InputMember MemberOf(PropertyInfo member)
    {
        var nullability = new NullabilityInfoContext().Create(member);
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var items = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;
        return new(SchemaNames.CamelCase(member.Name), member.GetCustomAttribute<DescriptionAttribute>()!.Description, member,
            items is null ? ScalarType.For(type) ?? throw new ModelException(
                $"{member.DeclaringType!.Name}.{member.Name} is a {type.Name}, for which there is no scalar.") : null,
            items is null ? null : Create(items),
            nullability.WriteState is NullabilityState.NotNull);
    }
}

/// <summary>A field of an input object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Property">The property that it sets.</param>
/// <param name="Type">Its scalar; null for a list of input objects.</param>
/// <param name="Items">The input objects of a list; null for a scalar.</param>
/// <param name="IsRequired">Whether it must be given.</param>
public sealed record InputMember(string Name, string Description, PropertyInfo Property, ScalarType? Type, InputModel? Items,
    bool IsRequired);
