using System.Reflection;

namespace ReformGraph.Engine.Errors;

/// <summary>Every error code of the engine, by stage. Applications add codes for their own parts.</summary>
public static class ErrorCodes
{
    // Export

    /// <summary>A list in an export.</summary>
    public static readonly ErrorCode ExportOfList =
        new("EXPORT_OF_LIST", Stage.Http, 400, 400,
        "The export is not a table: `select` or the query names a list, selects more than the rows or the groups of one collection, or " +
        "asks for a page other than the first rows. The extensions name the place. Export a list by itself.");

    // Parse

    /// <summary>The text is not a GraphQL document.</summary>
    public static readonly ErrorCode ParseFailed = new("GRAPHQL_PARSE_FAILED", Stage.Parse, 400, 200,
        "The text is not a GraphQL document. The message says what was expected at the location.");

    /// <summary>The document defines something other than operations and fragments.</summary>
    public static readonly ErrorCode DefinitionNotExecutable = new("DEFINITION_NOT_EXECUTABLE", Stage.Parse, 400, 200,
        "The document defines a type, a directive or a schema. A request may contain only operations and fragments.");

    /// <summary>Two fragments share a name.</summary>
    public static readonly ErrorCode FragmentNameNotUnique =
        new("FRAGMENT_NAME_NOT_UNIQUE", Stage.Parse, 400, 200, "Two fragments of the document have the same name. Rename one of them.");

    // Limits

    /// <summary>A fragment contains itself.</summary>
    public static readonly ErrorCode FragmentCircular = new(
        "FRAGMENT_CIRCULAR",
        Stage.Limits,
        400,
        200,
        "A fragment contains itself, directly or through other fragments. Remove one of the spreads named in the message.");

    /// <summary>A limit of the document is exceeded.</summary>
    public static readonly ErrorCode LimitExceeded = new(
        "DOCUMENT_LIMIT_EXCEEDED",
        Stage.Limits,
        400,
        200,
        "The document exceeds a limit. The extensions give the setting of the limit, the value found and the value allowed. Ask for " +
        "less, or split the request.");

    // Validate

    /// <summary>The document does not match the schema.</summary>
    public static readonly ErrorCode ValidationFailed = new(
        "GRAPHQL_VALIDATION_FAILED",
        Stage.Validate,
        400,
        200,
        "The document is not valid against the schema. The extensions name the rule and its section of the GraphQL specification.");

    // Plan

    /// <summary>The document has no operation with the given name, or none is named and there are several.</summary>
    public static readonly ErrorCode OperationNotFound = new(
        "OPERATION_NOT_FOUND",
        Stage.Plan,
        400,
        200,
        "The document has no operation of the given name; or no name is given, and the document has no operation or several. The " +
        "extensions list its operations.");

    /// <summary>A variable is missing, or its value is not valid for its declared type.
    /// The message names the variable and the place in its value.</summary>
    public static readonly ErrorCode VariableInvalid =
        Plan("VARIABLE_INVALID",
        "A variable is missing, or its value is not valid for its declared type. The message names the variable and the place " +
        "in its value.");

    /// <summary>An id is not a whole number.</summary>
    public static readonly ErrorCode IdMalformed =
        Plan("ID_MALFORMED",
        "An id is not a whole number, or is greater than any id can be. A number in another notation, such as 01, is not an error: it is " +
        "the id of no row and finds nothing.");

    /// <summary>A condition or a sort direction is null. Only eq and neq compare with null;
    /// leave out any other condition or direction that you do not want.</summary>
    public static readonly ErrorCode NullOperand =
        Plan("NULL_OPERAND",
        "A condition or a sort direction is null. Only `eq` and `neq` compare with null; leave out any other condition or direction that " +
        "you do not want.");

    /// <summary>The filters of the operation contain more conditions than allowed,
    /// or those of one list contain more than the database can nest.</summary>
    public static readonly ErrorCode TooManyConditions =
        Plan("TOO_MANY_CONDITIONS",
        "The filters of the operation contain more conditions than allowed, or those of one list contain more than the database can nest.");

    /// <summary>One list uses more to-one fields than one SQL statement can join.</summary>
    public static readonly ErrorCode TooManyReferences =
        Plan("TOO_MANY_REFERENCES", "One list uses more to-one fields than one SQL statement can join.");

    /// <summary>first or last is negative or greater than the maximum page size.</summary>
    public static readonly ErrorCode PageSizeOutOfRange =
        Plan("PAGE_SIZE_OUT_OF_RANGE", "`first` or `last` is negative or greater than the maximum page size.");

