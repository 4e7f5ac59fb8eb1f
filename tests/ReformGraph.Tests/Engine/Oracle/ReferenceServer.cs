using System.Collections;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.SchemaBuilding;

namespace ReformGraph.Tests.Engine.Oracle;

/// <summary>
/// The engine's schema, served by GraphQL.NET's own executer with plain resolvers over rows in memory. It shares the schema and
/// its scalars with the engine, and nothing of the planning, compiling, running and writing.
/// </summary>
internal sealed class ReferenceServer
{
    private readonly DocumentExecuter executer = new();
    private readonly GraphQLSerializer serializer = new();
    private readonly ISchema schema;
    private readonly TinyRows rows;
    private readonly CursorBook cursors;

    public ReferenceServer(TinyDatabase database, CursorBook cursors)
    {
        schema = SchemaBuilder.Build(database.DataModel);
        rows = database.Rows;
        this.cursors = cursors;
        schema.Query.Fields.Find(CodeListTypes.FieldName)!.Resolver = new FuncFieldResolver<object>(_ => CodeLists(database.DataModel));
        foreach (var field in schema.AllTypes.OfType<IObjectGraphType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(type => type.Fields))
        {
            field.Resolver ??= new FuncFieldResolver<object>(Resolve);
        }
    }

    /// <summary>The response; only the code of its error if a sum is out of the range of its type.</summary>
    public async Task<string> AskAsync(string document, JsonElement? variables, string? operationName = null)
    {
        try
        {
            var result = await executer.ExecuteAsync(new ExecutionOptions
            {
                Schema = schema,
                Query = document,
                OperationName = operationName,
                Variables = variables is { ValueKind: JsonValueKind.Object } given
                    ? new Inputs((IDictionary<string, object?>)Plain(given)!) : null,
                ThrowOnUnhandledException = true,
            });
            return serializer.Serialize(result);
        }
        catch (OverflowException)
        {
            return """{"errors":[{"extensions":{"code":"SUM_OVERFLOW"}}]}""";
        }
    }

    private static List<Dictionary<string, object?>> CodeLists(DataModel dataModel) =>
        [.. dataModel.Enums.Select(type => new Dictionary<string, object?>
    {
        ["code"] = type.Name,
        ["description"] = type.ClrType.RequireDescription(),
        ["values"] = type.EnumValues().Select(value => new Dictionary<string, object?>
        {
            ["value"] = value.Name,
            ["labelZh"] = value.LabelZh,
            ["labelEn"] = value.LabelEn,
            ["description"] = value.Description,
        }).ToList(),
    })];

    private object? Resolve(IResolveFieldContext context) => context.Source switch
    {
        null => Root(context),
        ReferencePage page when context.FieldDefinition.Name == "aggregate" => page.Aggregate(Given(context)),
        ReferencePage page when context.FieldDefinition.Name == "groups" => ReferenceGroups.Of(page.AllNodes, Given(context)),
        ReferenceGroups groups =>
            context.FieldDefinition.Name == "subtotals" ? groups.Subtotals : groups.Page.Field(context.FieldDefinition.Name),
        ReferenceGroup group => OfGroup(group, context),
        ReferenceKey key =>
            key.Field(context.FieldDefinition.Name, Given(context).GetValueOrDefault("as") as string,
            context.FieldDefinition.ResolvedType!.GetNamedType() is IObjectGraphType),
        ReferenceRange range => context.FieldDefinition.Name == "from" ? range.From : range.To,
        ReferenceShare share =>
            context.FieldDefinition.Name == "count"
            ? share.Count : new ReferenceSumShare(share.Part, share.Own, share.Whole, share.IsCumulative),
        ReferenceSumShare share =>
            share.Field(context.FieldDefinition.Name, context.FieldDefinition.ResolvedType!.GetNamedType() is IObjectGraphType),
        ReferenceAggregate aggregate => aggregate.Field(context.FieldDefinition),
        ReferenceQuantities quantities => quantities.Field(context.FieldDefinition.Name),
        IReadOnlyDictionary<string, object?> quantity => quantity[context.FieldDefinition.Name],
        ReferencePage page => page.Field(context.FieldDefinition.Name),
        ReferenceEdge edge => context.FieldDefinition.Name == "node" ? edge.Node : CursorBook.NameOf(edge.Node),
        var row => ReferenceValues.Of(row, context.FieldDefinition.Name) is var value && value is IEnumerable and not string
            ? PageOf((IEnumerable<object>)value, context)
            : value,
    };

    private object? OfGroup(ReferenceGroup group, IResolveFieldContext context)
    {
        var arguments = Given(context);
        switch (context.FieldDefinition.Name)
        {
            case "key":
                return new ReferenceKey(group, []);
            case "level":
                return group.Values.Count;
            case "aggregate":
                return group.Aggregate(arguments);
            case "share":
                var (part, whole) = group.Of.Share(group, arguments.GetValueOrDefault("of") is ShareOf.Parent,
                    arguments.GetValueOrDefault("cumulative") is true);
                return new ReferenceShare(part, group.Rows, whole, arguments.GetValueOrDefault("cumulative") is true);
            default:
                return PageOf(group.Rows, context);
        }
    }

    private object? Root(IResolveFieldContext context) => context.FieldDefinition.Name switch
    {
        "shelves" => PageOf(rows.Shelves, context),
        "authors" => PageOf(rows.Authors, context),
        "books" => PageOf(rows.Books, context),
        "loans" => PageOf(rows.Loans, context),
        "topics" => PageOf(rows.Topics, context),
        "estimates" => PageOf(rows.Estimates, context),
        var single => rows.All.FirstOrDefault(row =>
            single.StartsWith(row.GetType().Name, StringComparison.OrdinalIgnoreCase)
            && context.Arguments!.Where(argument => argument.Key != "asOf").All(argument => // it knows the present only
                ReferenceFilter.Matches(ReferenceValues.Of(row, argument.Key),
                    new Dictionary<string, object?> { ["eq"] = argument.Value.Value }))),
    };

    private ReferencePage PageOf(IEnumerable<object> list, IResolveFieldContext context) => ReferencePage.Of(
        list, Given(context), cursors.RowOf);

    private static Dictionary<string, object?> Given(IResolveFieldContext context) =>
        (context.Arguments ?? new Dictionary<string, ArgumentValue>())
        .Where(argument => argument.Value.Source is ArgumentSource.Literal or ArgumentSource.Variable)
        .ToDictionary(argument => argument.Key, argument => argument.Value.Value);

    /// <summary>Objects and lists as the executer takes them; scalars stay JSON, which the schema's scalars read.</summary>
    private static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(field => field.Name, field => Plain(field.Value)),
        JsonValueKind.Array => json.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Null => null,
        _ => json,
    };
}
