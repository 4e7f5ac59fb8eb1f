using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>How a field of an object in memory is written.</summary>
internal sealed record MetadataSerializer(string Name, ValueSource? Argument, Members<MetadataSerializer> Members)
{
    public static MetadataSerializer Create(MetadataOutput output) =>
        new(output.Name, output.Argument, new([.. output.Fields.Select(field => (field.Key, Create(field)))]));
}

/// <summary>
/// Answers introspection for one request, or counts the bytes that this would take. Lists omit deprecated members unless they are
/// requested. A few levels of lists can produce millions of values: it stops when its time is up.
/// </summary>
/// <param name="graph">The objects.</param>
/// <param name="variables">The variables of the request.</param>
internal sealed class MetadataWriter(MetadataGraph graph, VariableValues variables)
{
    // The time is checked once per this many objects.
    private const int Stride = 1_024;

    /// <summary>The number of bytes of a root field; counting stops above the greatest number of interest.</summary>
    public long Count(MetadataSerializer root, long most, Deadline clock)
    {
        var count = new Output(null, most, clock);
        WriteRoot(root, count);
        return count.Length;
    }

    /// <summary>Writes a root field.</summary>
    public void Write(MetadataSerializer root, JsonText json, Deadline clock) => WriteRoot(root, new Output(json, long.MaxValue, clock));

    private void WriteRoot(MetadataSerializer root, Output output) => Write(root, root.Name switch
    {
        "__schema" => graph.Schema,
        "__type" => graph.Types.GetValueOrDefault((string)root.Argument!.Read(variables)!),
        _ => graph.CodeLists,
    }, output);

    private void Write(MetadataSerializer form, object? value, Output output)
    {
        switch (value)
        {
            case MetadataObject one:
                WriteObject(form, one, output);
                break;
            case MetadataObject[] many:
                WriteList(form, many, output);
                break;
            default:
                output.Add((byte[]?)value ?? "null"u8);
                break;
        }
    }

    private void WriteList(MetadataSerializer form, MetadataObject[] values, Output output)
    {
        var all = form.Argument?.Read(variables) is true;
        var isFirst = true;
        output.Add("["u8);
        foreach (var value in values)
        {
            if (all || !value.IsDeprecated)
            {
                output.Add(isFirst ? default : ","u8);
                WriteObject(form, value, output);
                isFirst = false;
            }
        }

        output.Add("]"u8);
    }

    private void WriteObject(MetadataSerializer form, MetadataObject value, Output output)
    {
        if (!output.GoesOn())
        {
            return;
        }

        foreach (var (lead, member) in form.Members.All)
        {
            output.Add(lead);
            Write(member, value[member.Name], output);
        }

        output.Add(form.Members.End);
    }

    /// <summary>The output: the text, or only a count.</summary>
    private sealed class Output(JsonText? json, long most, Deadline clock)
    {
        private int objects;

        public long Length { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            Length += bytes.Length;
            json?.Raw(bytes);
        }

        /// <exception cref="Errors.RequestErrorException">The time is up.</exception>
        public bool GoesOn()
        {
            if (objects++ % Stride == 0)
            {
                clock.ThrowIfOver();
            }

            return Length <= most;
        }
    }
}
