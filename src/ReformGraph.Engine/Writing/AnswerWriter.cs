using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// The stage <i>write</i>. What enters: the form of an answer, what the run has gathered, and what writes of the schema. What
/// leaves: the response's JSON, fields in the order of their selection. Rows that were not gathered are written as they are read.
/// </summary>
internal sealed class AnswerWriter(AnswerForm form, QueryRun run, Action<MetadataForm, JsonText> metadata, AnswerBuffer buffer, Func<Task, ValueTask> awaitClient, byte[]? extensions = null)
{
    private readonly JsonText json = buffer.Json;

    public async Task WriteAsync()
    {
        json.Raw("{\"data\":"u8);
        for (var number = 0; number < form.Roots.All.Length; number++)
        {
            json.Raw(form.Roots.All[number].Lead);
            await WriteRootAsync(form.Roots.All[number].Form, run.Roots[number]);
        }

        json.Raw(form.Roots.End);
        WriteErrors();
        if (extensions is not null)
        {
            json.Raw(",\"extensions\":"u8);
            json.Raw(extensions);
        }

        json.Raw('}');
    }

    // They are known only now, and stand behind the data.
    private void WriteErrors()
    {
        if (run.Errors.Any)
        {
            json.Raw(",\"errors\":"u8);
            json.Raw(ErrorListWriter.Of(run.Errors.All));
        }
    }

    private ValueTask WriteRootAsync(RootForm root, ListResult? result)
    {
        if (root.Connection is { } members)
        {
            return WriteConnectionAsync(members, result!);
        }

        if (root.Row is { } row)
        {
            WriteFirstRow(row, result!);
        }
        else if (root.Constant is { } constant)
        {
            json.Raw(constant);
        }
        else
        {
            metadata(root.Metadata!, json);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Writes the first of rows that were gathered, or null where there is none.</summary>
    public static void WriteGathered(JsonText json, ObjectForm form, ListResult result)
    {
        var page = result.PageOf(PageResult.Root);
        if (page.Count == 0)
        {
            json.Null();
        }
        else
        {
            form.Write(json, result.RowOf(page, 0), result);
        }
    }

    private void WriteFirstRow(ObjectForm form, ListResult result)
    {
        if (result.Plan.CanStream)
        {
            StreamFirstRow(form, result);
        }
        else
        {
            WriteGathered(json, form, result);
        }
    }

    private void StreamFirstRow(ObjectForm form, ListResult result)
    {
        var rows = run.Stream(result);
        try
        {
            if (rows.Step())
            {
                form.Write(json, rows, result);
            }
            else
            {
                json.Null();
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private async ValueTask WriteConnectionAsync(Members<ConnectionForm> members, ListResult result)
    {
        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            if (form is RowsForm rows)
            {
                json.Raw('[');
                await (result.Plan.CanStream ? StreamRowsAsync(rows.Row, result) : WriteRowsAsync(rows.Row, result));
                json.Raw(']');
            }
            else
            {
                form.Write(json, result, PageResult.Root);
            }
        }

        json.Raw(members.End);
    }

    private async ValueTask WriteRowsAsync(ObjectForm form, PageResult result)
    {
        var page = result.PageOf(PageResult.Root);
        for (var number = 0; number < page.Count; number++)
        {
            Separate(number);
            result.RowNumber = number;
            form.Write(json, result.RowOf(page, number), result);
            if (buffer.IsLarge)
            {
                await awaitClient(buffer.SendPartAsync().AsTask());
            }
        }
    }

    private async ValueTask StreamRowsAsync(ObjectForm form, ListResult result)
    {
        var rows = run.Stream(result);
        try
        {
            while (StreamPart(form, result, rows))
            {
                await awaitClient(buffer.SendPartAsync().AsTask());
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    // Apart from its caller, whose locals live on the heap. False when no row is left.
    private bool StreamPart(ObjectForm form, PageResult result, PreparedStatement rows)
    {
        var size = run.SizeOf(result);
        while (rows.Step() && result.PassRow(rows, size))
        {
            result.RowNumber = result.PageOf(PageResult.Root).Count - 1;
            Separate(result.RowNumber);
            form.Write(json, rows, result);
            if (buffer.IsLarge)
            {
                return true;
            }
        }

        return false;
    }

    private void Separate(int number)
    {
        if (number > 0)
        {
            json.Raw(',');
        }
    }
}
