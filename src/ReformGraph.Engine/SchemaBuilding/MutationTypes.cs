using GraphQL.Types;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.SchemaBuilding;

/// <summary>
/// The mutations of the writable entities, in HotChocolate's convention: one input, and a payload with the result and a union of errors.
/// <c>batch</c> accepts the same inputs as operations of one change.
/// </summary>
internal sealed class MutationTypes(TypeRegistry types, MutationErrorTypes errors, DataModel dataModel,
    Func<EntityModel, ObjectGraphType> objects)
{
    /// <summary>The mutation type; null if no entity is writable.</summary>
    public ObjectGraphType? Type() => dataModel.Mutations is [] && dataModel.OwnMutations is [] ? null : types.Get<ObjectGraphType>(
        "Mutation",
        nameof(MutationTypes),
        "What can be written. The mutations of one request are executed and stored one by one, in order.",
        type =>
        {
            foreach (var mutation in dataModel.Mutations)
            {
                type.AddField(
                    Field(mutation.Name, Describe(mutation), Input(mutation), Payload(mutation.Name, mutation.Entity, mutation.RowField)));
            }

            foreach (var own in dataModel.OwnMutations)
            {
                type.AddField(Field(own.Name, own.Input.Description, Input(own.Input, AddNote),
                    Payload(own.Name, own.Entity, Mutation.RowFieldOf(own.Entity))));
            }

            if (dataModel.Mutations is not [])
            {
                type.AddField(Field(Mutation.Batch, "Executes several operations, in order, as one change: all of them or none.",
                    BatchInput(), Payload(Mutation.Batch, null, null)));
            }
        });

    private InputObjectGraphType Input(InputModel model, Action<InputObjectGraphType> before) =>
        types.Get<InputObjectGraphType>(model.Name, model.ClrType, model.Description, input =>
    {
        before(input);
        foreach (var member in model.Members)
        {
            var type = member.Items is { } items
                ? Input(items, _ => { }).NonNull().List() : types.Scalar(dataModel.Labelled(member.Type!));
            Add(input, member.Name, type.Nullable(!member.IsRequired), member.Description);
        }
    });

    private static FieldType Field(string name, string description, IGraphType input, IGraphType payload) => new FieldType
    {
        Name = name,
        Description = description,
        Arguments = new(new QueryArgument(input.NonNull()) { Name = Mutation.Input, Description = "What is written." }),
        ResolvedType = payload.NonNull(),
    }.ReadAlone();

    private static string Describe(Mutation mutation) => mutation.Action switch
    {
        WriteAction.Create => $"Adds a row of {mutation.Entity.Name}.",
        WriteAction.Update =>
            $"Changes the values of a row of {mutation.Entity.Name}. A field that is not given stays unchanged, and null clears a field.",
        _ => $"Withdraws a row of {mutation.Entity.Name}: it is no longer part of the present, but its versions remain in the history.",
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

    private InputObjectGraphType BatchInput() =>
        types.Get<InputObjectGraphType>("BatchInput", nameof(BatchInput), "The input of batch.", input =>
    {
        AddNote(input);
        Add(input, Mutation.Operations, Operation().NonNull().List().NonNull(), "The operations, in the order in which they are executed.");
    });

    private InputObjectGraphType Operation() =>
        types.Get<InputObjectGraphType>("BatchOperationInput", nameof(Operation), "One operation of a batch.", input =>
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
        $"The input of {mutation.Name} within a batch.",
        input => AddRow(input, mutation));

    private void AddNote(InputObjectGraphType input)
    {
        Add(input, Mutation.Change, Note().NonNull(), "What is recorded about the change besides its rows.");
        Add(input, Mutation.IdempotencyKey, types.Scalar("String"),
            "Makes a retry safe: within 7 days, the same request with the same key returns the first response and writes nothing. Each " +
            "sender has its own keys.");
    }

    private InputObjectGraphType Note() =>
        types.Get<InputObjectGraphType>("ChangeInput", nameof(Note), "What is recorded about a change besides its rows.", input =>
    {
        Add(input, "kind", types.Scalar(dataModel.Labelled(ScalarType.For(typeof(ChangeKindInput))!)).NonNull(), "What it is for.");
        Add(input, "reason", types.Scalar("String").NonNull(), "Why it is made.");
        Add(input, "effectiveOn", types.Scalar("LocalDate"),
            "The day on which it took effect in the world. An event has one, and a correction has none.");
        Add(input, "evidence", Evidence(), "The evidence for it.");
    });

    private InputObjectGraphType Evidence() =>
        types.Get<InputObjectGraphType>("EvidenceInput", nameof(Evidence), "The evidence for a change.", input =>
    {
        Add(input, "reference", types.Scalar("String").NonNull(), "A reference to the evidence, such as a document number.");
        Add(input, "sha256", types.Scalar("String"), "The SHA-256 of the evidence, in hexadecimal.");
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
                Add(input, "id", types.Scalar(ScalarType.Id), "The id of the row. Without it, give code.");
                Add(input, "code", types.Scalar("String"), "The code of the row. Without it, give id.");
            }

            Add(input, "version", types.Scalar("Int").NonNull(),
                "The version of the row on which the change is based. If the row has another version by now, nothing is written.");
        }

        if (mutation.WithinField is { } within)
        {
            var scope = mutation.Entity.Within!.Entity;
            Add(input, within, types.Scalar("String"),
                $"The code of the {scope.Name} within which codes are looked up. Without it, a code that rows of several {scope.Plural} " +
                "have is an error.");
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
        $"The payload of {mutation}.",
        payload =>
        {
            if (rowField is not null)
            {
                Add(payload, rowField, objects(entity!), "The row after the change. Null if there are errors.");
            }

            if (dataModel.Entities.FirstOrDefault(known => known.ClrType == typeof(Change)) is { } change) // it may be out of the scope
            {
                Add(payload, Mutation.Change, objects(change),
                    "The change. Null if there are errors, and if nothing differs from before: then there is no change.");
            }

            Add(payload, "errors", errors.ErrorUnion(mutation).NonNull()
                .List(), "All errors at once; nothing was written. Null if there are none.");
        });

    private static void Add(IComplexGraphType type, string name, IGraphType result, string description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });
}
