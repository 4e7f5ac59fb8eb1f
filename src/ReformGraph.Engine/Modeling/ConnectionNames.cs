namespace ReformGraph.Engine.Modeling;

/// <summary>
/// The names of connection types, after their fields: <c>riskVillages</c> is a <c>RiskVillagesConnection</c>. Fields with the same name and
/// entity share a type. If a name lists different entities, a root field keeps it; every other field that would give it another meaning is
/// prefixed with the name of its declaring type: <c>BookPartsConnection</c>.
/// </summary>
public sealed class ConnectionNames
{
    private readonly Dictionary<string, EntityModel> roots;
    private readonly HashSet<string> ambiguous;

    /// <summary>Finds the ambiguous names of a model.</summary>
    public ConnectionNames(DataModel dataModel)
    {
        roots = dataModel.Entities.ToDictionary(entity => entity.Plural);
        ambiguous =
        [
            .. dataModel.Entities.SelectMany(entity => entity.Fields).OfType<ListField>()
                .GroupBy(field => field.Name)
                .Where(fields => fields.Select(field => field.Target).Distinct().Count() > 1)
                .Select(fields => fields.Key),
        ];
    }

    /// <summary>The name of a root field's connection type.</summary>
    public static string TypeName(EntityModel root) => Named(root.Plural);

    /// <summary>The name of the connection type of an entity's field.</summary>
    public string TypeName(EntityModel owner, ListField field)
    {
        var shared = roots.TryGetValue(field.Name, out var root) ? root == field.Target : !ambiguous.Contains(field.Name);
        return Named(shared ? field.Name : owner.Name + SchemaNames.PascalCase(field.Name));
    }

    /// <summary>The name of a connection's edge type: <c>RiskVillagesConnection</c> has the edges <c>RiskVillagesEdge</c>.</summary>
    public static string EdgeOf(string connection) => connection[..^"Connection".Length] + "Edge";

    private static string Named(string field) => $"{SchemaNames.PascalCase(field)}Connection";
}
