using System.Reflection;

namespace ReformGraph.Engine.Errors;

/// <summary>Every error code of the engine, by stage. Applications have others besides, for what they do around it.</summary>
public static class ErrorCodes
{
    // Export

    /// <summary>A list in an export.</summary>
    public static readonly ErrorCode ExportOfList = new("EXPORT_OF_LIST", Stage.Http, 400, 400, "An export is no table: select or the query names a list, selects more than the rows of one collection, or a page from their middle. The extensions name the place. Export a list by itself.");

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
