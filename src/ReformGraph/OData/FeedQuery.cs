using System.Text.Json.Nodes;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;
using ReformGraph.History;

namespace ReformGraph.OData;

/// <summary>
/// An OData request in the engine's terms. Input: an address. Output: read requests, for a page of rows or for one row, and the place of
/// the rows in their results. It rejects what is malformed, and what no query can express; it reads no data.
/// </summary>
internal sealed class FeedQuery
{
    /// <summary>The maximum of <c>$skip</c>, because each skipped row is read.</summary>
    public const int LongestSkip = 10_000;

    private const string Key = "id";

    private static readonly ReadField PageInfo = ReadField.PageInfo(ReadField.HasNextPage, ReadField.EndCursor);

    private const string HowNumbersAreWritten =
        " An aggregate is PROPERTY with METHOD as NAME, where METHOD is sum, min, max, average or countdistinct, or $count as NAME.";

    private readonly FeedAddress address;
    private readonly JsonNode? where;
    private readonly JsonObject? having;
    private readonly JsonArray? order;
    private readonly GroupRows? groups;

    private FeedQuery(FeedModel model, FeedAddress address, FeedOptions options, int largestPage)
    {
        this.address = address;
        AsOf = options[FeedOptions.AsOf] is { } asOf ? Instant(asOf) : null;
        var (parser, now) = (options.Parser, new FeedNow(options[FeedNow.Option]));
        if (FeedOptions.Parsed("$apply", parser.ParseApply, HowNumbersAreWritten) is { } apply)
        {
            var translation = GroupTranslation.Translate(apply, address.Entity, model, now);
            translation.Choose(FeedOptions.Parsed("$filter", parser.ParseFilter));
            groups = translation.Rows;
            where = translation.Where;
            having = translation.Having;
            order = translation.OrderOf(FeedOptions.Parsed("$orderby", parser.ParseOrderBy));
            Rows = groups;
        }
        else if (address.Column is { } column)
        {
            Rows = new EntityRows(address.Entity, [column], [], isNarrowed: true, largestPage);
        }
        else
        {
            where = FilterTranslation.Translate(FeedOptions.Parsed("$filter", parser.ParseFilter), model, now, "$filter");
            order = OrderTranslation.Translate(FeedOptions.Parsed("$orderby", parser.ParseOrderBy), model, now, "$orderby");
            Rows = new SelectionTranslation(model, now, largestPage).Translate(address.Entity,
                FeedOptions.Parsed("$expand, $select", parser.ParseSelectAndExpand), "$select");
        }

        where = Both(where,
            IncrementalPull.FirstRecorded(address.Entity, options[IncrementalPull.RangeStart], options[IncrementalPull.RangeEnd]));
        Now = now.Used;
        Top = FeedOptions.Parsed("$top", parser.ParseTop);
        Skip = FeedOptions.Parsed("$skip", parser.ParseSkip) is { } skip ? Whole(skip, LongestSkip, "$skip") : 0;
        HasCount = FeedOptions.Parsed("$count", parser.ParseCount) == true;
        After = options["$skiptoken"];
        Since = IncrementalPull.Since(address.Entity, options[IncrementalPull.ChangedSince]);
        if (Since is not null)
        {
            Rows = ChangedOf(model, address, (EntityRows)Rows);
        }
    }

    public FeedKind Kind => address.Kind;

    public FeedRows Rows { get; }

    /// <summary>The requested number of rows; null for all.</summary>
    public long? Top { get; }

    public int Skip { get; }

    public bool HasCount { get; }

    /// <summary>The place after which the page begins: a cursor, or the replacement of a long one.</summary>
    public string? After { get; }

    public AsOf? AsOf { get; }

    /// <summary>The instant that its conditions use as the present; null if they use none.</summary>
    public string? Now { get; }

    /// <summary>Up to where the client knows the changes; null if it asks for all rows.</summary>
    public ChangeToken? Since { get; }

    /// <summary>Whether later changes to its rows can be requested: they are all rows of a set, and each column belongs to the row
    /// itself.</summary>
    public bool IsTrackable => Since is not null
        || (Rows is EntityRows rows && Kind == FeedKind.Rows && address is { Id: null, Entity.IsVersioned: true } && where is null
        && Top is null && Skip == 0 && IncrementalPull.Untracked(address.Entity, [.. rows.Paths], Key) is null);

