using GraphQL.Types;
using GraphQLParser.AST;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Parsing;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// The stage <i>plan</i> for mutations. Input: a validated operation and its variables. Output: for each root field its input, and the
/// plans by which its payload is read. Everything in the selection that can be rejected is rejected here, before anything is written.
/// </summary>
internal sealed class MutationPlanner
{
    private readonly PlanModel model;
    private readonly Func<PlanScope> scopes;
    private readonly PlanScope scope;

    private MutationPlanner(PlanModel model, VariableValues variables, RoleScope role)
    {
        this.model = model;
        scopes = () => new PlanScope(model, variables, role, isPast: true); // payloads are read as of their own change
        scope = scopes();
    }

    public static MutationPlan Plan(PlanModel model, ParsedDocument document, GraphQLOperationDefinition operation,
        VariableValues variables, RoleScope role)
    {
        var planner = new MutationPlanner(model, variables, role);
        var type = model.Schema.Mutation!;
        var roots = SelectionReader.Roots(document, operation, variables, model.Schema, type.Name);
        return new MutationPlan([.. roots.Select(planner.Root)], CostPlanner.Plan(roots, type));
    }

    private MutationRoot Root(SelectedField field)
    {
        var type = model.Schema.Mutation!.Name;
        if (field.Name == "__typename")
        {
            return new MutationTypeNameRoot(field.Key, type);
        }

        var mutation = model.DataModel.Mutations.FirstOrDefault(one => one.Name == field.Name);
        var own = model.DataModel.OwnMutations.FirstOrDefault(one => one.Name == field.Name);
        var input = (InputObject)scope.Arguments(field, type)[Mutation.Input];
        return new MutationField(field.Key, field.Name, field.At, mutation, own, input, Payload(field, mutation?.Entity ?? own?.Entity));
    }

    private PayloadPlan Payload(SelectedField field, EntityModel? entity)
    {
        var rows = scopes();
        var (rowId, changeId) = (rows.PlanParameters.Bound(typeof(int)), rows.PlanParameters.Bound(typeof(int)));
        var roots = new List<RootField>();
        var type = Mutation.PayloadType(field.Name);
        var outputs = field.Below(type).Select(Output).ToList();
        RefuseTimelines(rows);
        return new PayloadPlan(ReadPlanOf(rows, roots), rowId, changeId, outputs);

        PayloadOutput Output(SelectedField selected) => selected.Name switch
        {
            "__typename" => new PayloadTypeName(selected.Key, type),
            "errors" => Errors(selected, field.Name),
            Mutation.Change => Row(selected, model.DataModel[typeof(Change)], changeId),
            _ => Row(selected, entity!, rowId),
        };

        PayloadRow Row(SelectedField selected, EntityModel of, PlanParameter key)
        {
            roots.Add(RowOf(rows, selected, of, key, roots.Count));
            return new PayloadRow(selected.Key, roots.Count - 1);
        }
    }

    private PayloadErrors Errors(SelectedField errors, string mutation)
    {
        var union = (UnionGraphType)model.Schema.AllTypes[Mutation.ErrorType(mutation)]!;
        return new PayloadErrors(errors.Key, union.PossibleTypes.ToDictionary(type => type.Name, type => Error(errors, type.Name)));
    }

    private ErrorPlan Error(SelectedField errors, string type)
    {
        var rows = scopes();
        var rowId = rows.PlanParameters.Bound(typeof(int));
        var roots = new List<RootField>();
        var entity = model.DataModel.Entities.FirstOrDefault(one => Mutation.ConflictType(one) == type);
        var outputs = errors.Below(type).Select(selected =>
        {
            if (entity is null || selected.Name != Mutation.RowFieldOf(entity))
            {
                return new ErrorOutput(selected.Key, selected.Name, null);
            }

            roots.Add(RowOf(rows, selected, entity, rowId, roots.Count));
            return new ErrorOutput(selected.Key, selected.Name, roots.Count - 1);
        }).ToList();
        RefuseTimelines(rows);
        return new ErrorPlan(outputs, ReadPlanOf(rows, roots), rowId);
    }

    private static ReadPlan ReadPlanOf(PlanScope rows, IReadOnlyList<RootField> roots) => new(roots, rows.PlanParameters.All)
    {
        Instants = rows.Instants.All,
        Sensitive = rows.Members.Sensitive,
    };

    // It could fail after the change is stored.
    private static void RefuseTimelines(PlanScope rows)
    {
        if (rows.Instants.Timelines is [var timeline, ..])
        {
            throw timeline.At!.Value.Refusal(ErrorCodes.OperationNotSupported,
                "timeline: the payload of a mutation is read as of its own change. Send a query for a timeline.");
        }
    }

    private static SingleRoot RowOf(PlanScope rows, SelectedField selected, EntityModel entity, PlanParameter key, int number)
    {
        rows.Members.Check(entity, selected.At);
        rows.Instants.TurnTo(selected.Key, null);
        return OperationPlanner.Row(rows, selected, entity, entity.Key, () => key, number);
    }
}
