using System.Text;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>Writes the rows of a response in OData's format, while the engine provides them.</summary>
/// <param name="query">The query.</param>
/// <param name="context">The context URL; null for none.</param>
/// <param name="hasExactTexts">Whether 64-bit integers and decimals are written as strings.</param>
internal sealed class FeedResponse(FeedQuery query, string? context, bool hasExactTexts) : IDisposable
{
    private static readonly byte[] Context = FeedText.Lead("@odata.context");
    private static readonly byte[] Count = FeedText.Lead("@odata.count");
    private static readonly byte[] Value = FeedText.Lead("value");
    private static readonly byte[] NextLink = FeedText.Lead("@odata.nextLink");
    private static readonly byte[] DeltaLink = FeedText.Lead("@odata.deltaLink");

    private readonly FeedText text = new(hasExactTexts);
    private int rows;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Body => text.Json.Written;

    /// <summary>Whether there is no row, or no value.</summary>
    public bool IsNothing { get; private set; }

    /// <summary>Adds the rows of a page, or the aggregate of all rows.</summary>
    /// <exception cref="RequestErrorException">The response would be too long; nothing was added.</exception>
    public void Add(ReadPage page)
    {
        var (start, before) = (text.Json.Length, rows);
        try
        {
            if (start == 0)
            {
                Begin(page);
            }

            if (query.IsTotal)
            {
                text.Json.Raw('{');
                ((GroupRows)query.Rows).WriteNumbers(text, page.Aggregate);
                text.Json.Raw('}');
            }

            for (var number = 0; number < page.Count; number++)
            {
                text.Json.Separate(rows++);
                query.Rows.Write(text, page[number]);
                text.RefuseLong();
            }
        }
        catch (RequestErrorException)
        {
            text.Json.Cut(start);
            rows = before;
            throw;
        }
    }

    /// <summary>Ends the rows.</summary>
    /// <param name="nextLink">The address of the next page; null if there is none.</param>
    /// <param name="deltaLink">The address of changes after the last page; null if it is not requested.</param>
    public void End(string? nextLink, string? deltaLink)
    {
        text.Json.Raw(']');
        if (nextLink is not null)
        {
            text.Member(NextLink, nextLink);
        }
        else if (deltaLink is not null)
        {
            text.Member(DeltaLink, deltaLink);
        }

        text.Json.Raw('}');
    }

    /// <summary>Writes the row, or one value of it.</summary>
    /// <exception cref="RequestErrorException">It would be too long.</exception>
    public void Write(ReadRow row)
    {
        var value = query.Kind == FeedKind.Row || row.IsNull ? null : row.Text(0);
        IsNothing = row.IsNull || (query.Kind != FeedKind.Row && value is null);
        if (IsNothing)
        {
            return;
        }

        if (query.Kind == FeedKind.Value)
        {
            text.Json.Raw(Encoding.UTF8.GetBytes(value!));
            return;
        }

        Begin();
        if (query.Kind == FeedKind.Row)
        {
            query.Rows.WriteMembers(text, row);
        }
        else
        {
            text.Name(Value);
            text.Value(row, 0, query.IsExact);
        }

        text.Json.Raw('}');
        text.RefuseLong();
    }

    /// <summary>Writes the number of rows.</summary>
    public void WriteCount(ReadPage page) => text.Json.Number(page.Total);

    public void Dispose() => text.Dispose();

    private void Begin()
    {
        text.Json.Raw('{');
        if (context is not null)
        {
            text.Member(Context, context);
        }
    }

    private void Begin(ReadPage first)
    {
        Begin();
        if (query.HasCount)
        {
            text.Count(Count, query.IsTotal ? 1 : first.Total);
        }

        text.Name(Value);
        text.Json.Raw('[');
    }
}
