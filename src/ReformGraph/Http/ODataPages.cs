using System.Text.Json.Nodes;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>What is known about a page of rows or groups when it is written.</summary>
/// <param name="HasNextPage">Whether there are more after it.</param>
/// <param name="EndCursor">The cursor of the last row or group; null if there is none.</param>
/// <param name="LastGroup">The condition of the last group; null if its cursor is short enough, and for rows.</param>
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
/// The rows of one response: one page of the engine, or several if a client states how many rows it wants, because some clients take the
/// first response for all of them and follow no link. The server decides how large a response is: one that would be too large is made
/// smaller, and has a next link.
/// </summary>
internal sealed class ODataPages
{
    /// <summary>The maximum number of rows in a response.</summary>
    public const int MostRows = 10_000;

    private const int Smaller = 8;

    private ODataPages()
    {
    }

    /// <summary>What the engine states about the first page besides its rows.</summary>
    public ResponseHead State { get; private set; } = null!;

    /// <summary>The place after the rows, as written in a link; null if nothing is left.</summary>
    public string? Place { get; private set; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The only response to a query without pages.</summary>
    /// <param name="run">Executes a request of the engine.</param>
    /// <param name="query">The query.</param>
    /// <param name="asked">The same as a request of the engine.</param>
    /// <param name="body">The output.</param>
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

    /// <summary>The rows after a place.</summary>
    /// <param name="run">Executes a request of the engine.</param>
    /// <param name="query">The query.</param>
    /// <param name="size">The maximum number of rows.</param>
    /// <param name="largestPage">The maximum page size of the engine.</param>
    /// <param name="isBound">Whether the client prefers a page size, so that the response is one page.</param>
    /// <param name="after">The cursor after which they begin.</param>
    /// <param name="body">The output.</param>
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
