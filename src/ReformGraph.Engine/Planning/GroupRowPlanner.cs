using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Translates the selections on groups and subtotals to the columns that they need and the shape of their objects.</summary>
internal sealed class GroupRowPlanner(PlanScope scope, EntityModel source, Filter? filter, ParentLink? parent,
    IReadOnlyList<GroupKey> by, Page page)
{
    private readonly List<SubtotalPlan> subtotals = [];
    private readonly List<AmountColumns> running = [];
    private readonly List<GroupRowsPlan> rows = [];

    /// <summary>The columns of the aggregates of a group.</summary>
    public TermSet Terms { get; } = new(by.Count);

    public IReadOnlyList<SubtotalPlan> SubtotalPlans => subtotals;

    public IReadOnlyList<AmountColumns> Running => running;

    public IReadOnlyList<GroupRowsPlan> Rows => rows;

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<RowOutput> Outputs(IReadOnlyList<SelectedField> fields) => [.. fields.Select(field => (RowOutput)(field.Name switch
    {
        "key" => Key(field, by.Count),
        "aggregate" => Aggregate(field, GroupNames.Group(source), Terms),
        "share" => Share(field),
        "rows" => GroupRows(field),
        _ => new TypeNameOutput(JsonEncodedText.Encode(field.Key), GroupNames.Group(source)),
    }))];

    /// <summary>The field <c>subtotals</c>.</summary>
    public SubtotalsOutput Subtotals(SelectedField field)
    {
        var type = GroupNames.Subtotal(source);
        var fields = field.Below(type);
        return new SubtotalsOutput(JsonEncodedText.Encode(field.Key),
            [.. Enumerable.Range(1, by.Count).Select(up => by.Count - up).Select(level =>
        {
            var number = Subtotal(level);
            return (number,
                (IReadOnlyList<RowOutput>)[.. fields.Select(selected => (JsonEncodedText.Encode(selected.Key), selected.Name) switch
            {
                (var key, "level") => (RowOutput)new NumberOutput(key, level),
                (_, "key") => Key(selected, level),
                (_, "aggregate") => Aggregate(selected, type, subtotals[number].Terms),
                var (key, _) => new TypeNameOutput(key, type),
            })]);
        })]);
    }

    private ObjectOutput Aggregate(SelectedField field, string owner, TermSet terms)
    {
        var condition = scope.Filters.PlanBeside(source, scope.Arguments(field, owner).GetValueOrDefault("where"));
        return new ObjectOutput(JsonEncodedText.Encode(field.Key), new AggregatePlanner(scope, terms, condition).Outputs(field, source));
    }

    private int Subtotal(int level)
    {
        var number = subtotals.FindIndex(subtotal => subtotal.Level == level);
        if (number < 0)
        {
            number = subtotals.Count;
            subtotals.Add(new SubtotalPlan(level, new TermSet(level)));
            _ = subtotals[number].Terms.Add(TermKind.Rows, null);
        }

        return number;
    }

    private ObjectOutput Key(SelectedField field, int level) =>
        new(JsonEncodedText.Encode(field.Key), Keys(field, source, string.Empty, level));

    private List<RowOutput> Keys(SelectedField selected, EntityModel entity, string prefix, int level)
    {
        var type = GroupNames.Key(entity);
        return [.. selected.Below(type).Select(field => (JsonEncodedText.Encode(field.Key), scope.FieldOf(entity, field), field.Name) switch
        {
            (var key, ReferenceField reference, _) => new ObjectOutput(key, Keys(field, reference.Target, $"{prefix}{field.Name}.", level)),
            (var key, _, "__typename") => new TypeNameOutput(key, type),
            var (key, _, _) => KeyPart(key, field, type, prefix + field.Name, level),
        })];
    }

    private RowOutput KeyPart(JsonEncodedText output, SelectedField field, string owner, string name, int level)
    {
        var given = scope.Arguments(field, owner).GetValueOrDefault("as") as InputScalar;
        var number = GroupKeyPlanner.Find(by, name, given?.Fixed as string, field.At);
        var key = by[number];
        return number >= level ? new NullOutput(output)
            : key.Boundaries is { } boundaries
            ? new RangeOutput(output, number,
            [.. field.Below(GroupNames.Range(key.Path.Leaf.Type)).Select(end => End(end, boundaries, key.Path.Leaf.Type))])
            : new ScalarOutput(output, number, key.Type);
    }

    private static RangeEndOutput End(SelectedField end, IReadOnlyList<PlanParameter> boundaries, ScalarType type) => new(
        JsonEncodedText.Encode(end.Key),
        end.Name == "from" ? [null, .. boundaries] : [.. boundaries, null],
        type,
        end.Name == "__typename" ? GroupNames.Range(type) : null);

    private ObjectOutput Share(SelectedField field)
    {
        var arguments = scope.Arguments(field, GroupNames.Group(source));
        var subtotal = Subtotal((arguments.GetValueOrDefault("of") as InputScalar)?.Fixed is ShareOf.Parent ? by.Count - 1 : 0);
        var cumulative = arguments.GetValueOrDefault("cumulative") is InputScalar { Fixed: true };
        if (cumulative && (page.Backward || page.Before is not null))
        {
            throw field.At.Refusal(ErrorCodes.CumulativeFromTheEnd,
                "A cumulative share requires forward paging: first and after, not last and before.");
        }

        return new ObjectOutput(JsonEncodedText.Encode(field.Key),
            [.. field.Below(GroupNames.Share(source)).Select(selected => (JsonEncodedText.Encode(selected.Key), selected.Name) switch
        {
            (var key, "count") => (RowOutput)Part(key, terms => terms.AddCount()),
            (var key, "sum") => new ObjectOutput(key, Sums(selected, source, ReferencePath.Here)),
            var (key, _) => new TypeNameOutput(key, GroupNames.Share(source)),
        })]);

        ShareOutput Part(JsonEncodedText key, Func<TermSet, AmountColumns> columns)
        {
            var part = columns(Terms);
            if (cumulative && !running.Contains(part))
            {
                running.Add(part);
            }

            return new ShareOutput(key, part, cumulative ? running.IndexOf(part) : null, subtotal, columns(subtotals[subtotal].Terms));
        }

        List<RowOutput> Sums(SelectedField selected, EntityModel entity, ReferencePath path) =>
        [
            .. selected.Below(GroupNames.SumShare(entity))
            .Select(part => (JsonEncodedText.Encode(part.Key), scope.FieldOf(entity, part)) switch
            {
                (var key, ReferenceField reference) => (RowOutput)new ObjectOutput(key, Sums(part, reference.Target, path.To(reference))),
                (var key, ScalarField scalar) => Part(key, terms => terms.AddSum(path.To(entity, scalar))),
                var (key, _) => new TypeNameOutput(key, GroupNames.SumShare(entity)),
            }),
        ];
    }

    private GroupRowsOutput GroupRows(SelectedField field)
    {
        var keys =
            by.Select(key => new InGroup(key, scope.PlanParameters.Bound(new GroupSortKey(key, null, false).ComparedType),
            scope.PlanParameters.Bound(typeof(int)))).ToList();
        var owner = parent is null ? null : scope.PlanParameters.Bound(typeof(int));
        var within = new AllOf([.. keys, .. filter is null ? (Filter[])[] : [filter],
            .. owner is null ? (Filter[])[] : [new Comparison(parent!.OwnerKey, FilterOperator.Eq, owner, null)]]);
        var (list, outputs) = new ListPlanner(scope).Plan(field, source, GroupNames.Group(source), ConnectionNames.TypeName(source),
            rows.Count, null, within);
        rows.Add(new GroupRowsPlan(list, keys, owner));
        return new GroupRowsOutput(JsonEncodedText.Encode(field.Key), rows.Count - 1, outputs);
    }
}
