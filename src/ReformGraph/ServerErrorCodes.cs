using System.Reflection;
using ReformGraph.Engine.Errors;

namespace ReformGraph;

/// <summary>
/// The error codes of what the server does around the engine: HTTP, imports, exports, OData, proofs and the storage of writes. The reference's table
/// of codes is generated from these and those of the engine.
/// </summary>
internal static class ServerErrorCodes
{
    // Http: a request that is not well-formed has the same status under both media types; one that is well-formed but refused is 200 under application/json.

    /// <summary>The <c>Host</c> header names a host that this server does not answer for.</summary>
    public static readonly ErrorCode HostNotAllowed = new("HOST_NOT_ALLOWED", Stage.Http, 421, 421, "The Host header names a host that is not in AllowedHosts.");

    /// <summary>A browser asks for a page of another site, which is not allowed.</summary>
    public static readonly ErrorCode OriginNotAllowed = new("ORIGIN_NOT_ALLOWED", Stage.Http, 403, 403, "A browser asks whether a page of this origin may call the server (CORS), and it is not among AllowedOrigins.");

    /// <summary>The request does not say who sends it, or not credibly.</summary>
    public static readonly ErrorCode Unauthenticated = new("UNAUTHENTICATED", Stage.Http, 401, 401, "The request needs an API key or a token of this server, and has none or one that is not valid: it is unknown, malformed, expired or revoked.");

    /// <summary>Nothing is served at this path.</summary>
    public static readonly ErrorCode PathNotFound = new("PATH_NOT_FOUND", Stage.Http, 404, 404, "Nothing is served at this path; the API is at /graphql.");

    /// <summary>The method is not served at this path.</summary>
    public static readonly ErrorCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", Stage.Http, 405, 405, "The method is not one of those that the Allow header lists.");

    /// <summary>A mutation or a subscription came by GET.</summary>
    public static readonly ErrorCode OperationNotSafe = new("OPERATION_NOT_SAFE", Stage.Http, 405, 405, "GET may only carry queries; send other operations by POST.");

    /// <summary>The client accepts no media type that the server gives.</summary>
    public static readonly ErrorCode NotAcceptable = new("NOT_ACCEPTABLE", Stage.Http, 406, 406, "The Accept header allows neither application/graphql-response+json nor application/json, in UTF-8, nor, for a query of one collection, a format of exports.");

    /// <summary>A request that any web page could make a browser send.</summary>
    public static readonly ErrorCode PreflightRequired = new("PREFLIGHT_REQUIRED", Stage.Http, 400, 400, "A GET needs the header GraphQL-Require-Preflight (any value) or Content-Type: application/json, so that other sites cannot make a browser send it.");

    /// <summary>The body is not JSON in UTF-8 by its headers.</summary>
    public static readonly ErrorCode UnsupportedMediaType = new("UNSUPPORTED_MEDIA_TYPE", Stage.Http, 415, 415, "A POST needs Content-Type: application/json, or for an import that of a table; in UTF-8, a CSV table also in GB18030 or UTF-16, and without a content encoding.");

    /// <summary>The body is larger than the limit.</summary>
    public static readonly ErrorCode BodyTooLarge = new("BODY_TOO_LARGE", Stage.Http, 413, 413, "The body is larger than Limits:BodyBytes, or a table larger than Limits:ImportBytes.");

    /// <summary>The body did not arrive whole.</summary>
    public static readonly ErrorCode BodyNotReadable = new("BODY_NOT_READABLE", Stage.Http, 400, 400, "The body did not arrive as its headers say: it ended early, came too slowly, or its chunks are malformed.");

    /// <summary>A POST without a body.</summary>
    public static readonly ErrorCode BodyMissing = new("BODY_MISSING", Stage.Http, 400, 400, "A POST needs a body: a JSON object with the member query or documentId, or a table.");

    /// <summary>The text of the request is not Unicode.</summary>
    public static readonly ErrorCode InvalidUnicode = new("INVALID_UNICODE", Stage.Http, 400, 400, "The body is not UTF-8, or an escape in it is half of a surrogate pair.");

    /// <summary>The body or a parameter is not JSON.</summary>
    public static readonly ErrorCode InvalidJson = new("INVALID_JSON", Stage.Http, 400, 400, "The body, or the parameter variables or extensions of a GET, is not well-formed JSON, or an object in it has a member twice.");

