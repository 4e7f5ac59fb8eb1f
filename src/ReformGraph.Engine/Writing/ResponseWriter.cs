using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// The stage <i>write</i>. Input: the serializer of a response, the gathered results, and the writer of introspection. Output: the
/// response's JSON, with fields in the order of their selection. Rows that were not gathered are written as they are read.
/// </summary>
internal sealed class ResponseWriter(ResponseSerializer form, QueryExecutor run, Action<MetadataSerializer, JsonText> metadata,
    ResponseBuffer buffer, Func<Task, ValueTask> awaitClient, byte[]? extensions = null)
{
    private readonly JsonText json = buffer.Json;
    private readonly ResponseFlow flow = new(buffer.Json, () => awaitClient(buffer.SendPartAsync().AsTask()));

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

    // The errors are known only now, and follow the data.
    private void WriteErrors()
    {
        if (run.Errors.Any)
        {
            json.Raw(",\"errors\":"u8);
            json.Raw(ErrorListWriter.ToJson(run.Errors.All));
        }
    }

    private ValueTask WriteRootAsync(RootSerializer root, ListResult? result)
    {
        if (root.Connection is { } members)
        {
            return WriteConnectionAsync(members, result!);
        }

        if (root.Row is { } row)
        {
            return result!.SharedWithin is null ? WriteFirstRowAsync(row, result) : WriteAmbiguous(root.Failure!, result);
        }

        if (root.Constant is { } constant)
        {
            json.Raw(constant);
        }
        else
        {
            metadata(root.Metadata!, json);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Writes the first of the gathered rows, or null if there is none.</summary>
    public static ValueTask WriteGatheredAsync(ResponseFlow to, RowSerializer form, ListResult result)
    {
        var page = result.PageOf(PageResult.Root);
        if (page.Count > 0)
        {
            return form.WriteAsync(to, result.RowOf(page, 0), result);
        }

        to.Json.Null();
        return ValueTask.CompletedTask;
    }

    private ValueTask WriteFirstRowAsync(RowSerializer form, ListResult result)
    {
        if (!result.Plan.CanStream)
        {
            return WriteGatheredAsync(flow, form, result);
        }

        StreamFirstRow((ValueSerializer)form, result);
        return ValueTask.CompletedTask;
    }

    private ValueTask WriteAmbiguous(FieldFailure failure, ListResult result)
    {
        failure.Write(json, result, CodeErrors.Ambiguous(result.List.Source, result.SharedWithin!));
        return ValueTask.CompletedTask;
    }

    private void StreamFirstRow(ValueSerializer form, ListResult result)
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

    private async ValueTask WriteConnectionAsync(Members<ConnectionSerializer> members, ListResult result)
    {
        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            await (form is RowsSerializer rows && result.Plan.CanStream
                ? StreamRowsAsync(rows.Small!, result) : form.WriteAsync(flow, result, PageResult.Root));
        }

        json.Raw(members.End);
    }

    private async ValueTask StreamRowsAsync(ValueSerializer form, ListResult result)
    {
        json.Raw('[');
        var rows = run.Stream(result);
        try
        {
            while (StreamPart(form, result, rows))
            {
                await flow.SendPartAsync();
            }
        }
        finally
        {
            rows.Reset();
        }

        json.Raw(']');
    }

    // Separate from its caller, whose locals are on the heap. False if no row is left.
    private bool StreamPart(ValueSerializer form, PageResult result, PreparedStatement rows)
    {
        var size = run.SizeOf(result);
        while (rows.Step() && result.PassRow(rows, size))
        {
            result.RowNumber = result.PageOf(PageResult.Root).Count - 1;
            json.Separate(result.RowNumber);
            form.Write(json, rows, result);
            if (flow.IsLarge)
            {
                return true;
            }
        }

        return false;
    }
}
