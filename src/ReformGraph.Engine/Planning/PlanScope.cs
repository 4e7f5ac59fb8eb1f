using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>What the planners of one operation share.</summary>
internal sealed class PlanScope
{
    private readonly ISchema schema;
    private readonly bool usesRollups;

    public PlanScope(PlanModel model, VariableValues variables, RoleScope role, bool isPast)
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

    /// <summary>The instant as of which the present part is read.</summary>
    public InstantPlanner Instants { get; }

    /// <summary>The selected field of an entity, or null if it has no such field.</summary>
    public Field? FieldOf(EntityModel entity, SelectedField selected) => Members.Find(entity, selected.Name, selected.At);

    /// <summary>The rollup to read instead of rows; null for the rows. Rollups exist for the present only.</summary>
    public RollupUse? RollupOf(EntityModel source, RollupNeeds needs) =>
        usesRollups && Instants.Current is null ? RollupChoice.Choose(source, needs) : null;

    /// <summary>The arguments of a field that have a value, on the type with this name.</summary>
    public IReadOnlyDictionary<string, InputValue> Arguments(SelectedField field, string owner) =>
        field.Arguments(((IObjectGraphType)schema.AllTypes[owner]!).Fields.Find(field.Name)!.Arguments);
}
