using System.Text.Encodings.Web;
using System.Text.Json;
using ReformGraph.Data.Tables;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.Data.Registers;

/// <summary>
/// What a county calls the columns of a register and the values in them, as its office states it. As JSON:
/// <c>{"riskVillages": {"columns": {"联系电话": null}, "values": {"status": {"是": "RESOLVED"}}}}</c>.
/// </summary>
internal sealed class TableMapping
{
    /// <summary>The maximum length of the JSON, in bytes.</summary>
    public const int Longest = 1 << 20;

    private const string Columns = "columns", Values = "values", DefaultsPart = "defaults", Open = "?";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string?> columns = [];
    private readonly Dictionary<string, Dictionary<string, string>> values = [];
    private readonly Dictionary<string, string> defaults = [];

    /// <summary>Reads a mapping.</summary>
    /// <param name="json">The JSON, in UTF-8.</param>
    /// <param name="dataModel">The entities.</param>
    /// <param name="entity">The entity whose part is meant.</param>
    /// <param name="refuse">Creates the exception from a sentence that says what is wrong.</param>
    public static TableMapping Read(ReadOnlyMemory<byte> json, DataModel dataModel, EntityModel entity, Func<string, Exception> refuse)
    {
        if (json.Length > Longest)
        {
            throw refuse($"The mapping is longer than {Longest} bytes.");
        }

        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json, Strict);
            var mapping = new TableMapping();
            foreach (var part in Members(document.RootElement, "the mapping", refuse))
            {
                var named = dataModel.Entities.FirstOrDefault(
                    one => one.Plural == part.Name || SchemaNames.KebabCase(one.Plural) == part.Name)
                    ?? throw refuse($"The mapping has \"{TableException.Shown(part.Name)}\", which is no entity.");
                if (named.Plural == entity.Plural)
                {
                    mapping.Add(part.Value, new ImportHeadings(entity), part.Name, refuse);
                }
            }

