namespace ReformGraph.Engine.Modeling;

/// <summary>Writes what mutations ask for. The application has one; the engine binds inputs,
/// and reads payloads once the write is stored.</summary>
public abstract class RowWriter
{
    /// <summary>Whether a role may write.</summary>
    public abstract bool Allows(string role);

    /// <summary>Refuses a role that may not write.</summary>
    /// <exception cref="Exception">It may not: the refusal of the whole request.</exception>
    public abstract void Require(string role);

    /// <summary>Writes one change, and comes back when it is stored for good, or when nothing of it was written.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Gives up a write that has not begun; one that has is finished.</param>
    /// <exception cref="Exception">The storage failed: the refusal of the whole request.</exception>
    public abstract Task<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation);
}

/// <summary>What has become of a write.</summary>
/// <param name="AsOf">The sequence number of the last change when it was decided: that of its own change where it made one.</param>
/// <param name="RowId">The id of its row; null for several rows, and where there are errors.</param>
/// <param name="ChangeId">The key of its change; null where nothing differs from before, and where there are errors.</param>
/// <param name="Errors">What is wrong with it; then nothing was written.</param>
public sealed record WriteOutcome(long AsOf, int? RowId, long? ChangeId, IReadOnlyList<WriteError> Errors);

/// <summary>What is wrong with a write: a client can put it right.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Where in the arguments it stands.</param>
public abstract record WriteError(string Message, IReadOnlyList<string> Path);

/// <summary>A value breaks a rule.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Where in the arguments it stands.</param>
/// <param name="Rule">The rule, in UPPER_SNAKE_CASE.</param>
public sealed record InvalidInput(string Message, IReadOnlyList<string> Path, string Rule) : WriteError(Message, Path);

/// <summary>The row has another version than the client has seen.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Where in the arguments it stands.</param>
/// <param name="Entity">The entity of the row.</param>
/// <param name="RowId">Its id.</param>
public sealed record VersionConflict(string Message, IReadOnlyList<string> Path, EntityModel Entity, int RowId) : WriteError(Message, Path);

/// <summary>There is no such row, or no more.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Where in the arguments it stands.</param>
public sealed record RowNotFound(string Message, IReadOnlyList<string> Path) : WriteError(Message, Path);

/// <summary>Other rows refer to the row that is to be withdrawn.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Where in the arguments it stands.</param>
public sealed record RowStillReferenced(string Message, IReadOnlyList<string> Path) : WriteError(Message, Path);

/// <summary>The idempotency key was used for another request.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Where in the arguments it stands.</param>
public sealed record IdempotencyKeyReused(string Message, IReadOnlyList<string> Path) : WriteError(Message, Path);
