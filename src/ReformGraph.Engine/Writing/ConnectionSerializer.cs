using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>What is written under one key of a connection's object.</summary>
internal abstract class ConnectionSerializer
{
    /// <param name="to">The output.</param>
    /// <param name="result">The result of the list.</param>
    /// <param name="owner">The key of the row that has the list.</param>
    public abstract ValueTask WriteAsync(ResponseFlow to, PageResult result, long owner);

    /// <summary>Writes a connection's object.</summary>
    public static async ValueTask WriteAsync(ResponseFlow to, Members<ConnectionSerializer> members, PageResult result, long owner)
    {
        foreach (var (lead, form) in members.All)
        {
            to.Json.Raw(lead);
            await form.WriteAsync(to, result, owner);
        }

        to.Json.Raw(members.End);
    }
}

/// <summary>A member without rows: it is small, and written at once.</summary>
internal abstract class ConnectionValueSerializer : ConnectionSerializer
{
    public sealed override ValueTask WriteAsync(ResponseFlow to, PageResult result, long owner)
    {
        Write(to.Json, result, owner);
        return ValueTask.CompletedTask;
    }

    protected abstract void Write(JsonText json, PageResult result, long owner);
}

/// <summary>The number of nodes.</summary>
internal sealed class TotalCountSerializer : ConnectionValueSerializer
{
    protected override void Write(JsonText json, PageResult result, long owner) => json.Number(result.TotalOf(owner));
}

/// <summary>The rows, as nodes or in edges.</summary>
internal sealed class RowsSerializer(RowSerializer row) : ConnectionSerializer
{
    private readonly ValueSerializer? small = row as ValueSerializer;

    /// <summary>One of the rows.</summary>
    public RowSerializer Row => row;

    /// <summary>One of the rows; null if it contains lists.</summary>
    public ValueSerializer? Small => small;

    public override async ValueTask WriteAsync(ResponseFlow to, PageResult result, long owner)
    {
        var page = result.PageOf(owner);
        to.Json.Raw('[');
        for (var number = 0; number < page.Count;)
        {
            if (small is not null)
            {
                number = WritePart(to, result, page, number);
            }
            else
            {
                to.Json.Separate(number);
                result.RowNumber = number;
                await row.WriteAsync(to, result.RowOf(page, number), result);
                number++;
            }

            if (to.IsLarge)
            {
                await to.SendPartAsync();
            }
        }

        to.Json.Raw(']');
    }

    // Separate from its caller, whose locals are on the heap. Returns the number of the first row that is not written.
    private int WritePart(ResponseFlow to, PageResult result, PageRange page, int number)
    {
        var json = to.Json;
        do
        {
            json.Separate(number);
            result.RowNumber = number;
            small!.Write(json, result.RowOf(page, number), result);
            number++;
        }
        while (number < page.Count && !to.IsLarge);
        return number;
    }
}

/// <summary>An object about the page as a whole.</summary>
internal sealed class PageInfoSerializer(Members<PageSerializer> members) : ConnectionValueSerializer
{
    protected override void Write(JsonText json, PageResult result, long owner)
    {
        var page = result.PageOf(owner);
        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            form(json, result, owner, page);
        }

        json.Raw(members.End);
    }
}

/// <summary>What is written under one key of pageInfo.</summary>
internal delegate void PageSerializer(JsonText json, PageResult result, long owner, PageRange page);

/// <summary>The name of the connection's type.</summary>
internal sealed class ConnectionConstantSerializer(byte[] json) : ConnectionValueSerializer
{
    protected override void Write(JsonText target, PageResult result, long owner) => target.Raw(json);
}