            return mapping;
        }
        catch (JsonException damaged)
        {
            throw refuse($"The mapping is not valid JSON (line {(damaged.LineNumber ?? 0) + 1}), or has a member twice.");
        }
    }

    /// <summary>The texts of all cells that a table leaves empty or has no column for, by field. They are of the table and not of the
    /// county.</summary>
    public IReadOnlyDictionary<string, string> Defaults => defaults;

    /// <summary>What it calls columns and values: for a heading, without the name of a field, the field; for a value of a field, the
    /// value; null for a column that is left out, and for no value.</summary>
    public IEnumerable<(string? Field, string Wording, string? Meaning)> Entries => columns
        .Select(column => ((string?)null, column.Key, column.Value))
        .Concat(values.SelectMany(known => known.Value, (known, value) =>
            ((string?)known.Key, value.Key, value.Value.Length == 0 ? null : value.Value)));

    /// <summary>A heading, or a value of a field, in the form in which it is looked up.</summary>
    public static string KeyOf(string? field, string wording) =>
        field is null ? HeadingText.Normal(wording) : CountyPlaces.Plain(wording);

    /// <summary>Adds an entry; false if there is no such field or value.</summary>
    public bool TryAdd(ImportHeadings headings, string? field, string wording, string? meaning)
    {
        var isKnown = field is null ? IsColumn(headings, meaning)
            : TypeOf(headings, field) is { } type && (meaning is null || CellValue.Parse(type, meaning) is not null);
        if (isKnown)
        {
            Set(field, KeyOf(field, wording), meaning);
        }

        return isKnown;
    }

    /// <summary>This mapping, with the entries of another one that takes precedence; null for none.</summary>
    public TableMapping With(TableMapping? other)
    {
        var both = new TableMapping();
        foreach (var (field, wording, meaning) in Entries.Concat(other?.Entries ?? []))
        {
            both.Set(field, wording, meaning);
        }

        return both;
    }

    /// <summary>Whether the mapping has a heading, and the name of its field; null for a column that is left out.</summary>
    /// <param name="heading">The heading, in normal form.</param>
    /// <param name="field">The field.</param>
    public bool TryColumn(string heading, out string? field) => columns.TryGetValue(heading, out field);

    /// <summary>The names of the values of a field by what the county calls them; an empty name is no value.</summary>
    public IReadOnlyDictionary<string, string> ValuesOf(string field) => values.GetValueOrDefault(field) ?? [];

    /// <summary>The mapping by which a table was read, to be corrected: what was not understood has a question mark.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="reading">How the table was read.</param>
    public static byte[] Propose(EntityModel entity, RegisterReading reading)
    {
        var columns = reading.Columns.Where(column => column.IsOfFile).ToList();
        var part = new Dictionary<string, object>
        {
            [Columns] = columns.DistinctBy(column => column.Heading).ToDictionary(
                column => column.Heading, column => column.IsUnknown ? Open : column.Field),
            [Values] = columns.Where(column => column is { Field: not null, Values: not null }).DistinctBy(column => column.Field)
                .ToDictionary(
                    column => column.Field!, column => column.Values!.ToDictionary(value => value.Key, value => value.Value ?? Open)),
        };
        var defaults = reading.Columns.Where(column => column.Default is not null).Select(column => (column.Field!, column.Default!))
            .Concat((reading.Missing ?? new Dictionary<string, string?>()).Select(field => (field.Key, field.Value ?? Open)));
        if (defaults.ToDictionary() is { Count: > 0 } given)
        {
            part.Add(DefaultsPart, given);
        }

        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { [entity.Plural] = part }, Readable);
    }

    private void Add(JsonElement part, ImportHeadings headings, string place, Func<string, Exception> refuse)
    {
        foreach (var section in Members(part, place, refuse))
        {
            var inside = Members(section.Value, $"{place}.{section.Name}", refuse);
            Action<JsonProperty, ImportHeadings, string, Func<string, Exception>> add = section.Name switch
            {
                Columns => AddColumn,
                DefaultsPart => AddDefault,
                Values => AddValues,
                _ => throw refuse($"The mapping has {place}.{TableException.Shown(section.Name)}; expected {Columns}, {Values} and " +
                    $"{DefaultsPart}."),
            };
            foreach (var member in inside)
            {
                add(member, headings, $"{place}.{section.Name}", refuse);
            }
        }
    }

    private void AddValues(JsonProperty field, ImportHeadings headings, string place, Func<string, Exception> refuse)
    {
        place = $"{place}.{field.Name}";
        var type = TypeOf(headings, field.Name) ?? throw refuse(
                $"The mapping has {TableException.Shown(place)}, which is no field with a code list, dates or numbers.");
        foreach (var value in Members(field.Value, place, refuse))
        {
            var name = value.Value.ValueKind switch
            {
                JsonValueKind.Null => string.Empty,
                JsonValueKind.String => value.Value.GetString()!,
                _ => Open,
            };
            if (!TryAdd(headings, field.Name, value.Name, name.Length == 0 ? null : name))
            {
                throw refuse($"In the mapping, {place}.{TableException.Shown(value.Name)} is \"{TableException.Shown(name)}\"; it must " +
                    $"be {CellValue.Expectation(type)}, or null for no value.");
            }
        }
    }

    private void AddColumn(JsonProperty column, ImportHeadings headings, string place, Func<string, Exception> refuse)
    {
        if (column.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.String)
            || !TryAdd(headings, null, column.Name, column.Value.GetString()))
        {
            throw refuse($"In the mapping, {place}.{TableException.Shown(column.Name)} is " +
                $"{TableException.Shown(column.Value.GetRawText())}; it must be one of " +
                $"{string.Join(", ", headings.Given.Select(field => field.Name).Concat(RegisterVocabulary.NoFields))}, " +
                "or null for a column that is left out.");
        }
    }

    private void AddDefault(JsonProperty field, ImportHeadings headings, string place, Func<string, Exception> refuse)
    {
        var known = headings.Given.FirstOrDefault(column => column.Name == field.Name && IsGivenToAll(column))
            ?? throw refuse($"The mapping has {place}.{TableException.Shown(field.Name)}; it must be one of " +
                $"{string.Join(", ", headings.Given.Where(IsGivenToAll).Select(column => column.Name))}.");
        defaults[known.Name] = field.Value.ValueKind is JsonValueKind.String && field.Value.GetString() is { Length: > 0 } text
            && text != Open ? text : throw refuse($"In the mapping, {place}.{known.Name} is " +
                $"{TableException.Shown(field.Value.GetRawText())}; it must be a text as in a cell of the table.");
    }

    private static bool IsGivenToAll(ImportColumn column) => column is { Reference: null, Name: not "code" } or { Name: "township" };

    private void Set(string? field, string key, string? meaning)
    {
        if (field is null)
        {
            columns[key] = meaning;
        }
        else
        {
            (values.TryGetValue(field, out var known) ? known : values[field] = [])[key] = meaning ?? string.Empty;
        }
    }

    private static bool IsColumn(ImportHeadings headings, string? name) =>
        name is null || RegisterVocabulary.NoFields.Contains(name)
        || (headings.Find(name)?.Given is { } given && given.Name == name);

    private static ScalarType? TypeOf(ImportHeadings headings, string field) =>
        headings.Find(field) is { Given.Reference: null, IsText: false } found && found.Name == field ? found.Type : null;

    private static IEnumerable<JsonProperty> Members(JsonElement element, string place, Func<string, Exception> refuse) =>
        element.ValueKind is JsonValueKind.Object ? element.EnumerateObject()
        : throw refuse($"In the mapping, {TableException.Shown(place)} must be a JSON object.");
}
