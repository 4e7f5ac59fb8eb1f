using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Settings;
using static ReformGraph.Engine.Modeling.CostNames;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The directives @cost and @listSize, as HotChocolate prints them: from them, the server and its clients compute the cost of an operation
/// alike. Without @cost, a field of an object type weighs 1 and every other field nothing.
/// </summary>
internal static class CostDirectives
{
    /// <summary>The weight of a field that is read by statements of its own.</summary>
    public const int Read = 10;

    /// <summary>Declares the directives.</summary>
    public static void Declare(Schema schema, TypeRegistry types)
    {
        var (number, names) = (types.Scalar("Int"), types.Scalar("String").NonNull().List());
        schema.Directives.Register(new Directive(Cost, DirectiveLocation.Scalar, DirectiveLocation.Object,
            DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition, DirectiveLocation.Enum,
            DirectiveLocation.InputFieldDefinition)
        {
            Description = "Says what a field, type, argument or value adds to the cost of an operation each time it can occur.",
            Arguments = new(new QueryArgument(types.Scalar("String").NonNull()) { Name = Weight, Description = "The number to add." }),
        });
        schema.Directives.Register(new Directive(ListSize, DirectiveLocation.FieldDefinition)
        {
            Description = "Says how many entries a list counts for in the cost of an operation.",
            Arguments = new(
                new QueryArgument(number) { Name = AssumedSize, Description = "The maximum number of entries." },
                new QueryArgument(names)
                {
                    Name = SlicingArguments,
                    Description = "The arguments that give the number of entries.",
                },
                new QueryArgument(number)
                {
                    Name = SlicingArgumentDefaultValue,
                    Description = "The number of entries if none of these arguments is given.",
                },
                new QueryArgument(names)
                {
                    Name = SizedFields,
                    Description = "The fields of the result that are lists of this size. If there are none, the field itself is the list.",
                },
                new QueryArgument(types.Scalar("Boolean").NonNull())
                {
                    Name = RequireOneSlicingArgument,
                    Description = "Whether exactly one of these arguments must be given.",
                    DefaultValue = true,
                }),
        });
    }

    /// <summary>Says that a field is read by statements of its own.</summary>
    public static FieldType ReadAlone(this FieldType field) =>
        field.ApplyDirective(Cost, Weight, Read.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says that a field is a connection.</summary>
    public static FieldType Paged(this FieldType field, PagingOptions paging) => field.ApplyDirective(ListSize, size => size
        .AddArgument(new(AssumedSize) { Value = paging.MaxPageSize })
        .AddArgument(new(SlicingArguments) { Value = Slicing })
        .AddArgument(new(SlicingArgumentDefaultValue) { Value = Math.Min(paging.DefaultPageSize, paging.MaxPageSize) })
        .AddArgument(new(SizedFields) { Value = Sized })
        .AddArgument(new(RequireOneSlicingArgument) { Value = false })).ReadAlone();

    /// <summary>Says that a field is a list without pages.</summary>
    /// <param name="field">The field.</param>
    /// <param name="most">The number of entries that it counts for.</param>
    public static FieldType Listed(this FieldType field, int most) =>
        field.ApplyDirective(ListSize, AssumedSize, most).ReadAlone();
}
