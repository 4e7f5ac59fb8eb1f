using System.Text;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;

namespace ReformGraph.Engine.Execution;

/// <summary>From instants to sequence numbers, within the read transaction that answers. It refuses what no answer could be true of for ever.</summary>
internal static class InstantRun
{
    private static readonly Slot InstantSlot = new(0, typeof(DateTime), null);

    private static readonly ReadStatement LastBy = new(
        "SELECT \"Sequence\" FROM \"Changes\" WHERE \"RecordedAt\" <= @at ORDER BY \"RecordedAt\" DESC LIMIT 1", [("@at", InstantSlot)], 1, null);

    private static readonly ReadStatement First = new("SELECT \"RecordedAt\" FROM \"Changes\" WHERE \"Sequence\" = 1", [], 1, null);

    /// <summary>The sequence number that is meant.</summary>
    /// <param name="lane">In its read transaction.</param>
    /// <param name="asOf">As of when.</param>
    /// <param name="at">Where it stands in the document; null for the header.</param>
    public static long Resolve(ReadLane lane, AsOf asOf, Place? at)
    {
        if (asOf.Sequence is { } sequence)
        {
            return sequence >= 1 && sequence <= lane.Sequence
                ? sequence
                : throw Refusal(ErrorCodes.AsOfUnknown, at, $"There is no change {sequence}; the last one is {lane.Sequence}.");
        }

        return Number(lane, asOf.Instant!.Value)
            ?? throw Refusal(ErrorCodes.AsOfBeforeFirst, at, $"Nothing had been recorded at {Text(asOf.Instant!.Value)}; the first change was at {FirstAt(lane)}.");
    }

    /// <summary>Refuses an instant that has not come yet.</summary>
    public static void RefuseFuture(AsOf asOf, DateTime now, Place? at)
    {
        if (asOf.Instant > now)
        {
            throw Refusal(ErrorCodes.AsOfInFuture, at, $"{Text(asOf.Instant.Value)} is in the future; it is {Text(now)}.");
        }
    }

    private static long? Number(ReadLane lane, DateTime instant) => Read<long?>(lane, LastBy, [StoredValues.Of(instant)], static row => row.Integer(0));

    private static string FirstAt(ReadLane lane) => Read(lane, First, [], static row => Encoding.UTF8.GetString(row.Text(0)).Replace(' ', 'T') + "Z") ?? "no time";

    private static T? Read<T>(ReadLane lane, ReadStatement read, object?[] values, Func<RowSource, T> value)
    {
        var statement = lane.Prepare(read);
        try
        {
            statement.Bind(values);
            return statement.Step() ? value(statement) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static string Text(DateTime instant) => ScalarText.Of(ModelConventions.Held(instant));

    private static RequestRefusedException Refusal(ErrorCode code, Place? at, string message) =>
        at is { } place ? place.Refusal(code, $"asOf: {message}") : new(new RequestError(code, $"As-Of: {message}"));
}
