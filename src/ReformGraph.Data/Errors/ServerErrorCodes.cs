using System.Reflection;
using ReformGraph.Engine.Errors;

namespace ReformGraph.Data.Errors;

/// <summary>
/// The error codes of what the server does around the engine: HTTP, imports, exports, OData, proofs and the storage of writes. The
/// reference's table of codes is generated from these and those of the engine.
/// </summary>
internal static class ServerErrorCodes
{
    // Http: a malformed request has the same status under both media types; one that is well-formed but rejected has 200 under
    // application/json.

    /// <summary>The <c>Host</c> header names a host that this server does not serve.</summary>
    public static readonly ErrorCode HostNotAllowed =
        new("HOST_NOT_ALLOWED", Stage.Http, 421, 421, "The `Host` header names a host that is not in `AllowedHosts`.");

    /// <summary>A browser asks on behalf of a page of another site, which is not allowed.</summary>
    public static readonly ErrorCode OriginNotAllowed = new("ORIGIN_NOT_ALLOWED", Stage.Http, 403, 403,
        "A browser asks whether a page of this origin may call the server (CORS), and the origin is not in `AllowedOrigins`.");

    /// <summary>The request does not authenticate its sender.</summary>
    public static readonly ErrorCode Unauthenticated =
        new("UNAUTHENTICATED", Stage.Http, 401, 401,
        "The request needs an API key or token that this server accepts. It has none, or one that is unknown, malformed, expired or " +
        "revoked.");

    /// <summary>The sender has used up its budget.</summary>
    public static readonly ErrorCode TooManyRequests =
        new("TOO_MANY_REQUESTS", Stage.Http, 429, 429,
        "The key or the address has sent more requests, or operations of a higher cost, than it may within a minute, or has too many " +
        "writes in progress (`RateLimits`). The `Retry-After` header says in how many seconds to try again, and the `RateLimit` header " +
        "what is left.");

    /// <summary>An operation costs more than can be spent in a minute.</summary>
    public static readonly ErrorCode CostTooHigh =
        new("COST_TOO_HIGH", Stage.Plan, 422, 200,
        "The operation alone costs more than a key or an address may spend within a minute (`RateLimits`). Ask for smaller pages, or for " +
        "fewer lists inside lists.");

    /// <summary>Nothing is served at this path.</summary>
    public static readonly ErrorCode PathNotFound =
        new("PATH_NOT_FOUND", Stage.Http, 404, 404, "Nothing is served at this path. The API is at `/graphql`.");

