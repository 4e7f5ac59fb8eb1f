using ReformGraph.Engine.Execution;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Writing;

/// <summary>Aggregates over all rows of a list, instant by instant.</summary>
internal sealed class TimelineSerializer(int number, Members<StepSerializer> members) : ConnectionValueSerializer
{
    protected override void Write(JsonText json, PageResult result, long owner)
    {
        var steps = ((ListResult)result).Timelines[number].Steps;
        json.Raw('[');
        for (var place = 0; place < steps.Count; place++)
        {
            json.Separate(place);
            result.RowNumber = place;
            foreach (var (lead, form) in members.All)
            {
                json.Raw(lead);
                form(json, result, owner, steps[place]);
            }

            json.Raw(members.End);
        }

        json.Raw(']');
    }

    /// <summary>The instant itself.</summary>
    public static void WriteAt(JsonText json, PageResult result, long owner, TimelineStep step) => json.Text(ScalarText.Format(step.At));

    /// <summary>The last change at that time.</summary>
    public static void WriteSequence(JsonText json, PageResult result, long owner, TimelineStep step) => json.Number(step.Sequence);

    /// <summary>Aggregates.</summary>
    public static StepSerializer Aggregate(int number, ObjectSerializer members) =>
        (json, result, owner, step) => members.Write(json, step.Aggregates[number].RowFor(owner), result);
}

/// <summary>What is written under one key of a step.</summary>
internal delegate void StepSerializer(JsonText json, PageResult result, long owner, TimelineStep step);