    /// <summary>A list has both first and last.</summary>
    public static readonly ErrorCode FirstAndLast = Plan("FIRST_AND_LAST", "A list has both `first` and `last`.");

    /// <summary>after or before is not a cursor, or is only part of one.</summary>
    public static readonly ErrorCode CursorMalformed =
        Plan("CURSOR_MALFORMED", "`after` or `before` is not a cursor, or is only part of one.");

    /// <summary>The cursor in after or before comes from another list, or from this list in another order.</summary>
    public static readonly ErrorCode CursorOfAnotherOrder =
        Plan("CURSOR_OF_ANOTHER_ORDER", "The cursor in `after` or `before` comes from another list, or from this list in another order.");

    /// <summary>Groups have no key, or more than eight.</summary>
    public static readonly ErrorCode GroupKeyCount =
        Plan("GROUP_KEY_COUNT", "`by` names no key, or more than eight. To compute numbers without any key, use `aggregate`.");

    /// <summary>Two keys have the same name in the response.</summary>
    public static readonly ErrorCode GroupKeyTwice =
        Plan("GROUP_KEY_TWICE",
        "Two keys in `by` are the same, or have the same name in the response. If a field has several keys, give each its own name with " +
        "`as`.");

    /// <summary>A key is selected or ordered by, but is not in <c>by</c>.</summary>
    public static readonly ErrorCode GroupKeyUnknown =
        Plan("GROUP_KEY_UNKNOWN", "The query selects or orders by a key that is not in `by`. The message lists the keys in `by`.");

    /// <summary>The boundaries of ranges are not in ascending order.</summary>
    public static readonly ErrorCode BoundariesNotAscending = Plan("BOUNDARIES_NOT_ASCENDING",
        "The boundaries of ranges are not in ascending order: each must be greater than the one before it.");

    /// <summary>A time zone is unknown, or has no effect.</summary>
    public static readonly ErrorCode TimeZoneInvalid =
        Plan("TIME_ZONE_INVALID",
        "`timeZone` is not a name in the IANA time zone database, or is given without `truncate`: an instant that is not truncated is " +
        "the same in all time zones.");

    /// <summary>Gaps cannot be filled.</summary>
    public static readonly ErrorCode GapsNotFillable =
        Plan("GAPS_NOT_FILLABLE",
        "`fillGaps` requires exactly one key, a truncated date, and allows no order except by this key, no `having` and no paging. " +
        "`from` must not be later than `to`, and the number of periods between them must not exceed the maximum page size.");

    /// <summary>A timeline has too many instants, or none.</summary>
    public static readonly ErrorCode TimelineOutOfRange =
        Plan("TIMELINE_OUT_OF_RANGE", "`timeline` has more than 400 instants up to the present, or `from` is later than `to`.");

    /// <summary>A cumulative share of a page that is counted from the end.</summary>
    public static readonly ErrorCode CumulativeFromTheEnd =
        Plan("CUMULATIVE_FROM_THE_END", "A cumulative share requires forward paging: `first` and `after`, not `last` and `before`.");

    /// <summary>The operation is of a kind that is not supported, or a mutation of the past.</summary>
    public static readonly ErrorCode OperationNotSupported =
        Plan("OPERATION_NOT_SUPPORTED",
        "The operation is a subscription, a mutation when nothing can be written, or a mutation that asks for the past with the `As-Of` " +
        "header or with `timeline`.");

    /// <summary>The role may not do what is requested.</summary>
    public static readonly ErrorCode Forbidden =
        new("FORBIDDEN", Stage.Plan, 403, 200,
        "The role of the request may not read a field or type that the request names, or may not change data. The extensions name the " +
        "field and the roles that may.");

    // Run

    /// <summary>The SQL statements took longer than allowed and were interrupted.</summary>
    public static readonly ErrorCode Timeout =
        new("TIMEOUT", Stage.Run, 503, 200, "The SQL statements took longer than allowed and were interrupted.");

    /// <summary>The response could contain, or gathers, more than allowed. Ask for smaller pages, or for fewer lists inside
    /// lists.</summary>
    public static readonly ErrorCode AnswerTooLarge =
        new("ANSWER_TOO_LARGE", Stage.Run, 422, 200,
        "The response could contain more rows or bytes than allowed, as computed from its page sizes and the number of rows that exist " +
        "(`AnswerRows`, `AnswerBytes`), or gathers more in memory before it is written (`GatheredRows`, `GatheredBytes`). The extensions " +
        "give the limit, the value found and the list with the most rows. Ask for smaller pages, or for fewer lists inside lists.");

