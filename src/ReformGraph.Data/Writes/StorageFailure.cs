using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using static SQLitePCL.raw;

namespace ReformGraph.Data.Writes;

/// <summary>What a client is told when the storage fails. That a failure was of a commit, no one knows whether it is stored.</summary>
internal static class StorageFailure
{
    /// <summary>The refusal for a failure of the storage; null for any other.</summary>
    public static RequestErrorException? ToRequestError(Exception failure) => CodeOf(failure) switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => Refused(ServerErrorCodes.WriteLocked,
            "Another process writes to the database, for longer than is waited for (Writes:LockWait). Nothing was written; try again."),
        SQLITE_FULL => Refused(ServerErrorCodes.StorageFull, "The disk of the database has no room. Nothing was written; reads go on."),
        SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM => Refused(ServerErrorCodes.StorageFailed,
            "The server may not write the database, or one of the files that SQLite keeps beside it, as when a reader of another account " +
            "has left them. Nothing was written, and reads go on; the server's log says which file, and what to do."),
        SQLITE_CORRUPT or SQLITE_NOTADB => Refused(ServerErrorCodes.StorageFailed, "The database is damaged; the server's log says more."),
        SQLITE_IOERR => Refused(ServerErrorCodes.StorageFailed, "The disk of the database failed; the server's log says more."),
        _ => null,
    };

    private static int? CodeOf(Exception? failure) =>
        failure is null ? null : (failure as SqliteException)?.SqliteErrorCode ?? CodeOf(failure.InnerException);

    private static RequestErrorException Refused(ErrorCode code, string message) => new(new RequestError(code, message));
}
