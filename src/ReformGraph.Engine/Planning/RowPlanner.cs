using System.Text.Json;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>
/// Translates the selections on one entity's rows to the columns that they need, the lists below them and the shape of their objects.
/// To-one fields are columns of the same row.
/// </summary>
internal sealed class RowPlanner
{
    private readonly PlanScope scope;
    private readonly List<ListPlan> lists = [];

    public RowPlanner(PlanScope scope, EntityModel source)
    {
        this.scope = scope;

        // A row counts even without selected columns: perhaps only __typename is selected, or the number of rows.
        Columns.Add(ReferencePath.Here.To(source.Key));
    }

    public ColumnSet Columns { get; } = new();

    public IReadOnlyList<ListPlan> Lists => lists;

    /// <summary>The fields of the row's object, or of the object to which a path of to-one fields leads.</summary>
    public IReadOnlyList<RowOutput> Outputs(EntityModel entity, ReferencePath path, IReadOnlyList<SelectedField> fields) =>
        [.. fields.Select(field => Output(entity, path, field))];

    private RowOutput Output(EntityModel entity, ReferencePath path, SelectedField selected)
    {
        var key = JsonEncodedText.Encode(selected.Key);
        switch (scope.FieldOf(entity, selected))
        {
            case ScalarField scalar:
                return new ScalarOutput(key, Columns.Add(path.To(scalar)), scalar.Type, scalar.IsNullable || scalar.Property is null);
            case ArgumentField computed:
                var given = (InputScalar)scope.Arguments(selected, entity.Name)[computed.ArgumentName];
                var argument = scope.PlanParameters.Computed(computed.Argument.ClrType, values => given.Source.Read(values)!);
                return new ScalarOutput(key, Columns.Add(path.To(computed, argument)), computed.Value.Type);
            case LookupField lookup:
                return new LookupOutput(key, Columns.Add(path.To(lookup.By), lookup.IsSensitive), lookup.Source, lookup.Bytes);
            case ReferenceField reference:
                var step = path.To(reference);
                return new ReferenceOutput(
                    key,
                    Columns.Add(step.KeyPath(reference.Target)),
                    Outputs(reference.Target, step, selected.Below(reference.Target.Name)));
            case DifferencesField differences:
                scope.Members.Note(differences.After.Target, differences.Compared);
                return new DifferencesOutput(
                    key,
                    [.. differences.Compared.Where(scope.Members.MayRead).Select(field => new ComparedColumns(
                        field.Name, field.Type, Columns.Add(path.To(differences.Before).To(field)),
                            Columns.Add(path.To(differences.After).To(field))))],
                    [.. selected.Below(DifferencesField.TypeName).Select(member => (JsonEncodedText.Encode(member.Key), member.Name))]);
            case ListField list:
                var parent = new ParentLink(list, Columns.Add(path.KeyPath(entity)), scope.PlanParameters.ParentKeys());
                var (plan, outputs) = new ListPlanner(scope).Plan(selected, list.Target, entity.Name, scope.Names.TypeName(entity, list),
                    lists.Count, parent);
                lists.Add(plan);
                return new ListOutput(key, plan, outputs);
            default:
                return new TypeNameOutput(key, entity.Name);
        }
    }
}
