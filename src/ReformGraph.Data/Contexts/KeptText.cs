using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ReformGraph.Data.Contexts;

/// <summary>
/// The text of a report, by its hash. It has no history of its own: the report has the hash, and the history has the report.
/// </summary>
internal sealed class KeptText
{
    /// <summary>The SHA-256 of the text's UTF-8, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required string Text { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<KeptText>
    {
        public void Configure(EntityTypeBuilder<KeptText> builder)
        {
            builder.ToTable("ReportTexts");
            builder.HasKey(kept => kept.Sha256);
        }
    }
}

/// <summary>A sentence of a kept text, by its hash, as locators have it.</summary>
internal sealed class KeptSentence
{
    /// <summary>The SHA-256 of the sentence's UTF-8, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required string Text { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<KeptSentence>
    {
        public void Configure(EntityTypeBuilder<KeptSentence> builder)
        {
            builder.ToTable("ReportSentences");
            builder.HasKey(kept => kept.Sha256);
        }
    }
}
