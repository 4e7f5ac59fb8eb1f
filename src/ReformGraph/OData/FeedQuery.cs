using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Data.Errors;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.History;

namespace ReformGraph.OData;

/// <summary>
/// An OData request as the engine can answer it. What enters: an address. What leaves: GraphQL queries, for a page of rows or for one row,
/// and how the answers are read. It refuses what cannot be read, and what no query says; it touches no data.
/// </summary>
internal sealed class FeedQuery
{
    /// <summary>How many rows <c>$skip</c> can pass by, as each of them is read.</summary>
    public const int LongestSkip = 10_000;

    private const string Key = "id";

    private const string PageInfo = "pageInfo { hasNextPage endCursor } ";

    private const string HowNumbersAreWritten = " A number is written as PROPERTY with METHOD as NAME, its method sum, min, max, average or countdistinct, or as $count as NAME.";

    private readonly FeedAddress address;
    private readonly JsonNode? where;
    private readonly JsonObject? having;
    private readonly JsonArray? order;
    private readonly GroupRows? groups;

    private FeedQuery(FeedModel model, FeedAddress address, FeedOptions options, int largestPage)
    {
        this.address = address;
        AsOf = options[FeedOptions.AsOf] is not { } asOf
            ? null : Engine.Planning.AsOf.Parse(asOf) ?? throw new RequestErrorException(new RequestError(
            ServerErrorCodes.AsOfMalformed, $"asOf must be {Engine.Planning.AsOf.Form} (a + is written %2B).")
            {
                Details = new Dictionary<string, object> { [FeedErrors.Target] = FeedOptions.AsOf },
            });
        var (parser, now) = (options.Parser, new FeedNow(options[FeedNow.Option]));
        if (FeedOptions.Parsed("$apply", parser.ParseApply, HowNumbersAreWritten) is { } apply)
        {
            var translation = GroupTranslation.Translate(apply, model, now);
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

        if (IncrementalPull.FirstRecorded(address.Entity, options[IncrementalPull.RangeStart], options[IncrementalPull.RangeEnd]) is { } recorded)
        {
            where = where is null ? recorded : new JsonObject { ["and"] = new JsonArray(where, recorded) };
        }

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

    /// <summary>How many rows are asked for; null for all.</summary>
    public long? Top { get; }

    public int Skip { get; }

    public bool HasCount { get; }

    /// <summary>The place behind which the page begins: a cursor, or what stands for one that is long.</summary>
    public string? After { get; }

    public AsOf? AsOf { get; }

    /// <summary>The instant that its conditions take for the present; null where they ask for none.</summary>
    public string? Now { get; }

    /// <summary>Up to where the client knows the changes; null where it asks for all rows.</summary>
    public ChangeToken? Since { get; }

    /// <summary>Whether what changes behind its rows can be asked for: they are all rows of a set, and each column is of the row itself.</summary>
    public bool IsTrackable => Since is not null
        || (Rows is EntityRows rows && Kind == FeedKind.Rows && address is { Id: null, Entity.IsVersioned: true } && where is null && Top is null && Skip == 0 && IncrementalPull.Untracked(address.Entity, [.. rows.Paths], Key) is null);

    /// <summary>Whether the value that is asked for can be another for a client that knows numbers as IEEE 754 does.</summary>
    public bool IsExact => FeedRows.IsExact((address.Column as Engine.Modeling.ScalarField)?.Type);

    /// <summary>Whether all rows become one, which no page is taken of.</summary>
    public bool IsTotal => groups is { Keys.Count: 0 };

    /// <summary>The fragment of the context URL.</summary>
    public string Context
    {
        get
        {
            var set = address.Entity.Plural;
            return address.Column is not null ? address.Path : (Rows.Context.Length == 0 ? set : $"{set}({Rows.Context})") + (Kind == FeedKind.Row ? "/$entity" : Since is null ? string.Empty : "/$delta");
        }
    }

    /// <exception cref="RequestErrorException">The address cannot be read, or no query says it.</exception>
    public static FeedQuery Translate(FeedModel model, FeedAddress address, FeedOptions options, int largestPage) =>
        new(model, address, options, largestPage);

    /// <summary>A page of rows.</summary>
    /// <param name="first">How many rows it has at most.</param>
    /// <param name="after">The cursor behind which it begins.</param>
    /// <param name="goesOn">Whether a page before it said how many rows there are.</param>
    public QueryRequest Page(int first, string? after, bool goesOn = false)
    {
        var document = new FeedDocument();
        var selection = $"{(HasCount && !goesOn ? "totalCount " : string.Empty)}{PageInfo}nodes {{ {Rows.Selection(document)} }}";
        return document.Asking(List(document, first, after, selection));
    }

    /// <summary>As far as a page goes, without its rows.</summary>
    public QueryRequest Walk(int first, string? after)
    {
        var document = new FeedDocument();
        return document.Asking(List(document, first, after, PageInfo));
    }

    /// <summary>Which row is the last of a page, or a row of its last group; the only one is the last.</summary>
    /// <param name="first">How many rows the page has at most.</param>
    /// <param name="after">The cursor behind which it begins.</param>
    /// <param name="last">The last row, or group, of the page as it was read.</param>
    public QueryRequest LastRow(int first, string? after, JsonElement last)
    {
        var document = new FeedDocument();
        return document.Asking(groups is null
            ? List(document, first, after, "nodes { id }")
            : Rooted(document, "nodes { id }", Where(document, groups.ConditionOf(last.GetProperty("key"))), document.Argument("$top", "first", "Int", 1)));
    }

    /// <summary>The keys of the group to which a row belongs.</summary>
    /// <param name="id">The id of the row.</param>
    public QueryRequest KeysOf(string id)
    {
        var document = new FeedDocument();
        var groupsOfRow = $"groups({document.Argument("$apply", "by", $"[{address.Entity.Name}GroupBy!]!", groups!.By)}) {{ nodes {{ {groups.KeySelection} }} }}";
        return document.Asking(Rooted(document, groupsOfRow, document.Argument("$skiptoken", "where", $"{address.Entity.Name}FilterInput", OfId(id))));
    }

    /// <summary>The cursor of a row, or of a group.</summary>
    /// <param name="id">The id of the row.</param>
    /// <param name="key">The keys of the group; null for the row itself.</param>
    public QueryRequest CursorOf(string id, JsonElement? key)
    {
        var document = new FeedDocument();
        return document.Asking(List(document, 1, null, PageInfo, key is { } found ? groups!.ConditionOf(found) : OfId(id)));
    }

    /// <summary>One row, or the number of rows, or what all rows become.</summary>
    public QueryRequest Single()
    {
        var document = new FeedDocument();
        var selection = Kind == FeedKind.Count ? "totalCount" : Rows.Selection(document);
        return document.Asking(Kind is FeedKind.Row or FeedKind.Property or FeedKind.Value ? Rooted(document, selection) : Rooted(document, selection, Where(document, null)));
    }

    /// <summary>What an answer has where the rows, the row or the number are.</summary>
    /// <exception cref="RequestErrorException">The row of the address is not there.</exception>
    public JsonElement Read(JsonElement answer) => ReadRows(answer) is var found && groups is not null && !IsTotal ? found.GetProperty("groups") : found;

    /// <summary>What an answer has where rows are, of groups too.</summary>
    /// <exception cref="RequestErrorException">The row of the address is not there.</exception>
    public JsonElement ReadRows(JsonElement answer)
    {
        var found = answer.GetProperty("data").EnumerateObject().Single().Value;
        if (address.Id is { } id && found.ValueKind == JsonValueKind.Null)
        {
            throw FeedErrors.NotFound("path", $"There is no row '{id}' in {address.Root.Plural}.");
        }

        found = address.Navigation is { } navigation ? found.GetProperty(navigation.Name) : found;
        return address.Column is { } column && found.ValueKind != JsonValueKind.Null ? found.GetProperty(column.Name) : found;
    }

    /// <summary>A whole number that has a limit.</summary>
    /// <exception cref="RequestErrorException">It is beyond.</exception>
    public static int Whole(long number, int most, string option) =>
        number <= most ? (int)number : throw FeedErrors.NotSupported(option, $"{number} is more than the {most} that are served here.");

    private string List(FeedDocument document, int first, string? after, string selection, JsonNode? condition = null)
    {
        string[] page = [document.Argument("$top", "first", "Int", first), document.Argument("$skiptoken", "after", "String", after)];
        var entity = address.Entity.Name;
        if (Rows is ChangedRows changed)
        {
            return $"{changed.List}{FeedDocument.Arguments([document.Argument(IncrementalPull.ChangedSince, "from", "AsOfInput!", Since!.At.ToInput()), .. page])} {{ {selection} }}";
        }

        var ordered = document.Argument("$orderby", "order", groups is null ? $"[{entity}SortInput!]" : $"[{entity}GroupSortInput!]", order);
        if (groups is null)
        {
            return Rooted(document, selection, [Where(document, condition), ordered, .. page]);
        }

        var chosen = document.Argument("$apply", "having", $"{entity}AggregateFilterInput", having);
        var arguments = FeedDocument.Arguments([document.Argument("$apply", "by", $"[{entity}GroupBy!]!", groups.By), chosen, ordered, .. page]);
        return Rooted(document, $"groups{arguments} {{ {selection} }}", Where(document, condition));
    }

    private static ChangedRows ChangedOf(FeedModel model, FeedAddress address, EntityRows rows)
    {
        if (address.Id is not null)
        {
            throw FeedErrors.NotSupported(IncrementalPull.ChangedSince, "Changes are those of a whole set, not of a list below a row.");
        }

        IncrementalPull.RequireTracked(address.Entity, [.. rows.Paths], Key);
        return new ChangedRows(rows, model.DifferencesOf(address.Entity).Plural);
    }

    private string Where(FeedDocument document, JsonNode? condition) => document.Argument(
        groups is null ? "$filter" : "$apply",
        "where",
        $"{address.Entity.Name}FilterInput",
        where is not null && condition is not null ? new JsonObject { ["and"] = new JsonArray(where.DeepClone(), condition) } : where ?? condition);

    private static JsonObject OfId(string id) => new() { [Key] = new JsonObject { ["eq"] = id } };

    private string Rooted(FeedDocument document, string selection, params string[] arguments)
    {
        if (address.Id is null)
        {
            return $"{address.Root.Plural}{FeedDocument.Arguments(arguments)} {{ {selection} }}";
        }

        var inner = address.Navigation is { } navigation ? $"{navigation.Name}{FeedDocument.Arguments(arguments)} {{ {selection} }}" : selection;
        return $"{address.Root.SingleFieldName(address.Root.Key)}({document.Argument("path", "id", "ID!", address.Id)}) {{ {inner} }}";
    }
}