    /// <summary>The method is not allowed at this path.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", Stage.Http, 405, 405,
        "The HTTP method is not allowed at this path. The `Allow` header lists the methods that are.");

    /// <summary>A mutation or a subscription was sent by GET.</summary>
    public static readonly ErrorCode OperationNotSafe =
        new("OPERATION_NOT_SAFE", Stage.Http, 405, 405, "A GET request may contain only queries. Send other operations by POST.");

    /// <summary>The client accepts no media type that the server can send.</summary>
    public static readonly ErrorCode NotAcceptable =
        new("NOT_ACCEPTABLE", Stage.Http, 406, 406,
        "The `Accept` header allows none of the media types that the server can send: `application/graphql-response+json`, " +
        "`application/json` (both in UTF-8) and, for a query of one collection, the export formats.");

    /// <summary>A request that any web page could make a browser send.</summary>
    public static readonly ErrorCode PreflightRequired =
        new("PREFLIGHT_REQUIRED", Stage.Http, 400, 400,
        "A GET request needs the header `GraphQL-Require-Preflight` (with any value) or `Content-Type: application/json`, and a form " +
        "needs that header, so that other sites cannot make a browser send it.");

    /// <summary>According to its headers, the body is not JSON in UTF-8.</summary>
    public static readonly ErrorCode UnsupportedMediaType =
        new("UNSUPPORTED_MEDIA_TYPE", Stage.Http, 415, 415,
        "A POST request needs `Content-Type: application/json` or, for an import, the media type of a table, or, for `/extract`, that of " +
        "a text or Word file. The charset must be UTF-8 (for a CSV table or a text, GB18030 and UTF-16 are also allowed), and there " +
        "must be " +
        "no content encoding.");

    /// <summary>The body is larger than the limit.</summary>
    public static readonly ErrorCode BodyTooLarge = new("BODY_TOO_LARGE", Stage.Http, 413, 413,
        "The body is larger than `Limits:BodyBytes`, an imported table is larger than `Limits:ImportBytes`, or a report is larger than " +
        "`Limits:ReportBytes`.");

    /// <summary>The body did not arrive completely.</summary>
    public static readonly ErrorCode BodyNotReadable = new("BODY_NOT_READABLE", Stage.Http, 400, 400,
        "The body did not arrive as its headers announced: it ended early, came too slowly, or has malformed chunks.");

    /// <summary>A POST without a body.</summary>
    public static readonly ErrorCode BodyMissing = new("BODY_MISSING", Stage.Http, 400, 400,
        "A POST request needs a body: a JSON object with the member `query` or `documentId`, a table or a report.");

    /// <summary>The text of the request is not Unicode.</summary>
    public static readonly ErrorCode InvalidUnicode =
        new("INVALID_UNICODE", Stage.Http, 400, 400, "The body is not UTF-8, or contains an escape that is half of a surrogate pair.");

    /// <summary>The body or a parameter is not JSON.</summary>
    public static readonly ErrorCode InvalidJson =
        new("INVALID_JSON", Stage.Http, 400, 400,
        "The body, or the parameter `variables` or `extensions` of a GET request, is not well-formed JSON, or contains an object with a " +
        "duplicate member.");

    /// <summary>The JSON is nested too deeply.</summary>
    public static readonly ErrorCode JsonTooDeep =
        new("JSON_TOO_DEEP", Stage.Http, 400, 400, "The JSON is nested more deeply than `Limits:JsonDepth` allows.");

    /// <summary>The body is a list of requests.</summary>
    public static readonly ErrorCode BatchingNotSupported = new("BATCHING_NOT_SUPPORTED", Stage.Http, 400, 400,
        "The body is a JSON array. Send one request at a time, or several root fields in one request.");

    /// <summary>A parameter of the request has the wrong type.</summary>
    public static readonly ErrorCode InvalidParameter =
        new("INVALID_PARAMETER", Stage.Http, 400, 400,
        "`query`, `operationName` or `documentId` is not a string, `variables` or `extensions` is not an object, or one of them was " +
        "given twice; or a parameter of an import, an export or a proof is unknown, missing or invalid.");

    /// <summary>The request has no document.</summary>
    public static readonly ErrorCode QueryMissing =
        new("QUERY_MISSING", Stage.Http, 400, 400, "The request has neither `query` nor `documentId`.");

    /// <summary>The request has two documents.</summary>
    public static readonly ErrorCode DocumentGivenTwice =
        new("DOCUMENT_GIVEN_TWICE", Stage.Http, 400, 400, "The request has both `query` and `documentId`. Send one of them.");

    /// <summary>No trusted document has this name or hash.</summary>
    public static readonly ErrorCode DocumentUnknown = new("DOCUMENT_UNKNOWN", Stage.Http, 400, 200,
        "No trusted document has this `documentId`, which must be the name of a file, or `sha256:` followed by the hash of one.");

    /// <summary>Only trusted documents are run.</summary>
    public static readonly ErrorCode DocumentNotTrusted = new("DOCUMENT_NOT_TRUSTED", Stage.Http, 403, 200,
        "This server runs only trusted documents (`TrustedDocuments:Only`). Send `documentId` instead of `query`.");

    /// <summary>No entity can be imported under this name.</summary>
    public static readonly ErrorCode ImportEntityUnknown = new("IMPORT_ENTITY_UNKNOWN", Stage.Http, 404, 404,
        "No entity of this name can be imported. The extensions list the entities that can.");

    /// <summary>The file is not a table of its entity.</summary>
    public static readonly ErrorCode ImportFileDamaged =
        new("IMPORT_FILE_DAMAGED", Stage.Http, 400, 400,
        "The body, or the draft in the form for `/reports`, is not a valid table in its format, or its columns are not those of the " +
        "entity or of a draft. The extensions say where, and what would be right. Nothing was imported.");

    /// <summary>The table exceeds a limit.</summary>
    public static readonly ErrorCode ImportTooLarge =
        new("IMPORT_TOO_LARGE", Stage.Http, 413, 413,
        "The table exceeds a limit: rows (`Limits:ImportRows`), characters in a cell, bytes in a row, or the unpacked size of a workbook " +
        "(`Limits:ImportBytes`). The extensions say where, and how much is allowed; docs/import.md lists the limits. Nothing was " +
        "imported.");

    /// <summary>Cells of the table are rejected.</summary>
    public static readonly ErrorCode ImportRefused = new("IMPORT_REFUSED", Stage.Http, 422, 422,
        "Some cells of the table break the rules. The report that comes with the error lists them. Nothing was imported.");

    /// <summary>The figures of a report, or what is stated about it, cannot be added.</summary>
    public static readonly ErrorCode ReportRefused = new("REPORT_REFUSED", Stage.Http, 422, 422,
        "Some cells of the draft, or fields of the form, break the rules. The report that comes with the error lists them. Nothing was " +
        "added.");

    /// <summary>The file is not a report that can be read.</summary>
    public static readonly ErrorCode ReportNotReadable =
        new("REPORT_NOT_READABLE", Stage.Http, 400, 400,
        "The body of `/extract`, or the report in the form for `/reports`, is neither text in UTF-8 or GB18030 nor a complete Word file " +
        "(DOCX). The extensions say where, and what would be right.");

    /// <summary>The report exceeds a limit.</summary>
    public static readonly ErrorCode ReportTooLarge =
        new("REPORT_TOO_LARGE", Stage.Http, 413, 413,
        "The report exceeds a limit: characters, quantities, elements in a part of a Word file, or the unpacked size of its parts " +
        "(`Limits:ReportBytes`). The extensions say which, and how much is allowed.");

    /// <summary>What a proof was requested for does not exist.</summary>
    public static readonly ErrorCode ProofNotFound = new("PROOF_NOT_FOUND", Stage.Http, 404, 404,
        "There is no such entity, row or version, or the log does not have that many changes, so there is nothing to prove.");

    /// <summary>The log cannot be read or signed.</summary>
    public static readonly ErrorCode LedgerUnavailable = new("LEDGER_UNAVAILABLE", Stage.Http, 503, 503,
        "The server cannot read its log of changes, or the key that signs checkpoints. The server's own log says why.");

    /// <summary>No collection has this name.</summary>
    public static readonly ErrorCode ExportCollectionUnknown = new("EXPORT_COLLECTION_UNKNOWN", Stage.Http, 404, 404,
        "No collection of this name can be exported. The extensions list the collections that can.");

    /// <summary>No export format has this name.</summary>
    public static readonly ErrorCode ExportFormatUnknown = new("EXPORT_FORMAT_UNKNOWN", Stage.Http, 404, 404,
        "The file name does not end with an export format. The extensions list the formats.");

    /// <summary>An export has no such column.</summary>
    public static readonly ErrorCode ExportColumnUnknown =
        new("EXPORT_COLUMN_UNKNOWN", Stage.Http, 400, 400,
        "`select` names something that is not a field with a single value. The extensions name it, and the message says which fields " +
        "there are.");

    /// <summary>A list in an export: the engine rejects it, and it is listed here among the codes of exports.</summary>
    public static readonly ErrorCode ExportOfList = ErrorCodes.ExportOfList;

    /// <summary>More than fits on a sheet.</summary>
    public static readonly ErrorCode ExportExceedsSheet =
        new("EXPORT_EXCEEDS_SHEET", Stage.Http, 422, 422,
        "The rows do not fit on an Excel sheet (1,048,575 rows and the header row), or a text is too long for a cell (32,767 " +
        "characters). Ask for CSV or Parquet, or for fewer rows.");

    /// <summary>A malformed OData request.</summary>
    public static readonly ErrorCode ODataMalformed =
        new("ODATA_MALFORMED", Stage.Http, 400, 400,
        "An option of the OData request is unknown, given twice or malformed, or names something that the entity does not have. `target` " +
        "names the option, and the message gives the place in it.");

    /// <summary>There is no such resource below /odata.</summary>
    public static readonly ErrorCode ODataNotFound =
        new("ODATA_NOT_FOUND", Stage.Http, 404, 404, "There is no such entity set, row or reference under `/odata`.");

    /// <summary>A part of OData that is not supported.</summary>
    public static readonly ErrorCode ODataNotSupported =
        new("ODATA_NOT_SUPPORTED", Stage.Http, 501, 501,
        "The request uses a part of OData that this server does not support. The message names it; docs/odata.md lists what is supported.");

    /// <summary>The parameter changedSince is malformed.</summary>
    public static readonly ErrorCode ChangeTokenMalformed =
        new("CHANGE_TOKEN_MALFORMED", Stage.Http, 400, 400,
        "The parameter `changedSince` is neither a token from an earlier response, nor the sequence number of a change, nor an instant " +
        "with its time and offset.");

    /// <summary>Changes are requested for something without history, or with something that they cannot cover.</summary>
    public static readonly ErrorCode ChangesNotTracked =
        new("CHANGES_NOT_TRACKED", Stage.Http, 400, 400,
        "`changedSince` is used on a collection without history, or together with something that it cannot be combined with: a " +
        "condition, an order, a column of another row, or a selection without a column that identifies a withdrawn row.");

    /// <summary>The As-Of header is malformed.</summary>
    public static readonly ErrorCode AsOfMalformed =
        new("AS_OF_MALFORMED", Stage.Http, 400, 400,
        "The `As-Of` header, or the parameter `asOf` of an export or OData request, is neither the sequence number of a change nor an " +
        "instant with its time and offset, such as 2026-11-25T08:00:00Z.");

    // Run

    /// <summary>Another process held the database lock for too long.</summary>
    public static readonly ErrorCode WriteLocked =
        new("WRITE_LOCKED", Stage.Run, 503, 200,
        "Another process has been writing to the database for longer than the server waits (`Writes:LockWait`). The mutation wrote " +
        "nothing. `stored` in the extensions lists the fields of the request that were stored before it; retry the others.");

    /// <summary>The disk is full.</summary>
    public static readonly ErrorCode StorageFull =
        new("STORAGE_FULL", Stage.Run, 507, 200,
        "A disk is full. If it is the database's, the mutation wrote nothing, and `stored` lists the mutations before it. If it is that " +
        "of the temporary files, an export or an imported table does not fit, even without the exports that are kept there. Reads " +
        "continue, and writes resume when there is space again.");

    /// <summary>The database cannot be written.</summary>
    public static readonly ErrorCode StorageFailed =
        new("STORAGE_FAILED", Stage.Run, 503, 200,
        "The database could not be written. Whether the mutation is stored is not known; `stored` lists the mutations before it, which " +
        "are. A retry with an idempotency key is safe.");

    /// <summary>The read of a sensitive field cannot be recorded.</summary>
    public static readonly ErrorCode ReadNotRecorded =
        new("READ_NOT_RECORDED", Stage.Run, 503, 200,
        "The request reads sensitive fields, the server records such reads (`RecordSensitiveReads`), and the file cannot be written. " +
        "Nothing was read. Requests without these fields are answered.");

    /// <summary>A bug in the server.</summary>
    public static readonly ErrorCode Internal = new("INTERNAL", Stage.Run, 500, 500,
        "The fault is in the server, not in the request. The server's log has the details under the same `traceId`.");

    /// <summary>All codes, including those of the engine, by stage; must be the last member, because initializers run from top to
    /// bottom.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } = InOrder(
        [.. typeof(ServerErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null))
            .OfType<ErrorCode>()]);

    private static ErrorCode[] InOrder(ErrorCode[] own) =>
        [.. own.Where(code => code.Stage == Stage.Http).Concat(ErrorCodes.All).Concat(own).Distinct().OrderBy(code => code.Stage)];
}
