using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>The errors of mutations: types that implement <c>Error</c>, and for each mutation the union of those that it can have.</summary>
internal sealed class MutationErrorTypes(TypeRegistry types, DataModel dataModel, Func<EntityModel, ObjectGraphType> objects)
{
    /// <summary>The union of the errors of a mutation, or of batch.</summary>
    public UnionGraphType ErrorUnion(string mutation) => types.Get<UnionGraphType>(
        Mutation.ErrorType(mutation),
        (mutation, "error"),
        $"What can be wrong with {mutation}.",
        union =>
        {
            union.ResolveType = _ => throw new InvalidOperationException("Errors are written by plans.");
            foreach (var type in TypesOf(dataModel.Mutations.SingleOrDefault(one => one.Name == mutation)))
            {
                union.AddPossibleType(type);
            }
        });

    private IEnumerable<ObjectGraphType> TypesOf(Mutation? mutation)
    {
        yield return Error("ValidationError", "A value breaks a rule.", error => Add(error, "rule", Text().NonNull(), "The rule that it breaks."));
        if (mutation?.Action != WriteAction.Create)
        {
            yield return Error("NotFoundError", "There is no such row: there never was, or it was withdrawn.");
            foreach (var entity in mutation is null ? dataModel.Entities.Where(entity => entity.IsWritable) : [mutation.Entity])
            {
                yield return Conflict(entity);
            }
        }

        if (mutation is null or { Action: WriteAction.Withdraw })
        {
            yield return Error("StillReferencedError", "Other rows refer to the row that is to be withdrawn.");
        }

        yield return Error("IdempotencyKeyReusedError", "The idempotency key was used within 7 days for another request.");
    }

    private ObjectGraphType Conflict(EntityModel entity) => Error(
        Mutation.ConflictType(entity),
        $"The row of {entity.Name} has another version than the one that the change starts from: somebody has changed it since.",
        error => Add(error, Mutation.RowFieldOf(entity), objects(entity), "The row as it is."));

    private ObjectGraphType Error(string name, string description, Action<ObjectGraphType>? more = null) => types.Get<ObjectGraphType>(name, nameof(MutationErrorTypes), description, error =>
    {
        error.IsTypeOf = _ => true;
        AddMessage(error);
        error.AddResolvedInterface(Interface());
        Add(error, "path", Text().NonNull().List().NonNull(), "Where in the arguments it stands; an element of a list is named by its number, the first being 0.");
        more?.Invoke(error);
    });

    private InterfaceGraphType Interface() => types.Get<InterfaceGraphType>("Error", nameof(Interface), "What is wrong with a mutation. Nothing of it was written.", AddMessage);

    private void AddMessage(IComplexGraphType type) => Add(type, "message", Text().NonNull(), "What is wrong, in a sentence.");

    private IGraphType Text() => types.Scalar("String");

    private static void Add(IComplexGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
