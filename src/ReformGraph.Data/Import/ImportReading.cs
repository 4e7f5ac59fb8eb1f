using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Import;

/// <summary>What the sender of a table says of how it is to be read, as texts.</summary>
/// <param name="Charset">The encoding of a CSV file; null to find it out.</param>
/// <param name="Decimal">The decimal sign of a CSV file; null for a point, where nothing speaks for a comma.</param>
/// <param name="Language">In which language refusals are told; null for English.</param>
internal sealed record ImportReading(string? Charset, string? Decimal, string? Language)
{
    /// <summary>The request with it.</summary>
    /// <param name="request">The request without it.</param>
    /// <param name="refuse">Makes the refusal of it from a sentence that says why.</param>
    public ImportRequest For(ImportRequest request, Func<string, Exception> refuse)
    {
        if ((Charset ?? Decimal) is not null && request.Format != TableFormat.Csv)
        {
            throw refuse($"{(Charset is null ? "decimal" : "charset")} is for CSV only.");
        }

        return request with
        {
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
