using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>How the payload of one mutation is written.</summary>
internal sealed class PayloadSerializer
{
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;
    private readonly string key;
    private readonly ResponsePath path;
    private readonly ResponseSerializer rows;
    private readonly Members<Func<ResponseFlow, PayloadResult, ValueTask>> members;

    /// <param name="field">The mutation.</param>
    /// <param name="lookups">The sources of fields that no table contains.</param>
    public PayloadSerializer(MutationField field, IReadOnlyDictionary<Type, FieldLookup> lookups)
    {
        this.lookups = lookups;
        key = field.Key;
        path = ResponsePath.Start.To(JsonEncodedText.Encode(key));
        rows = ResponseSerializer.Create(field.Payload.Rows, lookups, path);
        members = new([.. field.Payload.Outputs.Select(output => (JsonEncodedText.Encode(output.Key), FormOf(output)))]);
    }

    public async ValueTask WriteAsync(ResponseFlow to, PayloadResult result)
    {
        foreach (var (lead, form) in members.All)
        {
            to.Json.Raw(lead);
            await form(to, result);
        }

        to.Json.Raw(members.End);
    }

    private Func<ResponseFlow, PayloadResult, ValueTask> FormOf(PayloadOutput output) => output switch
    {
        PayloadRow row => RowForm(rows.Roots.All[row.Root].Form.Row!, row.Root, [key, row.Key]),
        PayloadErrors errors => ErrorsForm(errors),
        _ => (to, _) => Written(() => to.Json.Text(((PayloadTypeName)output).TypeName)),
    };

    private static Func<ResponseFlow, PayloadResult, ValueTask> RowForm(RowSerializer form, int root, IReadOnlyList<object> at) =>
        (to, result) =>
    {
        if (result.Rows is { } read)
        {
            return ResponseWriter.WriteGatheredAsync(to, form, read.Roots[root]!);
        }

        to.Json.Null();
        if (result.Failure is { } why)
        {
            result.Errors.Add(() => why with { Path = at });
        }

        return ValueTask.CompletedTask;
    };

    private Func<ResponseFlow, PayloadResult, ValueTask> ErrorsForm(PayloadErrors errors)
    {
        var at = path.To(JsonEncodedText.Encode(errors.Key)).ToRow();
        var forms = errors.Types.ToDictionary(type => type.Key,
            type => ErrorForm(type.Value, ResponseSerializer.Create(type.Value.Rows, lookups, at)));
        return async (to, result) =>
        {
            if (result.Outcome.Errors.Count == 0)
            {
                to.Json.Null();
                return;
            }

            to.Json.Raw('[');
            foreach (var (number, error) in result.Outcome.Errors.Index())
            {
                to.Json.Separate(number);
                var form = forms[Mutation.TypeOf(error)];
                foreach (var (lead, member) in form.All)
                {
                    to.Json.Raw(lead);
                    await member(to, result, number);
                }

                to.Json.Raw(form.End);
            }

            to.Json.Raw(']');
        };
    }

    private static Members<Func<ResponseFlow, PayloadResult, int, ValueTask>> ErrorForm(ErrorPlan plan, ResponseSerializer rows) =>
        new([.. plan.Outputs.Select(output => (JsonEncodedText.Encode(output.Key), FormOf(plan, output, rows)))]);

    private static Func<ResponseFlow, PayloadResult, int, ValueTask> FormOf(ErrorPlan plan, ErrorOutput output, ResponseSerializer rows) =>
        output switch
        {
            { Root: { } root } =>
                (to, result, number) =>
                WriteCurrentAsync(to, rows.Roots.All[root].Form.Row!, result.Current(plan, number)?.Roots[root], number),
            { Name: "message" } => (to, result, number) => Written(() => to.Json.Text(result.Outcome.Errors[number].Message)),
            { Name: "path" } => (to, result, number) => Written(() => WritePath(to.Json, result.Outcome.Errors[number].Path)),
            { Name: "rule" } => (to, result, number) => Written(() => to.Json.Text(((InvalidInput)result.Outcome.Errors[number]).Rule)),
            _ => (to, result, number) => Written(() => to.Json.Text(Mutation.TypeOf(result.Outcome.Errors[number]))),
        };

    private static ValueTask Written(Action write)
    {
        write();
        return ValueTask.CompletedTask;
    }

    private static ValueTask WriteCurrentAsync(ResponseFlow to, RowSerializer form, ListResult? row, int number)
    {
        if (row is null)
        {
            to.Json.Null();
            return ValueTask.CompletedTask;
        }

        row.RowNumber = number; // the index of its error, for the paths of errors of its fields
        return ResponseWriter.WriteGatheredAsync(to, form, row);
    }

    private static void WritePath(JsonText json, IReadOnlyList<string> path)
    {
        json.Raw('[');
        foreach (var (number, step) in path.Index())
        {
            json.Separate(number);
            json.Text(step);
        }

        json.Raw(']');
    }
}
