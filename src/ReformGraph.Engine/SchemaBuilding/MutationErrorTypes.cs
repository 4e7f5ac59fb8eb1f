using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>The errors of mutations: types that implement <c>Error</c> and, for each mutation, the union of its possible errors.</summary>
internal sealed class MutationErrorTypes(TypeRegistry types, DataModel dataModel, Func<EntityModel, ObjectGraphType> objects)
{
    /// <summary>The union of the errors of a mutation, or of batch.</summary>
    public UnionGraphType ErrorUnion(string mutation) => types.Get<UnionGraphType>(
        Mutation.ErrorType(mutation),
        (mutation, "error"),
        $"The errors of {mutation}.",
        union =>
        {
            union.ResolveType = _ => throw new InvalidOperationException("Errors are written by plans.");
            foreach (var type in TypesOf(dataModel.Mutations.SingleOrDefault(one => one.Name == mutation), mutation == Mutation.Batch))
            {
                union.AddPossibleType(type);
            }
        });

    private IEnumerable<ObjectGraphType> TypesOf(Mutation? mutation, bool isBatch)
    {
        yield return Error("ValidationError", "A value breaks a rule.",
            error => Add(error, "rule", Text().NonNull(), "The rule that it breaks."));
        if (isBatch || mutation is { Action: not WriteAction.Create })
        {
            yield return Error("NotFoundError", "There is no such row: it never existed, or it was withdrawn.");
            foreach (var entity in mutation is null ? dataModel.Entities.Where(entity => entity.IsWritable) : [mutation.Entity])
            {
                yield return Conflict(entity);
            }
        }

        if (isBatch || mutation is { Action: WriteAction.Withdraw })
        {
            yield return Error("StillReferencedError", "Other rows still refer to the row to be withdrawn.");
        }

        yield return Error("IdempotencyKeyReusedError", "Within the last 7 days, the idempotency key was used for a different request.");
    }

    private ObjectGraphType Conflict(EntityModel entity) => Error(
        Mutation.ConflictType(entity),
        $"The row of {entity.Name} no longer has the version on which the change is based: somebody has changed it since.",
        error => Add(error, Mutation.RowFieldOf(entity), objects(entity), "The row as it is."));

    private ObjectGraphType Error(string name, string description, Action<ObjectGraphType>? more = null) =>
        types.Get<ObjectGraphType>(name, nameof(MutationErrorTypes), description, error =>
    {
        error.IsTypeOf = _ => true;
        AddMessage(error);
        error.AddResolvedInterface(Interface());
        Add(error, "path", Text().NonNull().List()
            .NonNull(), "The place of the error in the arguments. An element of a list is given by its index, starting at 0.");
        more?.Invoke(error);
    });

    private InterfaceGraphType Interface() =>
        types.Get<InterfaceGraphType>("Error", nameof(Interface), "An error of a mutation. Nothing of the mutation was written.",
        AddMessage);

    private void AddMessage(IComplexGraphType type) => Add(type, "message", Text().NonNull(), "What is wrong, in a sentence.");

    private IGraphType Text() => types.Scalar("String");

    private static void Add(IComplexGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
