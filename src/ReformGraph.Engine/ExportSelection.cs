using System.Text.Json;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine;

/// <summary>
/// Converts a query that selects one collection to an export. Input: a validated operation and its variables. Output: the columns and
/// conditions with which any other export is requested. It rejects everything that is not a table: a second collection, a list below a row,
/// aggregates.
/// </summary>
internal sealed class ExportSelection
{
    private const string Nodes = "nodes";

    private readonly PlanModel model;
    private readonly PlanScope scope;
    private readonly ParsedDocument document;
    private readonly GraphQLOperationDefinition operation;
    private readonly VariableValues values;
    private readonly List<string> columns = [];
    private readonly List<string> names = [];

    private ExportSelection(PlanModel model, ParsedDocument document, GraphQLOperationDefinition operation, VariableValues values,
        string role)
    {
        scope = new PlanScope(model, values, role, isPast: false);
        (this.model, this.document, this.operation, this.values) = (model, document, operation, values);
    }

    /// <param name="model">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="operation">Its operation, a query.</param>
    /// <param name="values">The variables, as read.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="RequestErrorException">The query does not select a table.</exception>
    public static ExportQuery Read(PlanModel model, ParsedDocument document, GraphQLOperationDefinition operation, VariableValues values,
        QueryRequest request) =>
        new ExportSelection(model, document, operation, values, request.Role).Read(request);

    private ExportQuery Read(QueryRequest request)
    {
        var query = model.Schema.Query.Name;
        var (root, entity) = Collection(query);
        foreach (var field in root.Below(ConnectionNames.TypeName(entity)))
        {
            if (field.Name != Nodes)
            {
                throw Refusal(field.At, $"{root.Key}.{field.Key}", "an export contains only rows: select them under nodes");
            }

            Add(entity, field, string.Empty, string.Empty, $"{root.Key}.{field.Key}");
        }

        if (columns.Count == 0)
        {
            throw Refusal(root.At, root.Key, "an export needs at least one column");
        }

        var arguments = scope.Arguments(root, query);
        if (arguments.Keys.FirstOrDefault(name => name is "after" or "before" or "last") is { } paging)
        {
            throw Refusal(root.At, root.Key, $"an export contains all rows or the first ones: leave out {paging}");
        }

        return new ExportQuery(entity, columns, Json("where"), Json("order"))
        {
            Names = names,
            First = arguments.GetValueOrDefault("first") is InputScalar first ? FirstOf(first) : null,
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

    private static RequestErrorException Refusal(Place place, string path, string message) =>
        new(place.Error(ErrorCodes.ExportOfList, $"{path}: {message}.", new Dictionary<string, object> { ["path"] = path }));
}
