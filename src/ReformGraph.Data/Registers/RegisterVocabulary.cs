using System.Text.Json;
using ReformGraph.Data.Tables;

namespace ReformGraph.Data.Registers;

/// <summary>What offices call the columns of a register and the values in them, from <c>register-headings.json</c>.</summary>
internal sealed class RegisterVocabulary
{
    /// <summary>The name of the column that numbers the rows, which is no field.</summary>
    public const string Sequence = "sequence";

    /// <summary>The name of the column with the code of the village that a row is about, which is no field.</summary>
    public const string VillageCode = "villageCode";

    /// <summary>The columns that have a meaning and are no fields.</summary>
    public static readonly string[] NoFields = [Sequence, VillageCode];

    private const string All = "all";
    private const string Resource = "register-headings.json";

    private static readonly Lazy<JsonElement> Document = new(() =>
    {
        using var resource = typeof(RegisterVocabulary).Assembly.GetManifestResourceStream(Resource)!;
        return JsonDocument.Parse(resource).RootElement;
    });

    private readonly List<(string Field, HashSet<string> Headings)> fields = [];
    private readonly HashSet<string> notStored = [];
    private readonly Dictionary<string, Dictionary<string, string>> values = [];

    /// <summary>The words of a register.</summary>
    /// <param name="entity">The name of its collection.</param>
    public RegisterVocabulary(string entity)
    {
        foreach (var part in new[] { entity, All }.Select(Part).OfType<JsonElement>())
        {
            fields.AddRange(Members(part, "fields").Select(one => (one.Name, Texts(one.Value).Select(HeadingText.Normal).ToHashSet())));
            notStored.UnionWith(part.TryGetProperty("notStored", out var none) ? Texts(none).Select(HeadingText.Normal) : []);
            foreach (var field in Members(part, "values"))
            {
                values.TryAdd(field.Name, field.Value.EnumerateObject()
                    .ToDictionary(value => PlainText.Normalize(value.Name), value => value.Value.GetString()!));
            }
        }

        Defaults = Part(entity) is { } own ? Members(own, "defaults").ToDictionary(one => one.Name, one => one.Value.GetString()!) : [];
    }

    /// <summary>The collections of the registers that have words.</summary>
    public static IEnumerable<string> Registers => Document.Value.EnumerateObject().Select(part => part.Name).Where(name => name != All);

    /// <summary>What offices write in a column of statuses.</summary>
    public StatusWords Statuses { get; } = new(Part(All)!.Value.GetProperty("statuses"));

    /// <summary>What a new row has if the table lacks the column, by field: a value, or the name of the field that it is copied from,
    /// after an equals sign.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; }

    /// <summary>The fields that a heading may mean, the likeliest first. Not all of them need exist.</summary>
    /// <param name="heading">The heading, in normal form.</param>
    public IEnumerable<string> FieldsOf(string heading) => fields.Where(one => one.Headings.Contains(heading)).Select(one => one.Field);

    /// <summary>Whether a heading is known and its values are never stored.</summary>
    public bool IsNotStored(string heading) => notStored.Contains(heading);

    /// <summary>The values of a field that offices call otherwise, by what they call them.</summary>
    public IReadOnlyDictionary<string, string> ValuesOf(string field) => values.GetValueOrDefault(field) ?? [];

    private static JsonElement? Part(string name) => Document.Value.TryGetProperty(name, out var part) ? part : null;

    private static IEnumerable<JsonProperty> Members(JsonElement part, string name) =>
        part.TryGetProperty(name, out var members) ? members.EnumerateObject() : [];

    private static IEnumerable<string> Texts(JsonElement texts) => texts.EnumerateArray().Select(text => text.GetString()!);
}
