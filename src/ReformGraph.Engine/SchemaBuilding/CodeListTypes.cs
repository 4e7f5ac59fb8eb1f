using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using static ReformGraph.Engine.Modeling.MetadataObject;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>The root field <c>codeLists</c>: the enums as data. It needs no table.</summary>
internal sealed class CodeListTypes(TypeRegistry types)
{
    /// <summary>The name of the root field.</summary>
    public const string FieldName = "codeLists";

    /// <summary>The types of its objects.</summary>
    public static readonly MetadataType
        ListType = new("CodeList", "code", "description", "values"),
        ValueType = new("CodeValue", "value", "labelZh", "labelEn", "description");

    /// <summary>Its answer.</summary>
    public static MetadataObject[] Objects(DataModel dataModel) => [.. dataModel.Enums.Select(type => new MetadataObject(ListType).Fill(
        Json(type.Name),
        Json(type.ClrType.RequireDescription()),
        type.EnumValues().Select(value => new MetadataObject(ValueType).Fill(Json(value.Name), Json(value.LabelZh), Json(value.LabelEn),
            Json(value.Description))).ToArray()))];

    /// <summary>The root field.</summary>
    public FieldType Field() => new()
    {
        Name = FieldName,
        Description = "The code lists: every enum of this schema with its values and their labels.",
        ResolvedType = List().NonNull().List().NonNull(),
    };

    private ObjectGraphType List() => types.Get<ObjectGraphType>(
        ListType.Name,
        nameof(CodeListTypes),
        "The values that a field of an enum type can have.",
        type =>
        {
            Add(type, "code", Text(), "The name of the enum in this schema.");
            Add(type, "description", Text(), "What it says about a row.");
            Add(type, "values", Value().NonNull().List().NonNull(), "Its values, in order.");
        });

    private ObjectGraphType Value() => types.Get<ObjectGraphType>(
        ValueType.Name,
        nameof(CodeListTypes),
        "One value of a code list.",
        type =>
        {
            Add(type, "value", Text(), "The value as it appears in data and filters.");
            Add(type, "labelZh", Text(), "Its label in Chinese.");
            Add(type, "labelEn", Text(), "Its label in English.");
            Add(type, "description", Text(), "What it means.");
        });

    private NonNullGraphType Text() => types.Scalar("String").NonNull();

    private static void Add(ObjectGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
