using ReformGraph.Engine.Execution;

namespace ReformGraph.Engine.Writing;

/// <summary>What stands under one key of a connection's object.</summary>
internal abstract class ConnectionForm
{
    /// <param name="to">Where to.</param>
    /// <param name="result">What was read of the list.</param>
    /// <param name="owner">The key of the row that the list is below.</param>
    public abstract ValueTask WriteAsync(AnswerFlow to, PageResult result, long owner);

    /// <summary>Writes a connection's object.</summary>
    public static async ValueTask WriteAsync(AnswerFlow to, Members<ConnectionForm> members, PageResult result, long owner)
    {
        foreach (var (lead, form) in members.All)
        {
            to.Json.Raw(lead);
            await form.WriteAsync(to, result, owner);
        }

        to.Json.Raw(members.End);
    }
}

/// <summary>What holds no rows: it is small, and written at once.</summary>
internal abstract class ConnectionValueForm : ConnectionForm
{
    public sealed override ValueTask WriteAsync(AnswerFlow to, PageResult result, long owner)
    {
        Write(to.Json, result, owner);
        return ValueTask.CompletedTask;
    }

    protected abstract void Write(JsonText json, PageResult result, long owner);
}

/// <summary>How many nodes there are.</summary>
internal sealed class TotalCountForm : ConnectionValueForm
{
    protected override void Write(JsonText json, PageResult result, long owner) => json.Number(result.TotalOf(owner));
}

/// <summary>The rows, as nodes or in edges.</summary>
internal sealed class RowsForm(RowForm row) : ConnectionForm
{
    private readonly ValueForm? small = row as ValueForm;

    /// <summary>One of the rows; null where there are lists in it.</summary>
    public ValueForm? Small => small;

    public override async ValueTask WriteAsync(AnswerFlow to, PageResult result, long owner)
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

    // Apart from its caller, whose locals live on the heap. The number of the first row that is not written.
    private int WritePart(AnswerFlow to, PageResult result, PageRange page, int number)
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
internal sealed class PageInfoForm(Members<PageForm> members) : ConnectionValueForm
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

/// <summary>What stands under one key of pageInfo.</summary>
internal delegate void PageForm(JsonText json, PageResult result, long owner, PageRange page);

/// <summary>The name of the connection's type.</summary>
internal sealed class ConnectionConstantForm(byte[] json) : ConnectionValueForm
{
    protected override void Write(JsonText target, PageResult result, long owner) => target.Raw(json);
}
