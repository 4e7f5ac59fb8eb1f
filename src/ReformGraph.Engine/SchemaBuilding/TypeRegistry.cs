using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding.Scalars;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The types of one schema by name. A type is registered before its fields are created, so that types may refer to each other. GraphQL.NET
/// silently takes the first of two types with the same name; here that is a <see cref="ModelException"/>.
/// </summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, (object Source, IGraphType Type)> types = [];

    /// <summary>The scalars and enums in use.</summary>
    public IEnumerable<ScalarGraphType> Scalars => types.Values.Select(entry => entry.Type).OfType<ScalarGraphType>();

    /// <summary>The interfaces.</summary>
    public IEnumerable<InterfaceGraphType> Interfaces => types.Values.Select(entry => entry.Type).OfType<InterfaceGraphType>();

    /// <summary>The scalar or enum of the schema.</summary>
    public IGraphType Scalar(ScalarType scalar) => Entry<ScalarGraphType>(
        scalar.Name,
        scalar.IsEnum ? scalar.ClrType : scalar,
        () => scalar.IsEnum ? EngineEnumType.Get(scalar) : EngineScalarType.Create(scalar),
        _ => { });

    /// <summary>A scalar by its name.</summary>
    public IGraphType Scalar(string name) => Scalar(ScalarType.BuiltIn.Single(scalar => scalar.Name == name));

    /// <summary>The type with this name, created when it is first requested.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="source">Its source; a different source for the same name is rejected.</param>
    /// <param name="description">Its description.</param>
    /// <param name="fill">Adds its fields.</param>
    public T Get<T>(string name, object source, string description, Action<T> fill)
        where T : class, IGraphType, new() => Entry(name, source, () => new T { Name = name, Description = description }, fill);

    private T Entry<T>(string name, object source, Func<T> create, Action<T> fill)
        where T : class, IGraphType
    {
        if (types.TryGetValue(name, out var found))
        {
            return found.Source.Equals(source) && found.Type is T known
                ? known
                : throw new ModelException($"Two types would have the name {name}: rename an entity, an enum or a list field.");
        }

        var type = create();
        types.Add(name, (source, type));
        fill(type);
        return type;
    }
}

/// <summary>The wrapping types.</summary>
internal static class Wrapping
{
    public static NonNullGraphType NonNull(this IGraphType type) => new(type);

    public static ListGraphType List(this IGraphType type) => new(type);

    /// <summary>Non-null, unless the value may be missing.</summary>
    public static IGraphType Nullable(this IGraphType type, bool isNullable) => isNullable ? type : type.NonNull();
}
