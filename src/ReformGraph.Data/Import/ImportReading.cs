using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>What the sender of a table states about how to read it, as texts.</summary>
/// <param name="Charset">The encoding of a CSV file; null to detect it.</param>
/// <param name="Decimal">The decimal separator of a CSV file; null for a point, unless the file suggests a comma.</param>
/// <param name="Language">The language of messages; null for English.</param>
/// <param name="Sheet">The name of the sheet of a workbook; null for the first one; of a register, for the one with most known
/// headings.</param>
internal sealed record ImportReading(string? Charset, string? Decimal, string? Language, string? Sheet)
{
    /// <summary>The request with these settings.</summary>
    /// <param name="request">The request without them.</param>
    /// <param name="refuse">Creates the exception from a sentence that says why it is rejected.</param>
    public ImportRequest For(ImportRequest request, Func<string, Exception> refuse)
    {
        if ((Charset ?? Decimal) is not null && !request.Format.IsText)
        {
            throw refuse($"{(Charset is null ? "decimal" : "charset")} is for CSV and other text files only.");
        }

        if (Sheet is not null && request.Format.Extension != ".xlsx")
        {
            throw refuse("sheet is for workbooks only.");
        }

        return request with
        {
            Sheet = Sheet,
            Encoding = Charset is null
                ? null : TextEncoding.Find(Charset)
                ?? throw refuse($"charset must be one of {string.Join(", ", TextEncoding.All.Select(encoding => encoding.Name))}."),
            Decimal = Decimal switch
            {
                null => null,
                "." or "," => Decimal[0],
                _ => throw refuse("decimal must be a point or a comma."),
            },
            Language = Language switch
            {
                null or "en" => Domain.Rules.Language.English,
                "zh" => Domain.Rules.Language.Chinese,
                _ => throw refuse("language must be en or zh."),
            },
        };
    }
}
