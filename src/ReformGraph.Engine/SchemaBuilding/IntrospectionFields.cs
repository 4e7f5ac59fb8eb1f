using GraphQL.Types;
using GraphQLParser.AST;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// Introspection that clients use but GraphQL.NET does not declare: from the specification, <c>specifiedByURL</c>, the directive @oneOf and
/// the argument of a directive's arguments; from graphql-js 17, deprecation of directives.
/// </summary>
internal static class IntrospectionFields
{
    /// <summary>Declares the directive.</summary>
    public static void Declare(Schema schema) => schema.Directives.Register(new Directive("oneOf", DirectiveLocation.InputObject)
    {
        Description = "Says that exactly one field of an input object is given, and that it is not null.",
    });

    /// <summary>Adds the fields and arguments to an initialized schema.</summary>
    public static void AddTo(Schema schema)
    {
        var (text, yesOrNo) = (schema.AllTypes["String"]!, schema.AllTypes["Boolean"]!);
        var directive = Type("__Directive");
        Add(Type("__Type"), "specifiedByURL", text, "Where the format of a scalar is specified.");
        Add(directive, "isDeprecated", yesOrNo.NonNull(), "Whether it should no longer be used.");
        Add(directive, "deprecationReason", text,
            "Why it should no longer be used, and what to use instead. Null if it is not deprecated.");
        ListDeprecated(directive, "args");
        ListDeprecated(Type("__Schema"), "directives");

        IObjectGraphType Type(string name) => (IObjectGraphType)schema.AllTypes[name]!;

        void ListDeprecated(IObjectGraphType type, string field) => type.Fields.Find(field)!.Arguments = new(
            new QueryArgument(yesOrNo)
            {
                Name = "includeDeprecated",
                Description = "Whether deprecated members are listed too.",
                DefaultValue = false
            });
    }

    private static void Add(IObjectGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
