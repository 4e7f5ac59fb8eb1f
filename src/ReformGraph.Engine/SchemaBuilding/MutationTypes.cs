using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The mutations of the writable entities, in HotChocolate's convention: one input, a payload with the result and a union of errors.
/// <c>batch</c> takes the same inputs as operations of one change.
/// </summary>
internal sealed class MutationTypes(TypeRegistry types, MutationErrorTypes errors, DataModel dataModel, Func<EntityModel, ObjectGraphType> objects)
{
    /// <summary>The mutation type; null where no entity is writable.</summary>
    public ObjectGraphType? Type() => dataModel.Mutations is [] ? null : types.Get<ObjectGraphType>(
        "Mutation",
        nameof(MutationTypes),
        "What can be written. Mutations of one request are carried out and stored one by one, in their order.",
        type =>
        {
            foreach (var mutation in dataModel.Mutations)
            {
                type.AddField(Field(mutation.Name, Describe(mutation), Input(mutation), Payload(mutation.Name, mutation.Entity, mutation.RowField)));
            }

            type.AddField(Field(Mutation.Batch, "Carries out several operations, in their order, as one change: all of them or none.", BatchInput(), Payload(Mutation.Batch, null, null)));
        });

    private static FieldType Field(string name, string description, IGraphType input, IGraphType payload) => new()
    {
        Name = name,
        Description = description,
        Arguments = new(new QueryArgument(input.NonNull()) { Name = Mutation.Input, Description = "What is written." }),
        ResolvedType = payload.NonNull(),
    };

    private static string Describe(Mutation mutation) => mutation.Action switch
    {
        WriteAction.Create => $"Adds a row of {mutation.Entity.Name}.",
        WriteAction.Update => $"Gives a row of {mutation.Entity.Name} other values. A field that is not given stays as it is, and null clears one.",
        _ => $"Withdraws a row of {mutation.Entity.Name}: it leaves the present, and its versions stay in the history.",
    };

    private InputObjectGraphType Input(Mutation mutation) => types.Get<InputObjectGraphType>(
        mutation.InputType,
        mutation,
        $"The input of {mutation.Name}.",
        input =>
        {
            AddNote(input);
            AddRow(input, mutation);
        });

    private InputObjectGraphType BatchInput() => types.Get<InputObjectGraphType>("BatchInput", nameof(BatchInput), "The input of batch.", input =>
    {
        AddNote(input);
        Add(input, Mutation.Operations, Operation().NonNull().List().NonNull(), "What is done, in this order.");
    });

    private InputObjectGraphType Operation() => types.Get<InputObjectGraphType>("BatchOperationInput", nameof(Operation), "One operation of a batch.", input =>
    {
        input.IsOneOf = true;
        foreach (var mutation in dataModel.Mutations)
        {
            Add(input, mutation.Name, OperationInput(mutation), Describe(mutation));
        }
    });

    private InputObjectGraphType OperationInput(Mutation mutation) => types.Get<InputObjectGraphType>(
        mutation.OperationInputType,
        mutation,
        $"What {mutation.Name} does within a batch.",
        input => AddRow(input, mutation));

    private void AddNote(InputObjectGraphType input)
    {
        Add(input, Mutation.Change, Note().NonNull(), "What is recorded of the change besides its rows.");
        Add(input, Mutation.IdempotencyKey, types.Scalar("String"), "Makes a retry safe: within 7 days the same request with the same key gives the first answer and writes nothing. It is the sender's own.");
    }

    private InputObjectGraphType Note() => types.Get<InputObjectGraphType>("ChangeInput", nameof(Note), "What is recorded of a change besides its rows.", input =>
    {
        Add(input, "kind", types.Scalar(ScalarType.For(typeof(ChangeKindInput))!).NonNull(), "What it is for.");
        Add(input, "reason", types.Scalar("String").NonNull(), "Why it is made.");
        Add(input, "effectiveOn", types.Scalar("LocalDate"), "The day on which it took effect in the world. An event has one, and a correction has none.");
        Add(input, "evidence", Evidence(), "What proves it.");
    });

    private InputObjectGraphType Evidence() => types.Get<InputObjectGraphType>("EvidenceInput", nameof(Evidence), "What proves a change.", input =>
    {
        Add(input, "reference", types.Scalar("String").NonNull(), "A reference to it, such as the number of a document.");
        Add(input, "sha256", types.Scalar("String"), "Its SHA-256 in hexadecimal.");
    });

    private void AddRow(InputObjectGraphType input, Mutation mutation)
    {
        if (mutation.Action != WriteAction.Create)
        {
            if (mutation.Entity.Find("code") is null)
            {
                Add(input, "id", types.Scalar(ScalarType.Id).NonNull(), "The id of the row.");
            }
            else
            {
                Add(input, "id", types.Scalar(ScalarType.Id), "The id of the row; without it, code.");
                Add(input, "code", types.Scalar("String"), "The code of the row; without it, id.");
            }

            Add(input, "version", types.Scalar("Int").NonNull(), "The version of the row that the change starts from. Where the row has another one by now, nothing is written.");
        }

        foreach (var field in mutation.GivenFields)
        {
            var (type, isNullable, meaning) = field switch
            {
                ReferenceField reference => (types.Scalar("String"), reference.IsNullable, $"{reference.Description} By its code."),
                _ => (types.Scalar(((ScalarField)field).Type), ((ScalarField)field).IsNullable, field.Description),
            };
            Add(input, field.Name, type.Nullable(isNullable || mutation.Action == WriteAction.Update), meaning);
        }
    }

    private ObjectGraphType Payload(string mutation, EntityModel? entity, string? rowField) => types.Get<ObjectGraphType>(
        Mutation.PayloadType(mutation),
        (mutation, "payload"),
        $"The answer of {mutation}.",
        payload =>
        {
            if (rowField is not null)
            {
                Add(payload, rowField, objects(entity!), "The row as the change has left it. Null where there are errors.");
            }

            Add(payload, Mutation.Change, objects(dataModel[typeof(Change)]), "The change. Null where there are errors, and where nothing differs from before: then there is no change.");
            Add(payload, "errors", errors.ErrorUnion(mutation).NonNull().List(), "What is wrong: all of it at once, and nothing was written. Null where nothing is.");
        });

    private static void Add(IComplexGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
