using Microsoft.Data.Sqlite;
using ReformGraph.Data.Errors;
using ReformGraph.Engine.Errors;
using static SQLitePCL.raw;

namespace ReformGraph.Data.Writes;

/// <summary>What a client is told when the storage fails. After a failed commit, nobody knows whether it is stored.</summary>
internal static class StorageFailure
{
    /// <summary>The error for a failure of the storage; null for any other failure.</summary>
    public static RequestErrorException? ToRequestError(Exception failure) => CodeOf(failure) switch
    {
        SQLITE_BUSY or SQLITE_LOCKED => Refused(ServerErrorCodes.WriteLocked,
            "Another process has been writing to the database for longer than the server waits (Writes:LockWait). Nothing was written; " +
            "try again."),
        SQLITE_FULL => Refused(ServerErrorCodes.StorageFull, "The disk of the database is full. Nothing was written; reads continue."),
        SQLITE_READONLY or SQLITE_CANTOPEN or SQLITE_PERM => Refused(ServerErrorCodes.StorageFailed,
            "The server has no write access to the database or to a file that SQLite keeps next to it, perhaps left there by a reader " +
            "with another account. Nothing was written, and reads continue. The server's log names the file and says what to do."),
        SQLITE_CORRUPT or SQLITE_NOTADB => Refused(ServerErrorCodes.StorageFailed, "The database is damaged; see the server's log."),
        SQLITE_IOERR => Refused(ServerErrorCodes.StorageFailed, "The disk of the database failed; see the server's log."),
        _ => null,
    };

    private static int? CodeOf(Exception? failure) =>
        failure is null ? null : (failure as SqliteException)?.SqliteErrorCode ?? CodeOf(failure.InnerException);

    private static RequestErrorException Refused(ErrorCode code, string message) => new(new RequestError(code, message));
}
