using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>
/// Executes what one OData request needs of the engine. A page begins after a place, which is a cursor. The cursor contains the values of
/// the order, and texts can be longer than a request line: a long cursor is replaced by the id of its row, or of a row of its group, and is
/// read again. The link states the state of the data in which the row had these values.
/// </summary>
internal sealed partial class ODataExecutor(QueryEngine engine, HttpContext context, FeedQuery query)
{
    /// <summary>The maximum number of characters of a place.</summary>
    public const int LongestPlace = 1_000;

    private const char OfRow = '~';

    private OperationCost spent;

    /// <summary>A request to the engine, for the sender of this one.</summary>
    public ReadRequest Asked(ReadRequest request)
    {
        var actor = context.Features.GetRequiredFeature<Actor>();
        var asOf = HistoryHeaders.InstantOf(context.Request); // a malformed header is refused even beside another instant
        return request with
        {
            AsOf = query.AsOf ?? asOf,
            Role = actor.RoleScope,
            Actor = actor.Name,
            IsStamped = true,
            IsTokened = true,
            TakesValueConditions = true,
            Since = query.Since,
            Count = SensitiveRead.CountOf(context),
        };
    }

    /// <summary>The same as of the state of another response.</summary>
    public ReadRequest Asked(ReadRequest request, long? sequence) =>
        sequence is null ? Asked(request) : Asked(request) with { AsOf = new(sequence, null) };

    /// <summary>Reads, and writes the result.</summary>
    /// <param name="request">The request.</param>
    /// <param name="write">Writes the result.</param>
    public async Task<ResponseHead> ReadAsync(ReadRequest request, Action<QueryResult> write)
    {
        try
        {
            var prepared = engine.Prepare(request);
            CostHeaders.Spend(context, prepared.Cost, spent);
            spent += prepared.Cost;
            SensitiveRead.Begin(context, prepared.Sensitive);
            return await engine.ReadAsync(prepared, write, context.RequestAborted);
        }
        catch (RequestErrorException refused) when (refused.Errors[0].Code is var code
            && (code == ErrorCodes.CursorMalformed || code == ErrorCodes.CursorOfAnotherOrder))
        {
            throw NoPlace(code);
        }
        catch (RequestErrorException refused) when (refused.Errors.Any(error => error.Code == ErrorCodes.VariableInvalid))
        {
            throw new RequestErrorException([.. refused.Errors.Select(NamingOption)]);
        }
    }

    /// <summary>The cursor after which the requested rows begin; null for the start.</summary>
    public async Task<string?> CursorAsync()
    {
        if (query.After is not [OfRow, .. var id])
        {
            return query.After;
        }

        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw NoPlace(ErrorCodes.CursorMalformed);
        }

        var condition = query.Rows is GroupRows ? null : FeedQuery.OfId(id);
        if (query.Rows is GroupRows groups)
        {
            await ReadAsync(Asked(query.KeysOf(id)), found =>
                condition = query.RowsIn(found).Groups is { Count: > 0 } page ? groups.ConditionOf(page[0].Row(0)) : null);
        }

        string? cursor = null;
        var asked = Asked(query.CursorOf(condition ?? throw NoPlace(ErrorCodes.CursorMalformed)));
        await ReadAsync(asked, found => cursor = query.PageIn(found).EndCursor);
        return cursor ?? throw NoPlace(ErrorCodes.CursorMalformed);
    }

    /// <summary>The place after a page, as written in a link.</summary>
    /// <param name="page">The page.</param>
    /// <param name="first">Its maximum number of rows.</param>
    /// <param name="after">The cursor after which it begins.</param>
    /// <param name="sequence">The state of the data.</param>
    public async Task<string> PlaceBehindAsync(FeedPage page, int first, string? after, long sequence)
    {
        if (page.EndCursor!.Length <= LongestPlace)
        {
            return page.EndCursor;
        }

        string? id = null;
        await ReadAsync(Asked(query.LastRow(first, after, page.LastGroup), sequence), found =>
        {
            var rows = query.RowsIn(found);
            id = rows[rows.Count - 1].Text(0);
        });
        return OfRow + id;
    }

    /// <summary>Skips the rows of a <c>$skip</c>, in pages without rows: rows are sought by key and never counted one by one. Everything is
    /// as of the state of the first of these pages.</summary>
    /// <param name="after">The cursor after which they begin.</param>
    /// <param name="largestPage">The maximum page size.</param>
    public async Task<(string? After, long? Sequence)> SkipAsync(string? after, int largestPage)
    {
        long? sequence = null;
        for (var rest = query.Skip; rest > 0; rest -= largestPage)
        {
            string? last = null;
            var asked = Asked(query.Walk(Math.Min(rest, largestPage), after), sequence);
            var state = await ReadAsync(asked, found => last = query.PageIn(found).EndCursor);
            sequence ??= state.Stamp!.Sequence;
            after = last ?? after;
        }

        return (after, sequence);
    }

    private static RequestErrorException NoPlace(ErrorCode code) =>
        RequestErrors.Create(code, "The $skiptoken does not belong to this address; follow @odata.nextLink unchanged.",
        (FeedErrors.Target, "$skiptoken"));

    // A value has the name of its option, without the $ and perhaps with a number.
    private static RequestError NamingOption(RequestError error)
    {
        if (error.Code != ErrorCodes.VariableInvalid || Option().Match(error.Message) is not { Success: true } name)
        {
            return error;
        }

        var option = $"${name.Groups[1].Value}";
        return error with
        {
            Message = option + error.Message[name.Length..],
            Details = new Dictionary<string, object> { [FeedErrors.Target] = option },
        };
    }

    [GeneratedRegex("^([a-z]+)[0-9]*")]
    private static partial Regex Option();
}
