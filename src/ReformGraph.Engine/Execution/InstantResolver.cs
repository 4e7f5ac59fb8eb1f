using System.Text;
using ReformGraph.Engine.Compilation;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Values;

namespace ReformGraph.Engine.Execution;

/// <summary>Converts instants to sequence numbers, within the read transaction of the response. It rejects instants for which no response
/// could remain true.</summary>
internal static class InstantResolver
{
    private static readonly PlanParameter InstantParameter = new(0, typeof(DateTime), null);

    private static readonly ReadStatement LastBy = new(
        "SELECT \"Sequence\" FROM \"Changes\" WHERE \"RecordedAt\" <= @at ORDER BY \"RecordedAt\" DESC LIMIT 1",
            [("@at", InstantParameter)], 1, null);

    private static readonly ReadStatement First = new("SELECT \"RecordedAt\" FROM \"Changes\" WHERE \"Sequence\" = 1", [], 1, null);

    private static readonly PlanParameter SequenceParameter = new(0, typeof(long), null);

    private static readonly ReadStatement HashOf =
        new("SELECT \"Hash\" FROM \"Changes\" WHERE \"Sequence\" = @sequence", [("@sequence", SequenceParameter)], 1, null);

    /// <summary>The sequence number that is meant. Differences start at 0 if everything ever recorded is wanted.</summary>
    /// <param name="transaction">The read transaction.</param>
    /// <param name="asOf">The instant or change.</param>
    /// <param name="planned">Its place in the document; null for the header.</param>
    public static long Resolve(ReadTransaction transaction, AsOf asOf, PlannedInstant? planned)
    {
        if (asOf.Sequence is { } sequence)
        {
            return sequence >= (planned?.Argument == InstantPlanner.From ? 0 : 1) && sequence <= transaction.Sequence
                ? sequence
                : throw Refusal(ErrorCodes.AsOfUnknown, planned, $"There is no change {sequence}; the last one is {transaction.Sequence}.");
        }

        var instant = asOf.Instant!.Value;
        return LastAt(transaction, instant) is var last && (last > 0 || planned?.Argument == InstantPlanner.From)
            ? last
            : throw Refusal(ErrorCodes.AsOfBeforeFirst, planned,
                $"Nothing had been recorded yet at {Text(instant)}; the first change was recorded at {FirstAt(transaction)}.");
    }

    /// <summary>The sequence number of the last change that had been recorded at an instant; 0 before the first.</summary>
    /// <param name="transaction">The read transaction.</param>
    /// <param name="instant">The instant.</param>
    public static long LastAt(StatementSource transaction, DateTime instant) =>
        Read(transaction, LastBy, [StoredValues.ToStored(instant)], static row => row.Integer(0));

    /// <summary>Rejects an instant in the future.</summary>
    public static void RefuseFuture(AsOf asOf, DateTime now, PlannedInstant? planned)
    {
        if (asOf.Instant > now)
        {
            throw Refusal(ErrorCodes.AsOfInFuture, planned, $"{Text(asOf.Instant.Value)} is in the future; the time is {Text(now)}.");
        }
    }

    /// <summary>Rejects differences whose second instant is earlier than the first.</summary>
    /// <param name="before">The instants resolved so far.</param>
    /// <param name="planned">The next one.</param>
    /// <param name="sequence">The sequence number to which it resolves.</param>
    public static void RefuseBackward(IReadOnlyList<(PlannedInstant Instant, long Sequence)> before, PlannedInstant planned, long sequence)
    {
        if (planned.Argument == InstantPlanner.To && before[^1].Sequence > sequence)
        {
            throw Refusal(ErrorCodes.DifferencesBackward, planned,
                $"from, as of change {before[^1].Sequence}, is later than to, as of change {sequence}.");
        }
    }

    /// <summary>The token of a change.</summary>
    public static ChangeToken TokenOf(ReadTransaction transaction, long sequence) =>
        ChangeToken.Create(sequence, HashAt(transaction, sequence) ?? string.Empty);

    /// <summary>Rejects the token of a change that is not in this log.</summary>
    public static void RefuseForeign(ReadTransaction transaction, ChangeToken token)
    {
        if (token is { Hash: not null, At.Sequence: { } sequence } && TokenOf(transaction, sequence) != token)
        {
            throw new RequestErrorException(
                new RequestError(ErrorCodes.ChangeTokenUnknown,
                $"The token {token} does not belong to this log, in which change {sequence} is a different one or does not exist. The " +
                "database was replaced, or restored from a backup. Pull everything again, and continue from its token."));
        }
    }

    private static string? HashAt(ReadTransaction transaction, long sequence) =>
        Read(transaction, HashOf, [sequence], static row => Encoding.UTF8.GetString(row.Text(0)));

    private static string FirstAt(StatementSource transaction) =>
        Read(transaction, First, [], static row => Encoding.UTF8.GetString(row.Text(0)).Replace(' ', 'T') + "Z") ?? "no time";

    private static T? Read<T>(StatementSource transaction, ReadStatement read, object?[] values, Func<RowSource, T> value)
    {
        var statement = transaction.Prepare(read);
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

    private static string Text(DateTime instant) => ScalarText.Format(ModelConventions.Held(instant));

    private static RequestErrorException Refusal(ErrorCode code, PlannedInstant? planned, string message) =>
        planned?.At is { } place
            ? place.Refusal(code, $"{planned.Argument ?? "asOf"}: {message}") : new(new RequestError(code, $"As-Of: {message}"));
}
