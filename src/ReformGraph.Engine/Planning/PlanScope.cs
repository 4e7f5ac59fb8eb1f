using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>What the planners of one operation share.</summary>
internal sealed class PlanScope
{
    private readonly ISchema schema;
    private readonly bool usesRollups;

    public PlanScope(PlanModel model, VariableValues variables, string role, bool isPast)
    {
        schema = model.Schema;
        usesRollups = model.Options.Rollups;
        Names = model.Names;
        Variables = variables;
        PlanParameters = new PlanParameters(model.Options.Paging);
        Members = new MemberAccess(role);
        Filters = new FilterPlanner(PlanParameters, Members, model.Options.Limits.Conditions);
        Instants = new InstantPlanner(PlanParameters, isPast);
    }

    public ConnectionNames Names { get; }

    public VariableValues Variables { get; }

    public PlanParameters PlanParameters { get; }

    public MemberAccess Members { get; }

    public FilterPlanner Filters { get; }

    /// <summary>As of when what is planned now is read.</summary>
    public InstantPlanner Instants { get; }

    /// <summary>The field of an entity that is selected, or null where it is none.</summary>
    public Field? FieldOf(EntityModel entity, SelectedField selected) => Members.Find(entity, selected.Name, selected.At);

    /// <summary>What is read in the place of rows; null for the rows. Rollups are of the present only.</summary>
    public RollupUse? RollupOf(EntityModel source, RollupNeeds needs) =>
        usesRollups && Instants.Current is null ? RollupChoice.Choose(source, needs) : null;

    /// <summary>The arguments of a field, of a type of this name, that have a value.</summary>
    public IReadOnlyDictionary<string, InputValue> Arguments(SelectedField field, string owner) =>
        field.Arguments(((IObjectGraphType)schema.AllTypes[owner]!).Fields.Find(field.Name)!.Arguments);
}
