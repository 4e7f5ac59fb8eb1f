using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>
/// Asks the engine what one OData request needs. A page begins behind a place, which is a cursor.
/// That holds the values that are ordered by, and texts can be longer than a
/// request line: in the place of a long one stands the id of its row, or of a row of its group, and the cursor is asked for again.
/// The link names the state
/// of the data, in which the row is as it was.
/// </summary>
internal sealed partial class ODataExecutor(QueryEngine engine, HttpContext context, FeedQuery query)
{
    /// <summary>How many characters a place has at most.</summary>
    public const int LongestPlace = 1_000;

    private const char OfRow = '~';

    /// <summary>A request of the engine, for who sends this one.</summary>
    public ReadRequest Asked(ReadRequest request)
    {
        var asked = HistoryHeaders.Read(context.Request, request) with
        {
            Role = context.Features.GetRequiredFeature<Actor>().Role.Name(),
            IsStamped = true,
            IsTokened = true,
            TakesValueConditions = true,
            Since = query.Since
        };
        return query.AsOf is null ? asked : asked with { AsOf = query.AsOf };
    }

    /// <summary>The same as of a state that another answer had.</summary>
    public ReadRequest Asked(ReadRequest request, long? sequence) =>
        sequence is null ? Asked(request) : Asked(request) with { AsOf = new(sequence, null) };

    /// <summary>Reads, and has what was found written.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="write">Writes it.</param>
    public async Task<ResponseHead> ReadAsync(ReadRequest request, Action<QueryResult> write)
    {
        try
        {
            return await engine.ReadAsync(request, write, context.RequestAborted);
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

    /// <summary>The cursor behind which the rows begin that are asked for; null for the start.</summary>
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

    /// <summary>The place behind a page, as a link has it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="first">How many rows it has at most.</param>
    /// <param name="after">The cursor behind which it begins.</param>
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

    /// <summary>Passes by the rows of a <c>$skip</c>, in pages without rows: rows are sought by key and never counted off.
    /// All is as of the state of the first of these pages.</summary>
    /// <param name="after">The cursor behind which they begin.</param>
    /// <param name="largestPage">How many rows a page has at most.</param>
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
