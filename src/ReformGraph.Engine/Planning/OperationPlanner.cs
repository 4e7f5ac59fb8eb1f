using GraphQL.Types;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Settings;

namespace ReformGraph.Engine.Planning;

/// <summary>What all plans of one schema share.</summary>
internal sealed record PlanModel(DataModel DataModel, ConnectionNames Names, ISchema Schema, EngineOptions Options);

/// <summary>
/// The stage <i>plan</i>. Input: the root fields of a validated operation or of a read request, and their values. Output: a
/// <see cref="ReadPlan"/>, plain records. Everything valid that can be rejected is rejected here. It uses no database and no context.
/// </summary>
internal static class OperationPlanner
{
    /// <param name="model">The schema.</param>
    /// <param name="fields">The root fields.</param>
    /// <param name="variables">Their values.</param>
    /// <param name="role">The role for which it is planned, with the scope of the sender.</param>
    /// <param name="isPast">Whether the whole request reads the past.</param>
    /// <exception cref="RequestErrorException">It is not allowed.</exception>
    public static ReadPlan Plan(PlanModel model, IReadOnlyList<SelectedField> fields, VariableValues variables, RoleScope role, bool isPast)
    {
        var scope = new PlanScope(model, variables, role, isPast);
        RootField[] roots = [.. fields.Select((field, number) => Root(model, scope, field, number))];
        return new ReadPlan(roots, scope.PlanParameters.All)
        {
            Sensitive = scope.Members.Sensitive,
            Instants = scope.Instants.All,
            Timelines = scope.Instants.Timelines,
            Cost = CostPlanner.Plan(fields, model.Schema.Query),
        };
    }

    private static RootField Root(PlanModel model, PlanScope scope, SelectedField field, int number)
    {
        if (field.Name == "__typename")
        {
            return new TypeNameRoot(field.Key, model.Schema.Query.Name);
        }

        foreach (var entity in model.DataModel.Entities)
        {
            if (entity.Plural == field.Name)
            {
                scope.Members.Check(entity, field.At);
                var since = TurnTo(model, scope, field, entity);
                var (list, outputs) =
                    new ListPlanner(scope).Plan(field, entity, model.Schema.Query.Name, ConnectionNames.TypeName(entity), number, null);
                return new CollectionRoot(field.Key, list, outputs) { At = scope.Instants.Current, Since = since };
            }

            if (entity.SingleKeys.FirstOrDefault(key => entity.SingleFieldName(key) == field.Name) is { } key)
            {
                scope.Members.Check(entity, field.At);
                scope.Members.Check(entity, key, field.At);
                return Single(model, scope, field, entity, key, number);
            }
        }

        return new MetadataRoot(field.Key, new MetadataPlanner(model.Schema).Plan(field));
    }

    private static SingleRoot Single(PlanModel model, PlanScope scope, SelectedField field, EntityModel entity, ScalarField key, int number)
    {
        var since = TurnTo(model, scope, field, entity);
        var arguments = scope.Arguments(field, model.Schema.Query.Name);
        var value = (InputScalar)arguments[key.Name];
        var within = key.Name == "code" ? entity.Within : null;
        var named = within is null ? null : arguments.GetValueOrDefault(within.Name) as InputScalar;
        var root = Row(scope, field, entity, key, () => scope.PlanParameters.Value(ReferencePath.Here.To(key), value), number,
            within is not null && named is null ? SharedCode.MostNamed : 0);
        var list = key.Name == "code" && value.Source.Read(scope.Variables) is string code
            && CodeText.CompareToNormal(code) is not 0 and var order
            ? BySpelling(scope, root.List, key, value, order)
            : root.List;

        // Two rows that differ can have the same code, if one was withdrawn and the other added: the one that has it at the end comes
        // first.
        IReadOnlyList<OrderKey> atEnd = entity.IsDifference && key != entity.Key
            ? [new OrderKey(ReferencePath.Here.To((ScalarField)scope.Members.Find(entity, "action", field.At)!), false)]
            : [];
        list = list with { Order = [.. list.Order, .. atEnd], CanStream = list.Lists.Count == 0 };
        return root with { List = within is null ? list : Within(model, scope, field, list, within, value, named), Since = since };
    }