    /// <summary>Whether the requested value can be inexact for a client whose numbers are IEEE 754 doubles.</summary>
    public bool IsExact => FeedText.IsExact((address.Column as ScalarField)?.Type);

    /// <summary>Whether all rows are aggregated to one, which is not paged.</summary>
    public bool IsTotal => groups is { Keys.Count: 0 };

    /// <summary>Whether the response is a page of rows.</summary>
    public bool IsPaged => Kind == FeedKind.Rows && !IsTotal;

    /// <summary>The fragment of the context URL.</summary>
    public string Context
    {
        get
        {
            var set = address.Entity.Plural;
            return address.Column is not null
                ? address.Path
                : (Rows.Context.Length == 0 ? set : $"{set}({Rows.Context})")
                + (Kind == FeedKind.Row ? "/$entity" : Since is null ? string.Empty : "/$delta");
        }
    }

    /// <exception cref="RequestErrorException">The address is malformed, or no query can express it.</exception>
    public static FeedQuery Translate(FeedModel model, FeedAddress address, FeedOptions options, int largestPage) =>
        new(model, address, options, largestPage);

    /// <summary>A page of rows.</summary>
    /// <param name="first">Its maximum number of rows.</param>
    /// <param name="after">The cursor after which it begins.</param>
    /// <param name="goesOn">Whether a previous page stated the number of rows.</param>
    public ReadRequest Page(int first, string? after, bool goesOn = false)
    {
        var values = new FeedValues();
        var rows = ReadField.Nodes(Rows.Fields(values));
        return List(values, first, after, HasCount && !goesOn ? [ReadField.TotalCount, PageInfo, rows] : [PageInfo, rows]);
    }

    /// <summary>A page without its rows.</summary>
    public ReadRequest Walk(int first, string? after) => List(new FeedValues(), first, after, [PageInfo]);

    /// <summary>The last row of a page, or a row of its last group.</summary>
    /// <param name="first">The maximum number of rows on the page.</param>
    /// <param name="after">The cursor after which it begins.</param>
    /// <param name="last">The condition of the last group; null for rows.</param>
    public ReadRequest LastRow(int first, string? after, JsonObject? last)
    {
        var values = new FeedValues();
        ReadField[] ids = [ReadField.Nodes(ReadField.Of(address.Entity.Key))];
        return last is null
            ? List(values, first, after, ids)
            : Rooted(values, [.. Where(values, last), .. values.Argument("$top", ReadArgument.First, 1)], ids);
    }

    /// <summary>The keys of the group to which a row belongs.</summary>
    /// <param name="id">The id of the row.</param>
    public ReadRequest KeysOf(string id)
    {
        var values = new FeedValues();
        var keys = ReadField.Groups([.. values.Argument("$apply", ReadArgument.By, groups!.By)], ReadField.Nodes(groups.Key));
        return Rooted(values, [.. values.Argument("$skiptoken", ReadArgument.Where, OfId(id))], [keys]);
    }

    /// <summary>The cursor of a row, or of a group.</summary>
    /// <param name="condition">The condition of the row, or of the group.</param>
    public ReadRequest CursorOf(JsonObject condition) => List(new FeedValues(), 1, null, [PageInfo], condition);

    /// <summary>One row, the number of rows, or the aggregate of all rows.</summary>
    public ReadRequest Single()
    {
        var values = new FeedValues();
        var fields = Kind == FeedKind.Count ? [ReadField.TotalCount] : Rows.Fields(values);
        return Rooted(values, Kind is FeedKind.Row or FeedKind.Property or FeedKind.Value ? [] : [.. Where(values, null)], fields);
    }

    /// <summary>The resulting page, of groups if there are any.</summary>
    /// <exception cref="RequestErrorException">The row in the address does not exist.</exception>
    public ReadPage PageIn(QueryResult found) => groups is not null && !IsTotal ? RowsIn(found).Groups : RowsIn(found);

    /// <summary>The resulting page of rows, including those of groups.</summary>
    /// <exception cref="RequestErrorException">The row in the address does not exist.</exception>
    public ReadPage RowsIn(QueryResult found) => address.Id is null ? found.Page(0) : RootIn(found).Page(0);

