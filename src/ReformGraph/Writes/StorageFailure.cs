using Microsoft.Data.Sqlite;
using ReformGraph.Engine.Errors;
using static SQLitePCL.raw;

namespace ReformGraph.Writes;

/// <summary>What a client is told when the storage fails. That a failure was of a commit, no one knows whether it is stored.</summary>
internal static class StorageFailure
{
    /// <summary>The refusal for a failure of the storage; null for any other.</summary>
    public static RequestRefusedException? Of(Exception failure) => CodeOf(failure) switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => Refused(ErrorCodes.WriteLocked, "Another process writes to the database, for longer than is waited for (Writes:LockWait). Nothing was written; try again."),
        SQLITE_FULL => Refused(ErrorCodes.StorageFull, "The disk of the database has no room. Nothing was written; reads go on."),
        SQLITE_IOERR or SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_PERM => Refused(ErrorCodes.StorageFailed, "The database could not be written; the server's log says why."),
        _ => null,
    };

    private static int? CodeOf(Exception? failure) => failure is null ? null : (failure as SqliteException)?.SqliteErrorCode ?? CodeOf(failure.InnerException);

    private static RequestRefusedException Refused(ErrorCode code, string message) => new(new RequestError(code, message));
}
