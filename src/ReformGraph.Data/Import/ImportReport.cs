using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Entities;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Import;

/// <summary>A row that an import adds or changes.</summary>
/// <param name="Row">Where it stands in the file.</param>
/// <param name="Key">By what it is recognised.</param>
/// <param name="Fields">For a changed row, what differs.</param>
internal sealed record ImportedRow(int Row, string Key, IReadOnlyList<ImportedField>? Fields = null);

/// <summary>A field of a row that an import changes. Empty is no value.</summary>
internal sealed record ImportedField(string Column, string Before, string After);

/// <summary>A cell that an import refuses.</summary>
/// <param name="Row">Where its row stands in the file; null where a row is wrong only beside others.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">The beginning of what it holds; null where the file does not have it.</param>
/// <param name="Rule">The rule that it does not keep.</param>
/// <param name="Message">What it must be, behind its name.</param>
internal sealed record RejectedCell(int? Row, string Column, string? Value, string Rule, Bilingual Message);

/// <summary>A check whose result an import changes.</summary>
internal sealed record ChangedCheck(string Code, CheckResult? Before, CheckResult? After);

/// <summary>What a check has found.</summary>
internal sealed record CheckResult(CheckStatus Status, decimal? Expected, decimal? Actual, decimal? Difference);

/// <summary>What an import does, or would do: the same for a dry run and for a real one. Its lists are bounded,
/// its counts are not.</summary>
internal sealed class ImportReport
{
    private static readonly JsonSerializerOptions English = JsonIn(Language.English), Chinese = JsonIn(Language.Chinese);

    /// <summary>The entity, by its collection.</summary>
    public required string Entity { get; init; }

    /// <summary>Whether nothing was to be written.</summary>
    public required bool DryRun { get; init; }

    /// <summary>In which language it tells what is refused.</summary>
    [JsonIgnore]
    public Language Language { get; init; }

    /// <summary>How the table was read.</summary>
    public TableSource Source { get; set; } = new();

    /// <summary>The sequence number of the change that it was recorded as; null where none was.</summary>
    public long? Change { get; set; }

    /// <summary>How many rows the file has: the sum of the four kinds.</summary>
    public int Rows { get; set; }

    /// <summary>How many rows are as they were.</summary>
    public int Unchanged { get; set; }

    /// <summary>How many rows are refused. If any is, nothing is written.</summary>
    public int Refused { get; set; }

    /// <summary>The rows that are new.</summary>
    public CappedList<ImportedRow> Created { get; } = new();

    /// <summary>The rows that are changed.</summary>
    public CappedList<ImportedRow> Changed { get; } = new();

    /// <summary>Why rows are refused.</summary>
    public CappedList<RejectedCell> RefusedCells { get; } = new();

    /// <summary>The checks that come out otherwise than before; none where rows are refused.</summary>
    public IReadOnlyList<ChangedCheck> Checks { get; set; } = [];

    /// <summary>Whether nothing is refused.</summary>
    [JsonIgnore]
    public bool IsAccepted => RefusedCells.Total == 0;

    /// <summary>The report as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Language is Language.Chinese ? Chinese : English);

    /// <summary>What was done, in a sentence without its end.</summary>
    [JsonIgnore]
    public Bilingual Summary => new(
        $"{Domain.Rules.English.Count(Rows, "row")} of {Entity}: {Unchanged} unchanged, {Changed.Total} changed, {Created.Total} added, " +
        $"{Refused} refused",
        $"{Entity} 共 {Rows} 行：未变 {Unchanged}，修改 {Changed.Total}，新增 {Created.Total}，拒绝 {Refused}");

    private static JsonSerializerOptions JsonIn(Language language) => new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper), new BilingualJson(language) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed class BilingualJson(Language language) : JsonConverter<Bilingual>
    {
        public override Bilingual Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Bilingual value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.In(language));
    }
}
