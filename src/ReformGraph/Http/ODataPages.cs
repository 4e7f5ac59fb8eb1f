using System.Text.Json;
using ReformGraph.Engine;
using ReformGraph.Engine.Errors;
using ReformGraph.OData;

namespace ReformGraph.Http;

/// <summary>
/// The rows of one answer. A page of the engine is one, and more where a client says how many rows it wants: some take what they get for all of these,
/// and follow no link. How large an answer is, is the server's to say: one that would be too large is made smaller, and its next link leads on.
/// </summary>
internal sealed class ODataPages : IDisposable
{
    /// <summary>How many rows an answer has at most.</summary>
    public const int MostRows = 10_000;

    private const int Smaller = 8;

    private readonly List<JsonDocument> bodies = [];
    private readonly List<JsonElement> found = [];

    private ODataPages()
    {
    }

    /// <summary>What the first answer of the engine says besides rows.</summary>
    public ResponseHead State { get; private set; } = null!;

    /// <summary>The row, the number, or the pages of rows.</summary>
    public IReadOnlyList<JsonElement> Found => found;

    /// <summary>The place behind the rows, as a link has it; null where nothing is left.</summary>
    public string? Place { get; private set; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>The one answer to a query without pages.</summary>
    public static async Task<ODataPages> ReadAsync(ODataExecutor run, FeedQuery query, QueryRequest asked)
    {
        var pages = new ODataPages();
        pages.Add(query, await run.AnswerAsync(asked));
        return pages;
    }

    /// <summary>The rows behind a place.</summary>
    /// <param name="run">Asks the engine.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="size">How many rows a page has at most.</param>
    /// <param name="largestPage">How many rows a page of the engine has at most.</param>
    /// <param name="isBound">Whether the client prefers a size of pages, so that the answer is one page.</param>
    /// <param name="after">The cursor behind which they begin.</param>
    public static async Task<ODataPages> ReadAsync(ODataExecutor run, FeedQuery query, int size, int largestPage, bool isBound,
        string? after)
    {
        var pages = new ODataPages();
        var (start, sequence) = await run.SkipAsync(after, largestPage);
        var (first, wanted) = ((int)Math.Min(size, query.Top ?? size), Math.Min(query.Top ?? size, isBound ? size : MostRows));
        var last = (First: first, Start: start);
        for (var bytes = 0; ;)
        {
            var isFirst = pages.found.Count == 0;
            try
            {
                var answer = await run.AnswerAsync(run.Asked(query.Page(first, start, goesOn: !isFirst), sequence),
                    ODataExecutor.MostBytes - bytes);
                pages.Add(query, answer);
                bytes += answer.Bytes;
            }
            catch (RequestErrorException refused) when (refused.Errors[0].Code == ErrorCodes.AnswerTooLarge && isFirst && first > 1)
            {
                (first, wanted) = (Math.Max(1, first / Smaller), 0);
                continue;
            }
            catch (RequestErrorException refused) when (refused.Errors[0].Code == ErrorCodes.AnswerTooLarge && !isFirst)
            {
                pages.Place = await run.PlaceBehindAsync(pages.found[^1], last.First, last.Start, sequence!.Value);
                return pages;
            }

            var page = pages.found[^1];
            pages.Rows += first;
            sequence = pages.State.Stamp!.Sequence;
            if (page.ValueKind == JsonValueKind.Null || !page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() || pages.Rows >= query.Top)
            {
                return pages;
            }

            if (pages.Rows >= wanted)
            {
                pages.Place = await run.PlaceBehindAsync(page, first, start, sequence.Value);
                return pages;
            }

            last = (first, start);
            (first, start) = ((int)Math.Min(largestPage, wanted - pages.Rows), page.GetProperty("pageInfo").GetProperty("endCursor").GetString());
        }
    }

    public void Dispose() => bodies.ForEach(body => body.Dispose());

    private void Add(FeedQuery query, (JsonDocument Answer, ResponseHead State, int Bytes) answer)
    {
        bodies.Add(answer.Answer);
        State ??= answer.State;
        found.Add(query.Read(answer.Answer.RootElement));
    }
}
