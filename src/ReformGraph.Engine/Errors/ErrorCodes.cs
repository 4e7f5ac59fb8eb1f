using System.Reflection;

namespace ReformGraph.Engine.Errors;

/// <summary>Every error code, by stage. The reference's table of codes is generated from this file.</summary>
public static class ErrorCodes
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

    /// <summary>A list in an export.</summary>
    public static readonly ErrorCode ExportOfList = new("EXPORT_OF_LIST", Stage.Http, 400, 400, "An export is no table: select or the query names a list, selects more than the rows of one collection, or a page from their middle. The extensions name the place. Export a list by itself.");

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

    // Parse

    /// <summary>The text is no GraphQL document.</summary>
    public static readonly ErrorCode ParseFailed = new("GRAPHQL_PARSE_FAILED", Stage.Parse, 400, 200, "The text is not a GraphQL document. The message says what was expected at the location.");

    /// <summary>The document defines something other than operations and fragments.</summary>
    public static readonly ErrorCode DefinitionNotExecutable = new("DEFINITION_NOT_EXECUTABLE", Stage.Parse, 400, 200, "The document holds a definition of a type, a directive or a schema. A request may hold only operations and fragments.");

    /// <summary>Two fragments share a name.</summary>
    public static readonly ErrorCode FragmentNameNotUnique = new("FRAGMENT_NAME_NOT_UNIQUE", Stage.Parse, 400, 200, "Two fragments of the document have the same name. Rename one of them.");

    // Limits

    /// <summary>A fragment contains itself.</summary>
    public static readonly ErrorCode FragmentCircular = new(
        "FRAGMENT_CIRCULAR",
        Stage.Limits,
        400,
        200,
        "A fragment contains itself, directly or through others. Remove one of the spreads named in the message.");

    /// <summary>A limit of the document is exceeded.</summary>
    public static readonly ErrorCode LimitExceeded = new(
        "DOCUMENT_LIMIT_EXCEEDED",
        Stage.Limits,
        400,
        200,
        "The document holds more than a limit allows. The extensions name the limit's setting, the value found and the allowed one. Ask for less, or in several requests.");

    // Validate

    /// <summary>The document does not fit the schema.</summary>
    public static readonly ErrorCode ValidationFailed = new(
        "GRAPHQL_VALIDATION_FAILED",
        Stage.Validate,
        400,
        200,
        "The document does not fit the schema. The extensions name the rule and its section of the GraphQL specification.");

    // Plan

    /// <summary>The named operation is not in the document, or none is named where several are.</summary>
    public static readonly ErrorCode OperationNotFound = new(
        "OPERATION_NOT_FOUND",
        Stage.Plan,
        400,
        200,
        "The document has no operation of that name, or has none or several and none is named. The extensions list the operations it has.");

    /// <summary>A variable is missing, or its value is not one of its declared type. The message names the variable and the place inside it.</summary>
    public static readonly ErrorCode VariableInvalid = Plan("VARIABLE_INVALID", "A variable is missing, or its value is not one of its declared type. The message names the variable and the place inside it.");

    /// <summary>An id is not a whole number.</summary>
    public static readonly ErrorCode IdMalformed = Plan("ID_MALFORMED", "An id is no whole number, or greater than all. Another writing of a number, such as 01, is the id of no row and finds nothing.");

    /// <summary>A condition or a direction of order is null. Only eq and neq compare with null; anything else that is not wanted is left out.</summary>
    public static readonly ErrorCode NullOperand = Plan("NULL_OPERAND", "A condition or a direction of order is null. Only eq and neq compare with null; anything else that is not wanted is left out.");

    /// <summary>The filters of the operation hold more conditions than allowed, or one list's more than the database can nest.</summary>
    public static readonly ErrorCode TooManyConditions = Plan("TOO_MANY_CONDITIONS", "The filters of the operation hold more conditions than allowed, or one list's more than the database can nest.");

    /// <summary>One list reaches more to-one fields than one statement can join.</summary>
    public static readonly ErrorCode TooManyReferences = Plan("TOO_MANY_REFERENCES", "One list reaches more to-one fields than one statement can join.");

    /// <summary>first or last is negative or larger than the largest page.</summary>
    public static readonly ErrorCode PageSizeOutOfRange = Plan("PAGE_SIZE_OUT_OF_RANGE", "first or last is negative or larger than the largest page.");

    /// <summary>A list has both first and last.</summary>
    public static readonly ErrorCode FirstAndLast = Plan("FIRST_AND_LAST", "A list has both first and last.");

    /// <summary>after or before is not a cursor, or only a part of one.</summary>
    public static readonly ErrorCode CursorMalformed = Plan("CURSOR_MALFORMED", "after or before is not a cursor, or only a part of one.");

    /// <summary>after or before comes from another list, or from this one in another order.</summary>
    public static readonly ErrorCode CursorOfAnotherOrder = Plan("CURSOR_OF_ANOTHER_ORDER", "after or before comes from another list, or from this one in another order.");

    /// <summary>Groups have no key, or more than eight.</summary>
    public static readonly ErrorCode GroupKeyCount = Plan("GROUP_KEY_COUNT", "by names no key, or more than eight. Without any key there is aggregate.");

    /// <summary>Two keys have the same name in the answer.</summary>
    public static readonly ErrorCode GroupKeyTwice = Plan("GROUP_KEY_TWICE", "Two keys of by are the same, or have the same name in the answer. Where a field has several keys, each has a name of its own by as.");

    /// <summary>A key is selected or ordered by, but not grouped by.</summary>
    public static readonly ErrorCode GroupKeyUnknown = Plan("GROUP_KEY_UNKNOWN", "A key is selected or ordered by that is not among those of by. The message lists these.");

    /// <summary>The boundaries of ranges do not ascend.</summary>
    public static readonly ErrorCode BoundariesNotAscending = Plan("BOUNDARIES_NOT_ASCENDING", "The boundaries of ranges do not ascend: each must be greater than the one before it.");

    /// <summary>A time zone is not known, or has nothing to do.</summary>
    public static readonly ErrorCode TimeZoneInvalid = Plan("TIME_ZONE_INVALID", "timeZone is no name of the IANA time zone database, or stands without truncate: an instant that is not cut down is the same in all zones.");

    /// <summary>Gaps cannot be filled.</summary>
    public static readonly ErrorCode GapsNotFillable = Plan("GAPS_NOT_FILLABLE", "fillGaps needs one key, which is a truncated date, no order but by it, no having and no page, and from that is not behind to, with no more periods between them than the largest page.");

    /// <summary>A time line without instants, or with too many.</summary>
    public static readonly ErrorCode TimelineOutOfRange = Plan("TIMELINE_OUT_OF_RANGE", "timeline has more than 400 instants up to the present, or from stands behind to.");

    /// <summary>A cumulative share of a page that is not counted from the front.</summary>
    public static readonly ErrorCode CumulativeFromTheEnd = Plan("CUMULATIVE_FROM_THE_END", "A cumulative share needs a page that is counted from the front: first and after, not last and before.");

    /// <summary>The operation is of a kind that is not served, or a mutation that asks for the past.</summary>
    public static readonly ErrorCode OperationNotSupported = Plan("OPERATION_NOT_SUPPORTED", "The operation is a subscription, a mutation where nothing can be written, or a mutation that asks for the past: by the header As-Of or by timeline.");

    /// <summary>The role may not do what is asked.</summary>
    public static readonly ErrorCode Forbidden = new("FORBIDDEN", Stage.Plan, 403, 200, "The role of the request may not read a field or a type that it names, or may not change data. The extensions name the field and the roles that may.");

    // Run

    /// <summary>The statements took longer than allowed and were interrupted.</summary>
    public static readonly ErrorCode Timeout = new("TIMEOUT", Stage.Run, 503, 200, "The statements took longer than allowed and were interrupted.");

    /// <summary>The answer can hold, or gathers, more than allowed. Ask for smaller pages, or for fewer lists inside lists.</summary>
    public static readonly ErrorCode AnswerTooLarge = new("ANSWER_TOO_LARGE", Stage.Run, 422, 200, "The answer can hold more rows or bytes than allowed, by its pages and by how many rows there are (AnswerRows, AnswerBytes), or gathers more before it is written (GatheredRows, GatheredBytes). The extensions name the limit, what was found, and the list with the most rows. Ask for smaller pages, or for fewer lists inside lists.");

    /// <summary>Other answers take the memory that this one needs.</summary>
    public static readonly ErrorCode ServerBusy = new("SERVER_BUSY", Stage.Run, 503, 200, "The answers that the server is making at the moment take all the memory that they may take together: twice GatheredBytes. Try again in a moment.");

    /// <summary>The rows of more than 50 groups are asked for.</summary>
    public static readonly ErrorCode TooManyGroupRows = new("TOO_MANY_GROUPS_WITH_ROWS", Stage.Run, 422, 200, "The rows of more than 50 groups are asked for. Ask for a page of fewer groups, or for the rows without groups.");

    /// <summary>A sum is beyond the range of its type.</summary>
    public static readonly ErrorCode SumOverflow = new("SUM_OVERFLOW", Stage.Run, 422, 200, "A sum is beyond what its type can hold: a Long has 64 bits, a Decimal and a TimeSpan as many of their smallest units. Ask for it over fewer rows, or for the average.");

    /// <summary>An instant that has not come yet.</summary>
    public static readonly ErrorCode AsOfInFuture = new("AS_OF_IN_FUTURE", Stage.Run, 400, 200, "What will have been recorded at an instant in the future is not known.");

    /// <summary>An instant before the first change.</summary>
    public static readonly ErrorCode AsOfBeforeFirst = new("AS_OF_BEFORE_FIRST_CHANGE", Stage.Run, 400, 200, "Nothing had been recorded at the instant; the message says when the first change was.");

    /// <summary>A change that does not exist.</summary>
    public static readonly ErrorCode AsOfUnknown = new("AS_OF_UNKNOWN_CHANGE", Stage.Run, 400, 200, "There is no change of that sequence number; the message says which is the last.");

    /// <summary>Differences from a later to an earlier instant.</summary>
    public static readonly ErrorCode DifferencesBackward = new("DIFFERENCES_BACKWARD", Stage.Run, 400, 200, "Differences go from an earlier to a later instant; from lies behind to, or behind the instant of the header As-Of where there is no to.");

    /// <summary>A token of changes that is of another log.</summary>
    public static readonly ErrorCode ChangeTokenUnknown = new("CHANGE_TOKEN_UNKNOWN", Stage.Run, 410, 200, "The token of changedSince is not of this log: the database was replaced, or restored from a backup. Pull everything anew, and go on from the token that comes with it.");

    /// <summary>Another process held the lock of the database for too long.</summary>
    public static readonly ErrorCode WriteLocked = new("WRITE_LOCKED", Stage.Run, 503, 200, "Another process writes to the database, for longer than is waited for (Writes:LockWait). The mutation wrote nothing. The extensions list under stored the fields of the request that were stored before; try again with those that were not.");

    /// <summary>The disk is full.</summary>
    public static readonly ErrorCode StorageFull = new("STORAGE_FULL", Stage.Run, 507, 200, "The disk of the database has no room: the mutation wrote nothing, and those before it are listed under stored. Or that of the temporary files has none for an export or a table, even without the exports that are kept there. Reads go on, and writes too when there is room again.");

    /// <summary>The database cannot be written.</summary>
    public static readonly ErrorCode StorageFailed = new("STORAGE_FAILED", Stage.Run, 503, 200, "The database could not be written. Whether the mutation is stored is not known; those before it, which are, are listed under stored. A retry with an idempotency key is safe.");

    /// <summary>A bug in the server.</summary>
    public static readonly ErrorCode Internal = new("INTERNAL", Stage.Run, 500, 500, "The server failed, not the request; what failed stands in the server's log under the same traceId.");

    // Write: one field of the answer is null, and the rest stands.

    /// <summary>Quantities that are not of one kind.</summary>
    public static readonly ErrorCode QuantitiesDiffer = Write("QUANTITIES_DIFFER", "A sum or an average of quantities of several units, roles or subjects that add to no common total, or a change between such of several units or subjects. The extensions list in which fields they differ. Filter by these.");

    /// <summary>A change with several beginnings or ends.</summary>
    public static readonly ErrorCode ChangeAmbiguous = Write("CHANGE_AMBIGUOUS", "A change is between one baseline and one level, and there are several of one of them. The extensions say how many. Filter until there is one of each.");

    /// <summary>Further errors, left out.</summary>
    public static readonly ErrorCode ErrorsLeftOut = Write("ERRORS_LEFT_OUT", "Further fields have an error of their own that is not listed: more than Limits:Errors. The extensions say how many there are in all.");

    /// <summary>All codes, in the order of their declaration; stands last, because initializers run from top to bottom.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
    [
        .. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ErrorCode>(),
    ];

    private static ErrorCode Write(string name, string meaning) => new(name, Stage.Write, 200, 200, meaning);

    private static ErrorCode Plan(string name, string meaning) => new(name, Stage.Plan, 400, 200, meaning);
}