    /// <summary>The resulting row; null if a reference is null.</summary>
    /// <exception cref="RequestErrorException">The row in the address does not exist.</exception>
    public ReadRow RowIn(QueryResult found) => address.Navigation is null ? RootIn(found) : RootIn(found).Row(0);

    /// <summary>The condition that only one row meets.</summary>
    public static JsonObject OfId(string id) => new() { [Key] = new JsonObject { ["eq"] = id } };

    /// <summary>A whole number with a limit.</summary>
    /// <exception cref="RequestErrorException">It exceeds the limit.</exception>
    public static int Whole(long number, int most, string option) =>
        number <= most ? (int)number : throw FeedErrors.NotSupported(option, $"{number} is more than the maximum here, {most}.");

    private static Engine.Planning.AsOf Instant(string asOf) =>
        Engine.Planning.AsOf.Parse(asOf) ?? throw new RequestErrorException(new RequestError(
            ServerErrorCodes.AsOfMalformed, $"asOf must be {Engine.Planning.AsOf.Form} (a + is written %2B).")
        {
            Details = new Dictionary<string, object> { [FeedErrors.Target] = FeedOptions.AsOf },
        });

    private static JsonNode? Both(JsonNode? where, JsonNode? recorded) => where is null || recorded is null
        ? where ?? recorded : new JsonObject { ["and"] = new JsonArray(where, recorded) };

    private ReadRequest List(FeedValues values, int first, string? after, IReadOnlyList<ReadField> fields, JsonNode? condition = null)
    {
        ReadArgument[] page =
        [
            .. values.Argument("$top", ReadArgument.First, first),
            .. values.Argument("$skiptoken", ReadArgument.After, after),
        ];
        if (Rows is ChangedRows changed)
        {
            var since = values.Argument(IncrementalPull.ChangedSince, ReadArgument.From, Since!.At.ToInput());
            return new ReadRequest(ReadField.Rows(changed.Differences, [.. page, .. since], fields));
        }

        page = [.. page, .. values.Argument("$orderby", ReadArgument.Order, order)];
        if (groups is null)
        {
            return Rooted(values, [.. page, .. Where(values, condition)], fields);
        }

        ReadArgument[] chosen =
        [
            .. page,
            .. values.Argument("$apply", ReadArgument.Having, having),
            .. values.Argument("$apply", ReadArgument.By, groups.By),
        ];
        return Rooted(values, [.. Where(values, condition)], [ReadField.Groups(chosen, fields)]);
    }

    private static ChangedRows ChangedOf(FeedModel model, FeedAddress address, EntityRows rows)
    {
        if (address.Id is not null)
        {
            throw FeedErrors.NotSupported(IncrementalPull.ChangedSince,
                "changedSince applies to a whole entity set, not to a list below a row.");
        }

        IncrementalPull.RequireTracked(address.Entity, [.. rows.Paths], Key);
        return new ChangedRows(rows, model.DifferencesOf(address.Entity));
    }

    private IEnumerable<ReadArgument> Where(FeedValues values, JsonNode? condition) => values.Argument(
        groups is null ? "$filter" : "$apply",
        ReadArgument.Where,
        where is not null && condition is not null
            ? new JsonObject { ["and"] = new JsonArray(where.DeepClone(), condition) } : where ?? condition);

    private ReadRow RootIn(QueryResult found) => found.Row(0) is { IsNull: false } row
        ? row : throw FeedErrors.NotFound("path", $"There is no row '{address.Id}' in {address.Root.Plural}.");

    private ReadRequest Rooted(FeedValues values, IReadOnlyList<ReadArgument> arguments, IReadOnlyList<ReadField> fields)
    {
        if (address.Id is null)
        {
            return new ReadRequest(ReadField.Rows(address.Root, arguments, fields));
        }

        var id = values.Named("path", address.Id);
        var below = address.Navigation switch
        {
            null => fields,
            ListField list => [ReadField.Of(list, arguments, fields)],
            var reference => [ReadField.Of(reference, fields)],
        };
        return new ReadRequest(ReadField.Row(address.Root, id, below));
    }
}