    /// <summary>Other responses use the memory that this one needs.</summary>
    public static readonly ErrorCode ServerBusy = new("SERVER_BUSY", Stage.Run, 503, 200,
        "The responses in progress use all the memory allowed to them together: twice `GatheredBytes`. Try again in a moment.");

    /// <summary>The rows of more than 50 groups are requested.</summary>
    public static readonly ErrorCode TooManyGroupRows = new("TOO_MANY_GROUPS_WITH_ROWS", Stage.Run, 422, 200,
        "The query asks for the rows of more than 50 groups. Ask for a page of fewer groups, or for the rows without groups.");

    /// <summary>A sum is out of the range of its type.</summary>
    public static readonly ErrorCode SumOverflow =
        new("SUM_OVERFLOW", Stage.Run, 422, 200,
        "A sum is out of the range of its type: a `Long` has 64 bits, and a `Decimal` or `TimeSpan` is a 64-bit number of its smallest " +
        "units. Sum fewer rows, or ask for the average.");

    /// <summary>An instant in the future.</summary>
    public static readonly ErrorCode AsOfInFuture =
        new("AS_OF_IN_FUTURE", Stage.Run, 400, 200, "The instant is in the future: what will have been recorded by then is not known.");

    /// <summary>An instant before the first change.</summary>
    public static readonly ErrorCode AsOfBeforeFirst = new("AS_OF_BEFORE_FIRST_CHANGE", Stage.Run, 400, 200,
        "Nothing had been recorded yet at the instant. The message gives the time of the first change.");

    /// <summary>A change that does not exist.</summary>
    public static readonly ErrorCode AsOfUnknown =
        new("AS_OF_UNKNOWN_CHANGE", Stage.Run, 400, 200, "No change has that sequence number. The message gives the last one.");

    /// <summary>Differences from a later to an earlier instant.</summary>
    public static readonly ErrorCode DifferencesBackward =
        new("DIFFERENCES_BACKWARD", Stage.Run, 400, 200,
        "Differences go from an earlier to a later instant, but `from` is later than `to` or, without `to`, later than the instant of " +
        "the `As-Of` header.");

    /// <summary>A change token that belongs to another log.</summary>
    public static readonly ErrorCode ChangeTokenUnknown =
        new("CHANGE_TOKEN_UNKNOWN", Stage.Run, 410, 200,
        "The token in `changedSince` does not belong to this log: the database was replaced, or restored from a backup. Pull everything " +
        "again, and continue from the token that comes with it.");

    // Write: one field of the response is null, and the rest is valid.

    /// <summary>Quantities of different kinds.</summary>
    public static readonly ErrorCode QuantitiesDiffer =
        Write("QUANTITIES_DIFFER",
        "A sum or an average covers quantities of several units or roles, of several subjects that do not add up to a common total, or " +
        "of areas and parts of them; or a change covers quantities of several units, subjects or areas, or periods of different lengths. " +
        "The extensions list the fields in which they differ. Filter by these fields.");

    /// <summary>Quantities of one kind that do not add.</summary>
    public static readonly ErrorCode QuantitiesNotAdditive =
        Write("QUANTITIES_NOT_ADDITIVE",
        "A sum or an average covers percentages or averages, whose weights are not known; values of several areas or subjects that are " +
        "not all of the same period or day; or, for the same subject and area, values of several reports or of periods that overlap. " +
        "Filter until there is one of them.");

    /// <summary>A change with several baselines or levels.</summary>
    public static readonly ErrorCode ChangeAmbiguous =
        Write("CHANGE_AMBIGUOUS",
        "A change needs one baseline and one level, but there are several of one of them. The extensions say how many. Filter until " +
        "there is one of each.");

    /// <summary>Several rows have the code.</summary>
    public static readonly ErrorCode CodeAmbiguous =
        Write("CODE_AMBIGUOUS",
        "Several rows have the code, each within another row, such as a county. The message and the extensions name these, and the " +
        "argument that says which one is meant.");

    /// <summary>Further errors, which are not listed.</summary>
    public static readonly ErrorCode ErrorsLeftOut =
        Write("ERRORS_LEFT_OUT",
        "More fields have an error than `Limits:Errors` allows, and the further errors are not listed. The extensions give the total " +
        "number.");

    /// <summary>All codes in order of declaration; must be the last member, because initializers run from top to bottom.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } =
    [
        .. typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null))
        .OfType<ErrorCode>(),
    ];

    private static ErrorCode Write(string name, string meaning) => new(name, Stage.Write, 200, 200, meaning);

    private static ErrorCode Plan(string name, string meaning) => new(name, Stage.Plan, 400, 200, meaning);
}
