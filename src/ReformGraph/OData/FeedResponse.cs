using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReformGraph.OData;

/// <summary>What an answer says besides its rows.</summary>
/// <param name="Context">The context URL; null where none is wanted.</param>
internal sealed record FeedHead(string? Context)
{
    /// <summary>Whether integers of 64 bits and decimals are written as texts.</summary>
    public bool HasExactTexts { get; init; }

    /// <summary>The address of the next page; null where there is none.</summary>
    public string? NextLink { get; init; }

    /// <summary>The address of what changes behind the last page; null where that is not asked for.</summary>
    public string? DeltaLink { get; init; }
}

/// <summary>Writes OData's JSON around what the engine has written.</summary>
internal static class FeedResponse
{
    private static readonly JsonElement One = JsonElement.Parse("1");

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <param name="query">What was asked.</param>
    /// <param name="head">What stands before and behind the rows.</param>
    /// <param name="pages">The row, or the pages of rows.</param>
    public static ReadOnlyMemory<byte> Write(FeedQuery query, FeedHead head, params IReadOnlyList<JsonElement> pages)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Json))
        {
            json.WriteStartObject();
            if (head.Context is not null)
            {
                json.WriteString("@odata.context", head.Context);
            }

            if (query.Kind == FeedKind.Property)
            {
                json.WritePropertyName("value");
                FeedRows.WriteValue(json, pages[0], head.HasExactTexts && query.IsExact);
            }
            else if (query.Kind == FeedKind.Row)
            {
                query.Rows.WriteMembers(json, pages[0], head.HasExactTexts);
            }
            else
            {
                WriteList(json, query, pages, head.HasExactTexts);
                if (head.NextLink is not null)
                {
                    json.WriteString("@odata.nextLink", head.NextLink);
                }
                else if (head.DeltaLink is not null)
                {
                    json.WriteString("@odata.deltaLink", head.DeltaLink);
                }
            }

            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    private static void WriteList(Utf8JsonWriter json, FeedQuery query, IReadOnlyList<JsonElement> pages, bool asTexts)
    {
        if (query.HasCount)
        {
            FeedRows.WriteCount(json, "@odata.count", query.IsTotal ? One : pages[0].GetProperty("totalCount"), asTexts);
        }

        json.WriteStartArray("value");
        if (query.IsTotal)
        {
            query.Rows.Write(json, pages[0], asTexts);
        }
        else
        {
            foreach (var row in pages.SelectMany(page => page.GetProperty("nodes").EnumerateArray()))
            {
                query.Rows.Write(json, row, asTexts);
            }
        }

        json.WriteEndArray();
    }
}
