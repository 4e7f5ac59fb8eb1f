namespace ReformGraph.Engine.Modeling;

/// <summary>A mutation of one row, and the names of the types that belong to it.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Entity">The entity of the row.</param>
public sealed record Mutation(WriteAction Action, EntityModel Entity)
{
    /// <summary>The root field that changes several rows.</summary>
    public const string Batch = "batch";

    /// <summary>The argument of each mutation.</summary>
    public const string Input = "input";

    /// <summary>The field of an input that contains what is recorded about the change.</summary>
    public const string Change = "change";

    /// <summary>The field of an input that makes a retry safe.</summary>
    public const string IdempotencyKey = "idempotencyKey";

    /// <summary>The field of the input of a batch that contains its operations.</summary>
    public const string Operations = "operations";

    /// <summary>The name of the root field: <c>updateRiskVillage</c>.</summary>
    public string Name => SchemaNames.CamelCase(Action.ToString()) + Entity.Name;

    /// <summary>The name of its input: <c>UpdateRiskVillageInput</c>.</summary>
    public string InputType => $"{SchemaNames.PascalCase(Name)}Input";

    /// <summary>The name of the same input within a batch: <c>UpdateRiskVillageOperationInput</c>.</summary>
    public string OperationInputType => $"{SchemaNames.PascalCase(Name)}OperationInput";

    /// <summary>The field of its payload that contains the row: <c>riskVillage</c>. A withdrawn row is no longer among the present
    /// ones.</summary>
    public string? RowField => Action == WriteAction.Withdraw ? null : RowFieldOf(Entity);

    /// <summary>The fields of its input, except those that identify the row. A code is set only once, because it identifies the
    /// row.</summary>
    public IEnumerable<Field> GivenFields =>
        Action == WriteAction.Withdraw ? [] : Entity.GivenFields.Where(given => given.Name != "code" || Action == WriteAction.Create);

    /// <summary>
    /// The field of its input with the code of the row within which codes are looked up, if that is not a field of the row. A new row of
    /// this kind needs it only to find the row to which it belongs.
    /// </summary>
    public string? WithinField => Entity.Within is { } within
        && !GivenFields.Any(given => given.Name == within.Name)
        && (Action == WriteAction.Create ? within.IsThatOf(within.First.Target)
            : Action == WriteAction.Update || Entity.Find("code") is not null)
            ? within.Name : null;

    /// <summary>The name of the payload of a mutation, or of batch: <c>UpdateRiskVillagePayload</c>.</summary>
    public static string PayloadType(string mutation) => $"{SchemaNames.PascalCase(mutation)}Payload";

    /// <summary>The name of the union of its errors: <c>UpdateRiskVillageError</c>.</summary>
    public static string ErrorType(string mutation) => $"{SchemaNames.PascalCase(mutation)}Error";

    /// <summary>The name of a conflict about a row of an entity: <c>RiskVillageVersionConflictError</c>.</summary>
    public static string ConflictType(EntityModel entity) => $"{entity.Name}VersionConflictError";

    /// <summary>The field that contains a row of an entity.</summary>
    public static string RowFieldOf(EntityModel entity) => SchemaNames.CamelCase(entity.Name);

    /// <summary>The name of the type of an error.</summary>
    public static string TypeOf(WriteError error) => error switch
    {
        InvalidInput => "ValidationError",
        VersionConflict conflict => ConflictType(conflict.Entity),
        RowNotFound => "NotFoundError",
        RowStillReferenced => "StillReferencedError",
        IdempotencyKeyReused => "IdempotencyKeyReusedError",
        _ => throw new InvalidOperationException($"There is no type for a {error.GetType().Name}."),
    };
}