    /// <summary>The JSON is nested too deeply.</summary>
    public static readonly ErrorCode JsonTooDeep = new("JSON_TOO_DEEP", Stage.Http, 400, 400, "The JSON is nested deeper than Limits:JsonDepth.");

    /// <summary>The body is a list of requests.</summary>
    public static readonly ErrorCode BatchingNotSupported = new("BATCHING_NOT_SUPPORTED", Stage.Http, 400, 400, "The body is a JSON array; send one request at a time, or several root fields in one.");

    /// <summary>A parameter of the request has the wrong type.</summary>
    public static readonly ErrorCode InvalidParameter = new("INVALID_PARAMETER", Stage.Http, 400, 400, "query, operationName or documentId is not a string, variables or extensions not an object, or one of them was given twice; or a parameter of an import, an export or a proof is unknown, missing or wrong.");

    /// <summary>There is no document.</summary>
    public static readonly ErrorCode QueryMissing = new("QUERY_MISSING", Stage.Http, 400, 400, "The request has neither query nor documentId.");

    /// <summary>There are two documents.</summary>
    public static readonly ErrorCode DocumentGivenTwice = new("DOCUMENT_GIVEN_TWICE", Stage.Http, 400, 400, "The request has both query and documentId; send one of them.");

    /// <summary>No trusted document has this name or hash.</summary>
    public static readonly ErrorCode DocumentUnknown = new("DOCUMENT_UNKNOWN", Stage.Http, 400, 200, "No trusted document has this documentId: neither the name of a file nor sha256: and the hash of one.");

    /// <summary>Only trusted documents are run.</summary>
    public static readonly ErrorCode DocumentNotTrusted = new("DOCUMENT_NOT_TRUSTED", Stage.Http, 403, 200, "This server runs only trusted documents (TrustedDocuments:Only); send a documentId instead of query.");

    /// <summary>No entity can be imported under this name.</summary>
    public static readonly ErrorCode ImportEntityUnknown = new("IMPORT_ENTITY_UNKNOWN", Stage.Http, 404, 404, "No entity of this name can be imported. The extensions list those that can.");

    /// <summary>The file is not a table of its entity.</summary>
    public static readonly ErrorCode ImportFileDamaged = new("IMPORT_FILE_DAMAGED", Stage.Http, 400, 400, "The body is not a table in its format, or its columns are not those of the entity. The extensions say where, and what would be right. Nothing was imported.");

    /// <summary>The table holds more than is taken.</summary>
    public static readonly ErrorCode ImportTooLarge = new("IMPORT_TOO_LARGE", Stage.Http, 413, 413, "The table holds more than is taken: rows (Limits:ImportRows), characters in a cell, bytes in a row, or what a workbook unpacks to (Limits:ImportBytes). The extensions say where, and how much is allowed; docs/import.md lists the limits. Nothing was imported.");

    /// <summary>Cells of the table are refused.</summary>
    public static readonly ErrorCode ImportRefused = new("IMPORT_REFUSED", Stage.Http, 422, 422, "Cells of the table do not keep to the rules. The report beside the error lists them. Nothing was imported.");

    /// <summary>There is not what a proof was asked of.</summary>
    public static readonly ErrorCode ProofNotFound = new("PROOF_NOT_FOUND", Stage.Http, 404, 404, "There is no such entity, row or version, or the log has not that many changes: nothing can be proved of it.");

    /// <summary>The log cannot be read, or not signed.</summary>
    public static readonly ErrorCode LedgerUnavailable = new("LEDGER_UNAVAILABLE", Stage.Http, 503, 503, "The server cannot read its log, or the key by which it signs checkpoints. Its own log says why.");

    /// <summary>No collection has this name.</summary>
    public static readonly ErrorCode ExportCollectionUnknown = new("EXPORT_COLLECTION_UNKNOWN", Stage.Http, 404, 404, "There is no collection of this name to be exported. The extensions list those that there are.");

    /// <summary>No format of exports has this name.</summary>
    public static readonly ErrorCode ExportFormatUnknown = new("EXPORT_FORMAT_UNKNOWN", Stage.Http, 404, 404, "The name of the file does not end with a format of exports. The extensions list these.");

