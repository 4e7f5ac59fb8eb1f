using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;
using ReformGraph.Access;
using ReformGraph.Domain.Access;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>
/// Asks the engine what one OData request needs. A page begins behind a place, which is a cursor. That holds the values that are ordered by, and texts can be longer than a
/// request line: in the place of a long one stands the id of its row, or of a row of its group, and the cursor is asked for again. The link names the state
/// of the data, in which the row is as it was.
/// </summary>
internal sealed partial class ODataExecutor(QueryEngine engine, HttpContext context, FeedQuery query)
{
    /// <summary>How many characters a place has at most.</summary>
    public const int LongestPlace = 1_000;

    // An answer is held as text, as the tree of its values and as the JSON that is made of it.
    public const int MostBytes = 4 * 1024 * 1024;

    private const char OfRow = '~';

    /// <summary>A query of the engine, for who sends the request.</summary>
    public QueryRequest Asked(QueryRequest request)
    {
        var actor = context.Features.GetRequiredFeature<Actor>();
        var asked = HistoryHeaders.Read(context.Request, request) with { Role = actor.Role.Name(), Actor = actor.Name, IsStamped = true, IsTokened = true, TakesValueConditions = true, Since = query.Since };
        return query.AsOf is null ? asked : asked with { AsOf = query.AsOf };
    }

    /// <summary>The same as of a state that another answer had.</summary>
    public QueryRequest Asked(QueryRequest request, long? sequence) => sequence is null ? Asked(request) : Asked(request) with { AsOf = new(sequence, null) };

    /// <summary>The answer.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="mostBytes">How long it can be.</param>
    public async Task<(JsonDocument Answer, ResponseHead State, int Bytes)> AnswerAsync(QueryRequest request, int mostBytes = MostBytes)
    {
        ResponseHead? state = null;
        using var text = new BoundedText(mostBytes);
        await engine.RunAsync(Prepared(request), PipeWriter.Create(text, new StreamPipeWriterOptions(leaveOpen: true)), head => state = head, context.RequestAborted);
        return (JsonDocument.Parse(text.GetBuffer().AsMemory(0, (int)text.Length), new JsonDocumentOptions { MaxDepth = 128 }), state!, (int)text.Length);
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

        var key = query.Rows is GroupRows ? Nodes(query.ReadRows(await BodyAsync(query.KeysOf(id), null)).GetProperty("groups")).FirstOrDefault() : default;
        return query.Rows is GroupRows && key.ValueKind == JsonValueKind.Undefined
            ? throw NoPlace(ErrorCodes.CursorMalformed)
            : query.Read(await BodyAsync(query.CursorOf(id, query.Rows is GroupRows ? key.GetProperty("key") : null), null)).GetProperty("pageInfo").GetProperty("endCursor").GetString() ?? throw NoPlace(ErrorCodes.CursorMalformed);
    }

    /// <summary>The place behind a page, as a link has it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="first">How many rows it has at most.</param>
    /// <param name="after">The cursor behind which it begins.</param>
    /// <param name="sequence">The state of the data.</param>
    public async Task<string> PlaceBehindAsync(JsonElement page, int first, string? after, long sequence)
    {
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        if (cursor.Length <= LongestPlace)
        {
            return cursor;
        }

        var rows = query.ReadRows(await BodyAsync(query.LastRow(first, after, Nodes(page).Last()), sequence));
        return OfRow + Nodes(rows).Last().GetProperty("id").GetString();
    }

    /// <summary>Passes by the rows of a <c>$skip</c>, in pages without rows: rows are sought by key and never counted off. All is as of the state of the first of these pages.</summary>
    /// <param name="after">The cursor behind which they begin.</param>
    /// <param name="largestPage">How many rows a page has at most.</param>
    public async Task<(string? After, long? Sequence)> SkipAsync(string? after, int largestPage)
    {
        long? sequence = null;
        for (var rest = query.Skip; rest > 0; rest -= largestPage)
        {
            var (answer, state, _) = await AnswerAsync(Asked(query.Walk(Math.Min(rest, largestPage), after), sequence));
            using var body = answer;
            sequence ??= state.Stamp!.Sequence;
            after = query.Read(body.RootElement).GetProperty("pageInfo").GetProperty("endCursor").GetString() ?? after;
        }

        return (after, sequence);
    }

    private static JsonElement.ArrayEnumerator Nodes(JsonElement connection) => connection.GetProperty("nodes").EnumerateArray();

    private async Task<JsonElement> BodyAsync(QueryRequest request, long? sequence)
    {
        using var body = (await AnswerAsync(Asked(request, sequence))).Answer;
        return body.RootElement.Clone();
    }

    private PreparedQuery Prepared(QueryRequest request)
    {
        try
        {
            return engine.Prepare(request);
        }
        catch (RequestErrorException refused) when (refused.Errors[0].Code is var code
            && (code == ErrorCodes.CursorMalformed || code == ErrorCodes.CursorOfAnotherOrder))
        {
            throw NoPlace(code);
        }
        catch (RequestErrorException refused) when (refused.Errors.Any(error => OptionOf(error) is not null))
        {
            throw new RequestErrorException(
                [.. refused.Errors.Select(error => OptionOf(error) is { } option
                ? error with { Details = new Dictionary<string, object> { [FeedErrors.Target] = option } } : error)]);
        }
    }

    private static RequestErrorException NoPlace(ErrorCode code) =>
        RequestErrors.Create(code, "The $skiptoken is not one of this address; follow @odata.nextLink as it was given.",
        (FeedErrors.Target, "$skiptoken"));

    // A variable has the name of its option.
    private static string? OptionOf(RequestError error) => Option().Match(error.Message) is { Success: true } match ? match.Value : null;

    [GeneratedRegex("^\\$[a-z]+")]
    private static partial Regex Option();

    /// <summary>The text of an answer, which must not be too long.</summary>
    private sealed class BoundedText(int mostBytes) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Length + buffer.Length <= mostBytes
            ? base.WriteAsync(buffer, cancellationToken)
            : throw RequestErrors.Create(ErrorCodes.AnswerTooLarge,
                $"The answer is larger than {MostBytes} bytes. Give the lists in $expand a smaller $top, or choose fewer properties by $select.");
    }
}
