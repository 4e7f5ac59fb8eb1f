namespace ReformGraph.Engine.Modeling;

/// <summary>Writes what mutations request. The application provides one; the engine binds inputs, and reads payloads after the write is
/// stored.</summary>
public abstract class RowWriter
{
    /// <summary>Whether a role may write.</summary>
    public abstract bool Allows(string role);

    /// <summary>Rejects a role that may not write.</summary>
    /// <exception cref="Exception">It may not: the whole request is rejected.</exception>
    public abstract void Require(string role);

    /// <summary>Writes one change, and returns when it is stored durably, or when nothing of it was written.</summary>
    /// <param name="request">The requested write.</param>
    /// <param name="cancellation">Cancels a write that has not begun; one that has begun is completed.</param>
    /// <exception cref="Exception">The storage failed: the whole request is rejected.</exception>
    public abstract Task<WriteOutcome> WriteAsync(WriteRequest request, CancellationToken cancellation);
}

/// <summary>The outcome of a write.</summary>
/// <param name="AsOf">The sequence number of the last change when it was decided: that of its own change, if it made one.</param>
/// <param name="RowId">The id of its row; null for several rows, and if there are errors.</param>
/// <param name="ChangeId">The key of its change; null if nothing differs from before, and if there are errors.</param>
/// <param name="Errors">What is wrong with it; if there are errors, nothing was written.</param>
public sealed record WriteOutcome(long AsOf, int? RowId, long? ChangeId, IReadOnlyList<WriteError> Errors);

/// <summary>An error in a write that a client can correct.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Its path in the arguments.</param>
public abstract record WriteError(string Message, IReadOnlyList<string> Path);

/// <summary>A value breaks a rule.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Its path in the arguments.</param>
/// <param name="Rule">The rule, in UPPER_SNAKE_CASE.</param>
public sealed record InvalidInput(string Message, IReadOnlyList<string> Path, string Rule) : WriteError(Message, Path);

/// <summary>The row no longer has the version that the client has seen.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Its path in the arguments.</param>
/// <param name="Entity">The entity of the row.</param>
/// <param name="RowId">Its id.</param>
public sealed record VersionConflict(string Message, IReadOnlyList<string> Path, EntityModel Entity, int RowId) : WriteError(Message, Path);

/// <summary>There is no such row, or it was withdrawn.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Its path in the arguments.</param>
public sealed record RowNotFound(string Message, IReadOnlyList<string> Path) : WriteError(Message, Path);

/// <summary>Other rows refer to the row to be withdrawn.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Its path in the arguments.</param>
public sealed record RowStillReferenced(string Message, IReadOnlyList<string> Path) : WriteError(Message, Path);

/// <summary>The idempotency key was used for another request.</summary>
/// <param name="Message">One sentence for a person.</param>
/// <param name="Path">Its path in the arguments.</param>
public sealed record IdempotencyKeyReused(string Message, IReadOnlyList<string> Path) : WriteError(Message, Path);
