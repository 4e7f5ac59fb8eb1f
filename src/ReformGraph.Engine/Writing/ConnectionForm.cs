using ReformGraph.Engine.Execution;

namespace ReformGraph.Engine.Writing;

/// <summary>What stands under one key of a connection's object.</summary>
internal abstract class ConnectionForm
{
    /// <param name="json">Where to.</param>
    /// <param name="result">What was read of the list.</param>
    /// <param name="owner">The key of the row that the list is below.</param>
    public abstract void Write(JsonText json, PageResult result, long owner);
}

/// <summary>How many nodes there are.</summary>
internal sealed class TotalCountForm : ConnectionForm
{
    public override void Write(JsonText json, PageResult result, long owner) => json.Number(result.TotalOf(owner));
}

/// <summary>The rows, as nodes or in edges.</summary>
internal sealed class RowsForm(ObjectForm row) : ConnectionForm
{
    /// <summary>One of the rows.</summary>
    public ObjectForm Row => row;

    public override void Write(JsonText json, PageResult result, long owner)
    {
        var page = result.PageOf(owner);
        json.Raw('[');
        for (var number = 0; number < page.Count; number++)
        {
            if (number > 0)
            {
                json.Raw(',');
            }

            result.RowNumber = number;
            row.Write(json, result.RowOf(page, number), result);
        }

        json.Raw(']');
    }
}

/// <summary>An object about the page as a whole.</summary>
internal sealed class PageInfoForm(Members<PageForm> members) : ConnectionForm
{
    public override void Write(JsonText json, PageResult result, long owner)
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
internal sealed class ConnectionConstantForm(byte[] json) : ConnectionForm
{
    public override void Write(JsonText target, PageResult result, long owner) => target.Raw(json);
}
