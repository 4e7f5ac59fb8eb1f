using System.Text.Json.Nodes;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>What is known of a page of rows or groups when it is written.</summary>
/// <param name="HasNextPage">Whether there are more behind it.</param>
/// <param name="EndCursor">The cursor of the last; null where there is none.</param>
/// <param name="LastGroup">The condition of the last group; null where its cursor is short enough, and for rows.</param>
internal sealed record FeedPage(bool HasNextPage, string? EndCursor, JsonObject? LastGroup)
{
    public static FeedPage Read(ReadPage page, FeedRows rows)
    {
        var (next, cursor) = (page.HasNextPage, page.EndCursor);
        var groups = next && cursor?.Length > ODataExecutor.LongestPlace ? rows as GroupRows : null;
        return new(next, cursor, groups?.ConditionOf(page[page.Count - 1].Row(0)));
    }
}

/// <summary>
/// The rows of one answer. A page of the engine is one, and more where a client says how many rows it wants:
/// some take what they get for all of these,
/// and follow no link. How large an answer is, is the server's to say: one that would be too large is made smaller,
/// and its next link leads on.
/// </summary>
internal sealed class ODataPages
{
    /// <summary>How many rows an answer has at most.</summary>
    public const int MostRows = 10_000;

    private const int Smaller = 8;

    private ODataPages()
    {
    }

    /// <summary>What the engine says of the first page besides its rows.</summary>
    public ResponseHead State { get; private set; } = null!;

    /// <summary>The place behind the rows, as a link has it; null where nothing is left.</summary>
    public string? Place { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>The one answer to a query without pages.</summary>
    /// <param name="run">Asks the engine.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="asked">The same as a request of the engine.</param>
    /// <param name="body">Where it is written.</param>
    public static async Task<ODataPages> ReadAsync(ODataExecutor run, FeedQuery query, ReadRequest asked, FeedResponse body) => new()
    {
        State = await run.ReadAsync(asked, found =>
        {
            if (query.Kind == FeedKind.Count)
            {
                body.WriteCount(query.PageIn(found));
            }
            else if (query.Kind == FeedKind.Rows)
            {
                body.Add(query.PageIn(found));
            }
            else
            {
                body.Write(query.RowIn(found));
            }
        }),
    };

    /// <summary>The rows behind a place.</summary>
    /// <param name="run">Asks the engine.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="size">How many rows a page has at most.</param>
    /// <param name="largestPage">How many rows a page of the engine has at most.</param>
    /// <param name="isBound">Whether the client prefers a size of pages, so that the answer is one page.</param>
    /// <param name="after">The cursor behind which they begin.</param>
    /// <param name="body">Where they are written.</param>
    public static async Task<ODataPages> ReadAsync(ODataExecutor run, FeedQuery query, int size, int largestPage, bool isBound,
        string? after, FeedResponse body)
    {
        var pages = new ODataPages();
        var (start, sequence) = await run.SkipAsync(after, largestPage);
        var (first, wanted) = ((int)Math.Min(size, query.Top ?? size), Math.Min(query.Top ?? size, isBound ? size : MostRows));
        FeedPage? page = null;
        for (var last = (First: first, Start: start); ;)
        {
            var isFirst = page is null;
            try
            {
                (var state, page) = await ReadPageAsync(run, query, run.Asked(query.Page(first, start, goesOn: !isFirst), sequence), body);
                pages.State ??= state;
            }
            catch (RequestErrorException refused) when (refused.Errors[0].Code == ErrorCodes.AnswerTooLarge && isFirst && first > 1)
            {
                (first, wanted) = (Math.Max(1, first / Smaller), 0);
                continue;
            }
            catch (RequestErrorException refused) when (refused.Errors[0].Code == ErrorCodes.AnswerTooLarge && !isFirst)
            {
                pages.Place = await run.PlaceBehindAsync(page!, last.First, last.Start, sequence!.Value);
                return pages;
            }

            pages.Rows += first;
            sequence = pages.State.Stamp!.Sequence;
            if (!page!.HasNextPage || pages.Rows >= query.Top)
            {
                return pages;
            }

            if (pages.Rows >= wanted)
            {
                pages.Place = await run.PlaceBehindAsync(page, first, start, sequence.Value);
                return pages;
            }

            last = (first, start);
            (first, start) = ((int)Math.Min(largestPage, wanted - pages.Rows), page.EndCursor);
        }
    }

    private static async Task<(ResponseHead State, FeedPage Page)> ReadPageAsync(ODataExecutor run, FeedQuery query, ReadRequest asked,
        FeedResponse body)
    {
        FeedPage page = null!;
        var state = await run.ReadAsync(asked, found =>
        {
            var rows = query.PageIn(found);
            body.Add(rows);
            page = FeedPage.Read(rows, query.Rows);
        });
        return (state, page);
    }
}
