using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReformGraph.Data.Derivations;
using ReformGraph.Data.Registers;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Import;

/// <summary>A row that an import adds or changes.</summary>
/// <param name="Row">Its place in the file.</param>
/// <param name="Key">What identifies it.</param>
/// <param name="Fields">For a changed row, what differs.</param>
internal sealed record ImportedRow(int Row, string Key, IReadOnlyList<ImportedField>? Fields = null);

/// <summary>A field of a row that an import changes. Empty is no value.</summary>
internal sealed record ImportedField(string Column, string Before, string After);

/// <summary>A cell that an import rejects.</summary>
/// <param name="Row">The place of its row in the file; null if the row is wrong only in combination with others.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">The beginning of its content; null if the file does not have it.</param>
/// <param name="Rule">The rule that it violates.</param>
/// <param name="Message">What it must be, to be read after its name.</param>
internal sealed record RejectedCell(int? Row, string Column, string? Value, string Rule, Bilingual Message)
{
    /// <summary>The rejection of a table or a draft because of a row that it does not have.</summary>
    public static RejectedCell Of(InvalidRowException invalid) => new(null, invalid.Field, null, "CONSISTENT",
        new($"of {invalid.Name} must be {invalid.Expected.En}", $"（{invalid.Name}）必须是{invalid.Expected.Zh}"));
}

/// <summary>What an import does or would do: the same for a dry run and a real one. Its lists are bounded, its counts are not.</summary>
internal sealed class ImportReport
{
    private static readonly JsonSerializerOptions English = JsonIn(Language.English), Chinese = JsonIn(Language.Chinese);

    /// <summary>The entity, by its collection.</summary>
    public required string Entity { get; init; }

    /// <summary>Whether nothing should be written.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The language of its messages.</summary>
    [JsonIgnore]
    public Language Language { get; init; }

    /// <summary>How the table was read.</summary>
    public TableSource Source { get; set; } = new();

    /// <summary>The sequence number of the recorded change; null if there is none.</summary>
    public long? Change { get; set; }

    /// <summary>The number of rows in the file: the sum of the four kinds.</summary>
    public int Rows { get; set; }

    /// <summary>The number of unchanged rows.</summary>
    public int Unchanged { get; set; }

    /// <summary>The number of rejected rows. If there are any, nothing is written.</summary>
    public int Refused { get; set; }

    /// <summary>The new rows.</summary>
    public CappedList<ImportedRow> Created { get; } = new();

    /// <summary>The changed rows.</summary>
    public CappedList<ImportedRow> Changed { get; } = new();

    /// <summary>Why rows are rejected.</summary>
    public CappedList<RejectedCell> RefusedCells { get; } = new();

    /// <summary>The rows that are withdrawn because the table lacks them; null if the table is not the whole register.</summary>
    public CappedList<WithdrawnRow>? Withdrawn { get; set; }

    /// <summary>The number of rows whose existence a figure proves, as it proved that of rows that are withdrawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Proven { get; set; }

    /// <summary>How the table of an office was read; null for any other table.</summary>
    public RegisterReading? Reading { get; set; }

    /// <summary>The checks whose results differ from before; none if rows are rejected.</summary>
    public IReadOnlyList<ChangedCheck> Checks { get; set; } = [];

    /// <summary>Whether nothing is rejected.</summary>
    [JsonIgnore]
    public bool IsAccepted => RefusedCells.Total == 0;

    /// <summary>Notes how the table of an office was read, and what is rejected before its rows.</summary>
    public void Note(Register? register)
    {
        Reading = register?.Reading;
        foreach (var (row, heading, problem) in register?.Rejected ?? [])
        {
            RefusedCells.Add(new(row, heading, null, problem.Rule, problem.Message));
        }
    }

    /// <summary>The report as JSON.</summary>
    public byte[] ToJson() => Serialize(this, Language);

    /// <summary>A report about a file as JSON, with its messages in a language.</summary>
    public static byte[] Serialize<T>(T report, Language language) =>
        JsonSerializer.SerializeToUtf8Bytes(report, language is Language.Chinese ? Chinese : English);

    /// <summary>What was done, in a sentence without its full stop.</summary>
    [JsonIgnore]
    public Bilingual Summary => new(
        $"{Domain.Rules.English.Count(Rows, "row")} of {Entity}: {Unchanged} unchanged, {Changed.Total} changed, {Created.Total} added, " +
        $"{Refused} refused{(Withdrawn is null ? string.Empty : $"; {Withdrawn.Total} withdrawn")}",
        $"{Entity} 共 {Rows} 行：未变 {Unchanged}，修改 {Changed.Total}，新增 {Created.Total}，拒绝 {Refused}"
        + (Withdrawn is null ? string.Empty : $"；撤销 {Withdrawn.Total}"));

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
