using GraphQL.Resolvers;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>The root field <c>codeLists</c>: the enums as data. It needs no table, so GraphQL.NET resolves it from the catalogue.</summary>
internal sealed class CodeListTypes(TypeRegistry types, EntityCatalog catalog)
{
    /// <summary>The name of the root field.</summary>
    public const string FieldName = "codeLists";

    /// <summary>The root field.</summary>
    public FieldType Field()
    {
        var lists = catalog.Enums.Select(type => new CodeList(type.Name, type.ClrType.RequireDescription(), type.EnumValues())).ToList();
        return new FieldType
        {
            Name = FieldName,
            Description = "The code lists: every enum of this schema with its values and their labels.",
            ResolvedType = ListType().NonNull().List().NonNull(),
            Resolver = new FuncFieldResolver<object>(_ => lists),
        };
    }

    private ObjectGraphType ListType() => types.Get<ObjectGraphType>(
        "CodeList",
        nameof(CodeListTypes),
        "The values that a field of an enum type can have.",
        type =>
        {
            Add<CodeList>(type, "code", Text(), "The name of the enum in this schema.", list => list.Code);
            Add<CodeList>(type, "description", Text(), "What it says of a row.", list => list.Description);
            Add<CodeList>(type, "values", ValueType().NonNull().List().NonNull(), "Its values, in their order.", list => list.Values);
        });

    private ObjectGraphType ValueType() => types.Get<ObjectGraphType>(
        "CodeValue",
        nameof(CodeListTypes),
        "One value of a code list.",
        type =>
        {
            Add<EnumValue>(type, "value", Text(), "The value as it stands in data and filters.", value => value.Name);
            Add<EnumValue>(type, "labelZh", Text(), "Its label in Chinese.", value => value.LabelZh);
            Add<EnumValue>(type, "labelEn", Text(), "Its label in English.", value => value.LabelEn);
            Add<EnumValue>(type, "description", Text(), "What it means.", value => value.Description);
        });

    private NonNullGraphType Text() => types.Scalar("String").NonNull();

    private static void Add<T>(ObjectGraphType type, string name, IGraphType result, string description, Func<T, object> value) =>
        type.AddField(new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = result,
            Resolver = new FuncFieldResolver<object>(context => value((T)context.Source!)),
        });

    private sealed record CodeList(string Code, string Description, IReadOnlyList<EnumValue> Values);
}
