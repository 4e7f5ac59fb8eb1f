using System.Text.Json;
using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Writing;

/// <summary>How the payload of one mutation is written.</summary>
internal sealed class PayloadForm
{
    private readonly IReadOnlyDictionary<Type, FieldLookup> lookups;
    private readonly string key;
    private readonly AnswerPath path;
    private readonly AnswerForm rows;
    private readonly Members<Action<JsonText, PayloadResult>> members;

    /// <param name="field">The mutation.</param>
    /// <param name="lookups">The sources of fields that no table holds.</param>
    public PayloadForm(MutationField field, IReadOnlyDictionary<Type, FieldLookup> lookups)
    {
        this.lookups = lookups;
        key = field.Key;
        path = AnswerPath.Start.To(JsonEncodedText.Encode(key));
        rows = AnswerForm.Of(field.Payload.Rows, lookups, path);
        members = new([.. field.Payload.Outputs.Select(output => (JsonEncodedText.Encode(output.Key), FormOf(output)))]);
    }

    public void Write(JsonText json, PayloadResult result)
    {
        foreach (var (lead, form) in members.All)
        {
            json.Raw(lead);
            form(json, result);
        }

        json.Raw(members.End);
    }

    private Action<JsonText, PayloadResult> FormOf(PayloadOutput output) => output switch
    {
        PayloadRow row => RowForm(rows.Roots.All[row.Root].Form.Row!, row.Root, [key, row.Key]),
        PayloadErrors errors => ErrorsForm(errors),
        _ => (json, _) => json.Text(((PayloadTypeName)output).TypeName),
    };

    private static Action<JsonText, PayloadResult> RowForm(ObjectForm form, int root, IReadOnlyList<object> at) => (json, result) =>
    {
        if (result.Rows is { } read)
        {
            AnswerWriter.WriteGathered(json, form, read.Roots[root]!);
            return;
        }

        json.Null();
        if (result.Failure is { } why)
        {
            result.Errors.Add(() => why with { Path = at });
        }
    };

    private Action<JsonText, PayloadResult> ErrorsForm(PayloadErrors errors)
    {
        var at = path.To(JsonEncodedText.Encode(errors.Key)).ToRow();
        var forms = errors.Types.ToDictionary(type => type.Key, type => ErrorForm(type.Value, AnswerForm.Of(type.Value.Rows, lookups, at)));
        return (json, result) =>
        {
            if (result.Outcome.Errors.Count == 0)
            {
                json.Null();
                return;
            }

            json.Raw('[');
            foreach (var (number, error) in result.Outcome.Errors.Index())
            {
                if (number > 0)
                {
                    json.Raw(',');
                }

                var form = forms[Mutation.TypeOf(error)];
                foreach (var (lead, member) in form.All)
                {
                    json.Raw(lead);
                    member(json, result, number);
                }

                json.Raw(form.End);
            }

            json.Raw(']');
        };
    }

    private static Members<Action<JsonText, PayloadResult, int>> ErrorForm(ErrorPlan plan, AnswerForm rows) =>
        new([.. plan.Outputs.Select(output => (JsonEncodedText.Encode(output.Key), FormOf(plan, output, rows)))]);

    private static Action<JsonText, PayloadResult, int> FormOf(ErrorPlan plan, ErrorOutput output, AnswerForm rows) => output switch
    {
        { Root: { } root } => (json, result, number) => WriteCurrent(json, rows.Roots.All[root].Form.Row!, result.Current(plan, number)?.Roots[root], number),
        { Name: "message" } => (json, result, number) => json.Text(result.Outcome.Errors[number].Message),
        { Name: "path" } => (json, result, number) => WritePath(json, result.Outcome.Errors[number].Path),
        { Name: "rule" } => (json, result, number) => json.Text(((InvalidInput)result.Outcome.Errors[number]).Rule),
        _ => (json, result, number) => json.Text(Mutation.TypeOf(result.Outcome.Errors[number])),
    };

    private static void WriteCurrent(JsonText json, ObjectForm form, ListResult? row, int number)
    {
        if (row is null)
        {
            json.Null();
            return;
        }

        row.RowNumber = number; // which error it is of, for the paths of errors of its fields
        AnswerWriter.WriteGathered(json, form, row);
    }

    private static void WritePath(JsonText json, IReadOnlyList<string> path)
    {
        json.Raw('[');
        foreach (var (number, step) in path.Index())
        {
            if (number > 0)
            {
                json.Raw(',');
            }

            json.Text(step);
        }

        json.Raw(']');
    }
}
