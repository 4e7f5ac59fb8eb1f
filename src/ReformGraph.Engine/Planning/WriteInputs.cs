using System.Globalization;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Engine.Planning;

/// <summary>Converts the input of a mutation and the variables of a request to a write request. It rejects an id that is not a
/// number.</summary>
/// <param name="variables">The variables of the request.</param>
/// <param name="dataModel">The entities.</param>
internal sealed class WriteInputs(VariableValues variables, DataModel dataModel)
{
    /// <summary>The write that a mutation requests.</summary>
    /// <param name="field">The mutation.</param>
    /// <param name="actor">The name under which the change is recorded.</param>
    /// <param name="role">The role of the sender, with its scope.</param>
    /// <exception cref="RequestErrorException">The scope of the sender does not include a row.</exception>
    public WriteRequest Read(MutationField field, string actor, RoleScope role)
    {
        var values = Fields(field.Input);
        IReadOnlyList<RowWrite> rows = field switch
        {
            { Mutation: { } mutation } => [Row(mutation, field.Input, [Mutation.Input])],
            { Own: not null } => [],
            _ => [.. ((InputList)values[Mutation.Operations]).Items.Select(Operation)],
        };
        if (rows.Select(row => row.Entity).Append(field.Own?.Entity).OfType<EntityModel>()
            .FirstOrDefault(entity => !role.CoversWrites(entity)) is { } outside)
        {
            throw field.At.Refusal(role.Writes!.Refusal(outside));
        }

        return new WriteRequest(field.Name, actor, Note((InputObject)values[Mutation.Change]), rows)
        {
            Scope = role.Writes,
            Own = field.Own is { } own ? Object(own.Input, values) : null,
            IdempotencyKey = (string?)Value(values.GetValueOrDefault(Mutation.IdempotencyKey)),
        };
    }

    private object Object(InputModel model, Dictionary<string, InputValue> given)
    {
        var read = Activator.CreateInstance(model.ClrType)!;
        foreach (var member in model.Members.Where(member => given.ContainsKey(member.Name)))
        {
            member.Property.SetValue(read, member.Items is { } items ? List(items, given[member.Name]) : Value(given[member.Name]));
        }

        return read;
    }

    private Array? List(InputModel items, InputValue given)
    {
        if (given is not InputList list)
        {
            return null;
        }

        var read = Array.CreateInstance(items.ClrType, list.Items.Count);
        foreach (var (at, item) in list.Items.Index())
        {
            read.SetValue(Object(items, Fields((InputObject)item)), at);
        }

        return read;
    }

    private WriteNote Note(InputObject input)
    {
        var note = Fields(input);
        var evidence = note.GetValueOrDefault("evidence") is InputObject given ? Fields(given) : null;
        return new WriteNote(
            (ChangeKindInput)Value(note["kind"])!,
            (string)Value(note["reason"])!,
            (DateOnly?)Value(note.GetValueOrDefault("effectiveOn")),
            evidence is null
                ? null : new WriteEvidence((string)Value(evidence["reference"])!, (string?)Value(evidence.GetValueOrDefault("sha256"))));
    }

    private RowWrite Operation(InputValue operation, int number)
    {
        var (name, row) = InputTypes.Given(operation);
        return Row(
            dataModel.Mutations.Single(mutation => mutation.Name == name),
            (InputObject)row,
            [Mutation.Input, Mutation.Operations, number.ToString(CultureInfo.InvariantCulture), name]);
    }

    private RowWrite Row(Mutation mutation, InputObject input, IReadOnlyList<string> path)
    {
        var given = Fields(input);
        var isNew = mutation.Action == WriteAction.Create;
        var values = mutation.GivenFields
            .Where(field => given.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => Value(given[field.Name]));
        return new RowWrite(mutation.Action, mutation.Entity, values, path)
        {
            Id = isNew ? null : Id(given.GetValueOrDefault("id")),
            Code = isNew ? null : (string?)Value(given.GetValueOrDefault("code")),
            Within = mutation.WithinField is { } within ? (string?)Value(given.GetValueOrDefault(within)) : null,
            Version = isNew ? null : (int)Value(given["version"])!,
        };
    }

    private int? Id(InputValue? input) => Value(input) switch
    {
        string text => RowId.Read(text, input!.At),
        var id => (int?)id,
    };

    private object? Value(InputValue? input) => (input as InputScalar)?.Source.Read(variables);

    private static Dictionary<string, InputValue> Fields(InputObject input) =>
        input.Fields.ToDictionary(field => field.Name, field => field.Value);
}