    /// <summary>The row within the one that an argument names; without it, the only one that has the code.</summary>
    private static ListPlan Within(PlanModel model, PlanScope scope, SelectedField field, ListPlan list, CodeScope within,
        InputScalar value, InputScalar? named)
    {
        var path = list.Source.WithinCode is { } own ? ReferencePath.Here.To(own) : new ReferencePath(within.Path).To(within.Code);
        list = named is null
            ? list with
            {
                Shared = new SharedCode(list.Columns!.Add(path), list.Source, field.At)
                {
                    Rows = list.Source.IsDifference ? RowsWith(model, list, within, Spellings(scope, value)) : null,
                },
                CanStream = false,
            }
            : list with { Filter = new AllOf([list.Filter!, new Membership(path, Spellings(scope, named), false, false)]) };
        JoinLimit.Check(list, field.At);
        return list;
    }

    /// <summary>The rows that have a code, whether they differ or not.</summary>
    private static ListPlan RowsWith(PlanModel model, ListPlan differences, CodeScope within, PlanParameter spellings)
    {
        var rows = model.DataModel.Entities.Single(entity => entity.ClrType == within.First.Navigation.DeclaringEntityType.ClrType);
        var columns = new ColumnSet();
        columns.Add(new ReferencePath(within.Path).To(within.Code));
        return new ListPlan
        {
            Number = differences.Number,
            Source = rows,
            Filter = new Membership(ReferencePath.Here.To((ScalarField)rows.Find("code")!), spellings, false, false),
            Order = [],
            Page = differences.Page,
            Columns = columns,
            Lists = [],
        };
    }

    private static PlanParameter Spellings(PlanScope scope, InputScalar code) => scope.PlanParameters.Computed(typeof(List<string>),
        values => CodeText.Spellings((string)code.Source.Read(values)!).ToArray<object>());

    /// <summary>The row with a code as sent or, if there is none, in its normal form: the first in the sort order of the two.</summary>
    private static ListPlan BySpelling(PlanScope scope, ListPlan list, ScalarField key, InputScalar code, int order)
    {
        var normal = scope.PlanParameters.Computed(typeof(string), values => CodeText.Normal((string)code.Source.Read(values)!));
        var path = ReferencePath.Here.To(key);
        return list with
        {
            Filter = new AnyOf([list.Filter!, new Comparison(path, FilterOperator.Eq, normal, null)]),
            Order = [new OrderKey(path, order > 0)],
        };
    }

    /// <summary>The row whose key is the value of a plan parameter.</summary>
    /// <param name="scope">What the planners of the operation share.</param>
    /// <param name="field">The selected field.</param>
    /// <param name="entity">The entity of the row.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Adds the plan parameter.</param>
    /// <param name="number">The number of the root.</param>
    /// <param name="ahead">How many more rows are read, because they may have the key too.</param>
    public static SingleRoot Row(PlanScope scope, SelectedField field, EntityModel entity, ScalarField key,
        Func<PlanParameter> value, int number, int ahead = 0)
    {
        var rows = new RowPlanner(scope, entity);
        var outputs = rows.Outputs(entity, ReferencePath.Here, field.Below(entity.Name));
        var list = new ListPlan
        {
            Number = number,
            Source = entity,
            Filter = new Comparison(ReferencePath.Here.To(key), FilterOperator.Eq, value(), null),
            Order = [],
            Page = new Page(scope.PlanParameters.Take(1 + ahead), ahead, false, null, null),
            Columns = rows.Columns,
            Lists = rows.Lists,
        };
        JoinLimit.Check(list, field.At);
        return new SingleRoot(field.Key, list, outputs) { At = scope.Instants.Current };
    }

    /// <summary>Begins the instants of a root field, and returns the plan parameter of the first if it compares two.</summary>
    private static PlanParameter? TurnTo(PlanModel model, PlanScope scope, SelectedField field, EntityModel entity)
    {
        var arguments = scope.Arguments(field, model.Schema.Query.Name);
        if (entity.IsDifference)
        {
            return scope.Instants.TurnTo(field.Key, arguments[InstantPlanner.From],
                arguments.GetValueOrDefault(InstantPlanner.To), field.At);
        }

        scope.Instants.TurnTo(field.Key, arguments.GetValueOrDefault("asOf"));
        return scope.Instants.Current is null || entity.HasPast ? null : throw field.At.Refusal(
            ErrorCodes.AsOfBeforeFirst,
                $"As-Of: {entity.Plural} have no history. Ask for them as they are now, in a separate request without As-Of.");
    }
}
