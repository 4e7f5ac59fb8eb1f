using ReformGraph.Engine.Errors;

namespace ReformGraph.Engine.Planning;

/// <summary>A place in a document; line and column are computed only for an error.</summary>
internal readonly record struct Place(string Text, int Offset)
{
    public ErrorLocation Location
    {
        get
        {
            var location = GraphQLParser.Location.FromLinearPosition(Text, Offset);
            return new ErrorLocation(location.Line, location.Column);
        }
    }

    public RequestError Error(ErrorCode code, string message, IReadOnlyDictionary<string, object>? details = null) =>
        new(code, message) { Locations = [Location], Details = details };

    public RequestErrorException Refusal(ErrorCode code, string message) => new(Error(code, message));

    public RequestErrorException Refusal(RequestError error) => new(error with { Locations = [Location] });
}

/// <summary>Where a value comes from: the document, or a variable of each request.</summary>
internal abstract record ValueSource
{
    public abstract object? Read(VariableValues variables);
}

/// <summary>A value in the document.</summary>
internal sealed record ConstantValue(object? Value) : ValueSource
{
    public override object? Read(VariableValues variables) => Value;
}

/// <summary>A value that a variable contains, itself or somewhere inside it.</summary>
internal sealed record VariableLeaf(int Index) : ValueSource
{
    public override object? Read(VariableValues variables) => variables.Leaves[Index];
}

/// <summary>A list of scalars in the document, some of which may be variables.</summary>
internal sealed record ListedValues(IReadOnlyList<ValueSource> Items) : ValueSource
{
    public override object? Read(VariableValues variables) => Items.Select(item => item.Read(variables)).ToArray();
}

/// <summary>
/// An argument's value, checked against its type, for literals and variables alike. Only what a plan may depend on is visible: which fields
/// are given, which are null, the length of lists of objects, and <see cref="InputScalar.Fixed"/>.
/// </summary>
internal abstract record InputValue(Place At);

/// <summary>The value null, which differs from no value.</summary>
internal sealed record InputNull(Place At) : InputValue(At);

/// <summary>A scalar or enum value.</summary>
/// <param name="At">The place where it is used.</param>
/// <param name="Source">Where each request finds it.</param>
/// <param name="Fixed">Its value, if a plan may depend on it: a value in the document, a boolean, a sort direction and the like; otherwise
/// null.</param>
internal sealed record InputScalar(Place At, ValueSource Source, object? Fixed) : InputValue(At);

/// <summary>A list of scalars.</summary>
/// <param name="At">The place where it is used.</param>
/// <param name="Source">Where each request finds it.</param>
/// <param name="HoldsNull">Whether one of them is null.</param>
/// <param name="Length">Its length, if a plan may depend on it; otherwise null.</param>
internal sealed record InputScalars(Place At, ValueSource Source, bool HoldsNull, int? Length) : InputValue(At);

/// <summary>A list of input objects.</summary>
internal sealed record InputList(Place At, IReadOnlyList<InputValue> Items) : InputValue(At);

/// <summary>An input object with its fields in the order in which they were given.</summary>
internal sealed record InputObject(Place At, IReadOnlyList<(string Name, InputValue Value)> Fields) : InputValue(At)
{
    /// <summary>The value of a field; null if it is not given.</summary>
    public InputValue? this[string name] => Fields.FirstOrDefault(field => field.Name == name).Value;
}

/// <summary>
/// The variables of one request. <see cref="Shape"/> is everything on which a plan may depend, and <see cref="Leaves"/> the rest: a plan
/// made for one shape serves every request with that shape.
/// </summary>
/// <param name="Values">The declared variables that have a value.</param>
/// <param name="Shape">Presence, nulls, keys, lengths of lists of objects, booleans, directions, and null keys of cursors.</param>
/// <param name="Leaves">The scalars, and the lists of scalars, in the order of the shape.</param>
internal sealed record VariableValues(IReadOnlyDictionary<string, InputValue> Values, string Shape, IReadOnlyList<object?> Leaves)
{
    public static VariableValues None { get; } = new(new Dictionary<string, InputValue>(), string.Empty, []);
}
