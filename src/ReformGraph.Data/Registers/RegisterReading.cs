using System.Text.Json.Serialization;
using ReformGraph.Data.Tables;
using ReformGraph.Domain.Rules;

namespace ReformGraph.Data.Registers;

/// <summary>How the table of an office was read.</summary>
internal sealed record RegisterReading
{
    /// <summary>The county, by its code.</summary>
    public required string County { get; init; }

    /// <summary>The columns, in the order of the file.</summary>
    public required IReadOnlyList<ReadColumn> Columns { get; init; }

    /// <summary>What the code of a row was taken from: the headings.</summary>
    public IReadOnlyList<string>? CodeFrom { get; init; }

    /// <summary>Whether the codes of rows are what they are about, because the table states none.</summary>
    [JsonIgnore]
    public bool CodesAreNames { get; init; }

    /// <summary>Whether the code of a row is its number in the table, and the county must not have the number for anything else.</summary>
    [JsonIgnore]
    public bool ChecksNumbers { get; init; }

    /// <summary>The fields that new rows must have and the table has no column for, with the texts that its title suggests for all rows;
    /// null if there are none.</summary>
    public IReadOnlyDictionary<string, string?>? Missing { get; set; }

    /// <summary>Forgets the missing fields for which no row is rejected.</summary>
    public void KeepMissing(Func<string, bool> isRefused) =>
        Missing = Missing?.Where(field => isRefused(field.Key)).ToDictionary() is { Count: > 0 } kept ? kept : null;

    /// <summary>The rows that are no rows of the register.</summary>
    public required CappedList<LeftOutRow> LeftOut { get; init; }

    /// <summary>The rows of the register that are hidden in the sheet; null if there are none.</summary>
    public CappedList<int>? HiddenRows { get; init; }

    /// <summary>The townships and villages that the table names and the county did not have, by their names; null if there are
    /// none.</summary>
    public CappedList<NewPlace>? NewPlaces { get; set; }

    /// <summary>The number of townships and villages that the county had, and that got their area codes from the codes of villages in the
    /// table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PlacesWithNewAreaCodes { get; set; }

    /// <summary>The number of synonyms that the county has now, or has with another meaning, because the mapping says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int SynonymsKept { get; set; }

    /// <summary>What the office should look at; nothing is rejected for it.</summary>
    public List<Bilingual> Warnings { get; } = [];
}

/// <summary>A column of the table of an office.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Field">The field that it sets; null if its values are not stored.</param>
internal sealed record ReadColumn(string Heading, string? Field)
{
    /// <summary>The unit of its numbers, if it is not that of the field.</summary>
    public string? Unit { get; init; }

    /// <summary>Why its values are not stored; null if they are.</summary>
    public Bilingual? NotStored { get; init; }

    /// <summary>Whether it is hidden in the sheet; null if it is not.</summary>
    public bool? Hidden { get; init; }

    /// <summary>What its values stand for: all of a code list, and others that are not stored as they are written; null for a value that
    /// was not understood.</summary>
    public IReadOnlyDictionary<string, string?>? Values { get; init; }

    /// <summary>The number of empty cells that have the value of the row above; null for none.</summary>
    public int? FilledDown { get; init; }

    /// <summary>The text of its empty cells, which the mapping gives; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the file has it.</summary>
    [JsonIgnore]
    public bool IsOfFile { get; init; } = true;

    /// <summary>Whether its heading was not understood.</summary>
    [JsonIgnore]
    public bool IsUnknown { get; init; }
}

/// <summary>A row of the file that is no row of the register.</summary>
/// <param name="Row">Its place in the file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its texts; empty for a blank row.</param>
internal sealed record LeftOutRow(int Row, RowKind Kind, string Text);

/// <summary>A township or a village that a table names and its county did not have.</summary>
/// <param name="Entity">The collection.</param>
/// <param name="Name">The name.</param>
/// <param name="Code">Its new code; null if it was not added.</param>
/// <param name="Row">The first row that names it.</param>
internal sealed record NewPlace(string Entity, string Name, string? Code, int Row);

/// <summary>What a row of a table is.</summary>
internal enum RowKind
{
    /// <summary>A row of the register.</summary>
    Data,

    /// <summary>A row without values, or with nothing but a number.</summary>
    Blank,

    /// <summary>What stands above the header, and headings that are repeated.</summary>
    Title,

    /// <summary>A total of all rows.</summary>
    Total,

    /// <summary>A total of a group of rows.</summary>
    Subtotal,

    /// <summary>A part of the row above, as in 其中：校舍.</summary>
    Part,

    /// <summary>A note, or the heading of a group of rows.</summary>
    Note,

    /// <summary>The name of the township of the rows below it.</summary>
    Township,

    /// <summary>The header of another table.</summary>
    Header,
}
