using System.Text.Json;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Writing;

/// <summary>
/// The stage <i>write</i>. What enters: a plan, what the run has gathered, and the answers about the schema. What leaves: the
/// response's JSON, fields in the order of their selection. Rows that were not gathered are written as they are read.
/// </summary>
internal sealed class AnswerWriter : IDisposable
{
    private readonly ReadPlan plan;
    private readonly QueryRun run;
    private readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> metadata;
    private readonly AnswerBuffer buffer;
    private readonly Func<Task, ValueTask> awaitClient;
    private readonly Utf8JsonWriter json;
    private readonly ConnectionWriter connections;

    public AnswerWriter(ReadPlan plan, QueryRun run, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> metadata, IReadOnlyDictionary<Type, FieldLookup> lookups, AnswerBuffer buffer, Func<Task, ValueTask> awaitClient)
    {
        this.plan = plan;
        this.run = run;
        this.metadata = metadata;
        this.buffer = buffer;
        this.awaitClient = awaitClient;
        json = new Utf8JsonWriter(buffer, ErrorListWriter.Json);
        connections = new ConnectionWriter(json, lookups);
    }

    public async Task WriteAsync()
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        for (var number = 0; number < plan.Roots.Count; number++)
        {
            json.WritePropertyName(plan.Roots[number].Key);
            await WriteRootAsync(plan.Roots[number], run.Roots[number]);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync();
    }

    public void Dispose()
    {
        connections.Dispose();
        json.Dispose();
    }

    private async ValueTask WriteRootAsync(RootField root, ListResult? result)
    {
        switch (root)
        {
            case CollectionRoot collection:
                await WriteCollectionAsync(collection, result!);
                break;
            case SingleRoot single:
                connections.WriteFirstRow(result!, single.Outputs);
                break;
            case TypeNameRoot typeName:
                json.WriteStringValue(typeName.TypeName);
                break;
            default:
                json.WriteRawValue(metadata[root.Key].Span, skipInputValidation: true);
                break;
        }
    }

    private async ValueTask WriteCollectionAsync(CollectionRoot root, ListResult result)
    {
        json.WriteStartObject();
        foreach (var output in root.Outputs)
        {
            json.WritePropertyName(output.Key);
            if (output is NodesOutput or EdgesOutput)
            {
                await WriteRowsAsync(output, result);
            }
            else
            {
                connections.Write(output, result, ListResult.Root);
            }
        }

        json.WriteEndObject();
    }

    private async ValueTask WriteRowsAsync(ConnectionOutput output, ListResult result)
    {
        json.WriteStartArray();
        if (result.Plan.CanStream)
        {
            await StreamRowsAsync(output, result);
        }
        else
        {
            var page = result.PageOf(ListResult.Root);
            for (var number = 0; number < page.Count; number++)
            {
                connections.WriteRow(output, result, result.RowOf(page, number));
                await SendLargePartAsync();
            }
        }

        json.WriteEndArray();
    }

    private async ValueTask StreamRowsAsync(ConnectionOutput output, ListResult result)
    {
        var size = run.SizeOf(result);
        var rows = run.Stream(result);
        try
        {
            while (rows.Step() && result.PassRow(rows, size))
            {
                connections.WriteRow(output, result, rows);
                await SendLargePartAsync();
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private async ValueTask SendLargePartAsync()
    {
        if (buffer.IsLarge(json.BytesPending))
        {
            await json.FlushAsync();
            await awaitClient(buffer.SendPartAsync().AsTask());
        }
    }
}