    /// <summary>An export has no such column.</summary>
    public static readonly ErrorCode ExportColumnUnknown = new("EXPORT_COLUMN_UNKNOWN", Stage.Http, 400, 400, "select names something that is no field with one value. The extensions name it, and the message says what there is.");

    /// <summary>A list in an export: the engine refuses it, and it stands here among the codes of exports.</summary>
    public static readonly ErrorCode ExportOfList = ErrorCodes.ExportOfList;

    /// <summary>More than a sheet holds.</summary>
    public static readonly ErrorCode ExportExceedsSheet = new("EXPORT_EXCEEDS_SHEET", Stage.Http, 422, 422, "The rows are more than a sheet of Excel holds (1,048,575 and the names of the columns), or one of their texts is longer than a cell (32,767 characters). Ask for CSV or Parquet, or for fewer rows.");

    /// <summary>An OData request that cannot be read.</summary>
    public static readonly ErrorCode ODataMalformed = new("ODATA_MALFORMED", Stage.Http, 400, 400, "An option of an OData request is unknown, given twice or not well-formed, or names what the entity does not have. target names the option, and the message the place in it.");

    /// <summary>There is no such resource below /odata.</summary>
    public static readonly ErrorCode ODataNotFound = new("ODATA_NOT_FOUND", Stage.Http, 404, 404, "There is no such entity set, row or reference below /odata.");

    /// <summary>A part of OData that is not served.</summary>
    public static readonly ErrorCode ODataNotSupported = new("ODATA_NOT_SUPPORTED", Stage.Http, 501, 501, "OData knows what was asked, and this server does not answer it. The message names it; docs/odata.md lists what is served.");

    /// <summary>The parameter changedSince cannot be read.</summary>
    public static readonly ErrorCode ChangeTokenMalformed = new("CHANGE_TOKEN_MALFORMED", Stage.Http, 400, 400, "The parameter changedSince is neither a token that came with an earlier answer, nor the sequence number of a change, nor an instant with its time and offset.");

    /// <summary>Changes are asked for of what has no history, or of what they do not tell of.</summary>
    public static readonly ErrorCode ChangesNotTracked = new("CHANGES_NOT_TRACKED", Stage.Http, 400, 400, "changedSince stands at a collection without a history, or beside something that it cannot be combined with: a condition, an order, a column of another row than the own one, or no column by which a withdrawn row is known.");

    /// <summary>The header As-Of cannot be read.</summary>
    public static readonly ErrorCode AsOfMalformed = new("AS_OF_MALFORMED", Stage.Http, 400, 400, "The header As-Of, or the parameter asOf of an export or of OData, is neither the sequence number of a change nor an instant with its time and offset, such as 2026-11-25T08:00:00Z.");

    // Run

    /// <summary>Another process held the lock of the database for too long.</summary>
    public static readonly ErrorCode WriteLocked = new("WRITE_LOCKED", Stage.Run, 503, 200, "Another process writes to the database, for longer than is waited for (Writes:LockWait). The mutation wrote nothing. The extensions list under stored the fields of the request that were stored before; try again with those that were not.");

    /// <summary>The disk is full.</summary>
    public static readonly ErrorCode StorageFull = new("STORAGE_FULL", Stage.Run, 507, 200, "The disk of the database has no room: the mutation wrote nothing, and those before it are listed under stored. Or that of the temporary files has none for an export or a table, even without the exports that are kept there. Reads go on, and writes too when there is room again.");

    /// <summary>The database cannot be written.</summary>
    public static readonly ErrorCode StorageFailed = new("STORAGE_FAILED", Stage.Run, 503, 200, "The database could not be written. Whether the mutation is stored is not known; those before it, which are, are listed under stored. A retry with an idempotency key is safe.");

    /// <summary>A bug in the server.</summary>
    public static readonly ErrorCode Internal = new("INTERNAL", Stage.Run, 500, 500, "The server failed, not the request; what failed stands in the server's log under the same traceId.");

    /// <summary>All codes with those of the engine, by stage; stands last, because initializers run from top to bottom.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } = InOrder(
        [.. typeof(ServerErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ErrorCode>()]);

    private static ErrorCode[] InOrder(ErrorCode[] own) => [.. own.Where(code => code.Stage == Stage.Http).Concat(ErrorCodes.All).Concat(own).Distinct().OrderBy(code => code.Stage)];
}
