using System.Text.Json;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine;

/// <summary>
/// Converts a query that selects one collection, or its groups, to an export. Input: a validated operation and its variables. Output: the
/// columns and conditions with which any other export is requested. It rejects everything that is not a table: a second collection, a list
/// below a row, aggregates over all rows.
/// </summary>
internal sealed class ExportSelection
{
    private const string Nodes = "nodes", Groups = "groups";

    private readonly PlanModel model;
    private readonly PlanScope scope;
    private readonly ParsedDocument document;
    private readonly GraphQLOperationDefinition operation;
    private readonly VariableValues values;
    private readonly List<string> columns = [];
    private readonly List<string> names = [];

    private ExportSelection(PlanModel model, ParsedDocument document, GraphQLOperationDefinition operation, VariableValues values,
        RoleScope role)
    {
        scope = new PlanScope(model, values, role, isPast: false);
        (this.model, this.document, this.operation, this.values) = (model, document, operation, values);
    }

    /// <param name="model">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="values">The variables, as read.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="RequestErrorException">The operation is no query, or does not select a table.</exception>
    public static ExportQuery Read(PlanModel model, ParsedDocument document, GraphQLOperationDefinition operation, VariableValues values,
        QueryRequest request) => operation.Operation == OperationType.Query
        ? new ExportSelection(model, document, operation, values, request.Role).Read(request)
        : throw new Place(document.Text, operation.Location.Start)
            .Refusal(ErrorCodes.OperationNotSupported, "Only queries can be exported.");

    private ExportQuery Read(QueryRequest request)
    {
        var query = model.Schema.Query.Name;
        var (root, entity) = Collection(query);
        var connection = ConnectionNames.TypeName(entity);
        var groups = root.Below(connection) is [{ Name: Groups } only] ? only : null;
        foreach (var nodes in groups is null ? NodesOf(root, connection, root.Key) : [])
        {
            Add(entity, nodes, string.Empty, string.Empty, $"{root.Key}.{nodes.Key}");
        }

        ExportedGroups? exported = groups is null ? null
            : new(request, [.. NodesOf(groups, GroupNames.Connection(entity), $"{root.Key}.{groups.Key}")
                .SelectMany(nodes => new GroupColumns(model).Read(entity, nodes, $"{root.Key}.{groups.Key}.{nodes.Key}"))]);
        columns.AddRange(exported?.Columns.Select(column => column.Name) ?? []);
        if (columns.Count == 0)
        {
            throw Refusal(root.At, root.Key, "an export needs at least one column");
        }

        var arguments = scope.Arguments(root, query);
        var page = groups is null ? arguments : scope.Arguments(groups, connection);
        if (page.Keys.FirstOrDefault(name => name is "after" or "before" or "last") is { } paging)
        {
            throw Refusal(root.At, root.Key, $"an export contains all rows or the first ones: leave out {paging}");
        }

        return new ExportQuery(entity, columns, Json("where"), Json("order"))
        {
            Names = exported is null ? names : columns,
            Groups = exported,
            First = page.GetValueOrDefault("first") is InputScalar first ? FirstOf(first) : null,
            AsOf = arguments.GetValueOrDefault("asOf") is { } asOf and not InputNull ? InstantPlanner.ReaderOf(asOf)(values) : request.AsOf,
            Role = request.Role,
            IsStamped = request.IsStamped,
        };

        JsonElement Json(string name) =>
            root.Argument(name) is { } given ? ArgumentJson.Read(given, operation, request.Variables) : default;
    }

    private (DocumentField Root, EntityModel Entity) Collection(string query)
    {
        var roots = SelectionReader.Roots(document, operation, values, model.Schema, query);
        return roots is [var root]
            && model.DataModel.Entities.FirstOrDefault(entity => entity.Plural == root.Name && !entity.IsDifference) is { } entity
                ? (root, entity)
                : throw Refusal(roots is [] ? new Place(document.Text, operation.Location.Start) : roots[^1].At,
                    roots is [] ? query : roots[^1].Key, "an export is one collection, selected alone");
    }

    private static IEnumerable<SelectedField> NodesOf(SelectedField list, string connection, string path) =>
        list.Below(connection).Select(field => field.Name == Nodes ? field : throw Refusal(field.At, $"{path}.{field.Key}",
            "an export contains only rows or only groups: select them under nodes"));

    private int FirstOf(InputScalar first)
    {
        var count = (int)first.Source.Read(values)!;
        return count >= 0 ? count : throw first.At.Refusal(ErrorCodes.PageSizeOutOfRange, $"first is {count}; it must not be negative.");
    }

    private void Add(EntityModel entity, SelectedField parent, string path, string name, string place)
    {
        foreach (var field in parent.Below(entity.Name).Where(field => field.Name != "__typename"))
        {
            switch (entity.Find(field.Name))
            {
                case ReferenceField reference:
                    Add(reference.Target, field, $"{path}{field.Name}.", $"{name}{field.Key}.", $"{place}.{field.Key}");
                    break;
                case ScalarField or LookupField:
                    columns.Add(path + field.Name);
                    names.Add(name + field.Key);
                    break;
                case ArgumentField:
                    throw Refusal(field.At, $"{place}.{field.Key}", "a field with an argument cannot be a column of an export");
                default:
                    throw Refusal(field.At, $"{place}.{field.Key}",
                        "a row of an export has one value in each column, and cannot contain a list");
            }
        }
    }

    /// <summary>The error of a selection that is no table.</summary>
    internal static RequestErrorException Refusal(Place place, string path, string message) =>
        new(place.Error(ErrorCodes.ExportOfList, $"{path}: {message}.", new Dictionary<string, object> { ["path"] = path }));
}
