using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;

namespace ReformGraph.OData;

/// <summary>A list or a reference below the rows of an entity.</summary>
/// <param name="Field">The field that leads there.</param>
/// <param name="Rows">What of its rows is asked for; null for their number alone.</param>
internal sealed record Expansion(Field Field, EntityRows? Rows)
{
    public JsonNode? Where { get; init; }

    public JsonNode? Order { get; init; }

    /// <summary>How many rows are asked for; null for all.</summary>
    public int? Top { get; init; }

    /// <summary>Whether their number is asked for.</summary>
    public bool HasCount { get; init; }
}

/// <summary>Rows of an entity, with what is expanded below them. Rows without lists have in GraphQL the JSON that OData wants.</summary>
/// <param name="entity">The entity.</param>
/// <param name="columns">The fields with one value.</param>
/// <param name="expansions">What is expanded.</param>
/// <param name="isNarrowed">Whether the columns were chosen.</param>
/// <param name="largestPage">How many rows a list below a row can have.</param>
internal sealed class EntityRows(EntityModel entity, IReadOnlyList<Field> columns, IReadOnlyList<Expansion> expansions, bool isNarrowed, int largestPage) : FeedRows
{
    private const string Option = "$expand";

    private readonly HashSet<string> exact = [.. columns.OfType<ScalarField>().Where(column => IsExact(column.Type)).Select(column => column.Name)];

    private readonly bool isPlain = expansions.All(expansion => expansion.Field is ReferenceField && expansion.Rows!.isPlain);

    public EntityModel Entity => entity;

    /// <summary>The paths of the values and lists of a row.</summary>
    public IEnumerable<string> Paths => columns.Select(column => column.Name).Concat(expansions.SelectMany(expansion => (expansion.Rows?.Paths ?? ["$count"]).Select(path => $"{expansion.Field.Name}.{path}")));

    public override string Context => string.Join(',', (isNarrowed ? columns.Select(column => column.Name) : [])
        .Concat(expansions.Where(expansion => expansion.Rows is not null).Select(expansion => $"{expansion.Field.Name}({expansion.Rows!.Context})")));

    public override string Selection(FeedDocument document) =>
        string.Join(' ', columns.Select(column => column.Name).Concat(expansions.Select(expansion => Print(expansion, document))));

    private bool HasExact => exact.Count > 0 || expansions.Any(expansion => expansion.Rows?.HasExact == true);

    public override void Write(Utf8JsonWriter json, JsonElement row, bool asTexts)
    {
        if (isPlain && !(asTexts && HasExact))
        {
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(row), skipInputValidation: true);
            return;
        }

        base.Write(json, row, asTexts);
    }

    public override void WriteMembers(Utf8JsonWriter json, JsonElement row, bool asTexts)
    {
        foreach (var member in row.EnumerateObject())
        {
            if (expansions.FirstOrDefault(expansion => expansion.Field.Name == member.Name) is { } expansion)
            {
                Write(json, expansion, member.Value, asTexts);
            }
            else
            {
                json.WritePropertyName(member.Name);
                WriteValue(json, member.Value, asTexts && exact.Contains(member.Name));
            }
        }
    }

    private void Write(Utf8JsonWriter json, Expansion expansion, JsonElement value, bool asTexts)
    {
        var name = expansion.Field.Name;
        if (expansion.Field is ReferenceField)
        {
            json.WritePropertyName(name);
            if (value.ValueKind == JsonValueKind.Null)
            {
                json.WriteNullValue();
                return;
            }

            expansion.Rows!.Write(json, value, asTexts);
            return;
        }

        if (expansion.Rows is not null && expansion.Top is null && value.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
        {
            throw new RequestErrorException(
                new RequestError(ErrorCodes.AnswerTooLarge,
                $"A row of {entity.Plural} has more than {largestPage} rows under {name}. Give it a $top, or ask for {entity.Plural}('ID')/{name}.")
                {
                    Details = new Dictionary<string, object> { [FeedErrors.Target] = $"$expand={name}" },
                });
        }

        if (expansion.HasCount)
        {
            WriteCount(json, $"{name}@odata.count", value.GetProperty("totalCount"), asTexts);
        }

        if (expansion.Rows is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var row in value.GetProperty("nodes").EnumerateArray())
        {
            expansion.Rows.Write(json, row, asTexts);
        }

        json.WriteEndArray();
    }

    private string Print(Expansion expansion, FeedDocument document)
    {
        var field = expansion.Field;
        if (field is not ListField list)
        {
            return $"{field.Name} {{ {expansion.Rows!.Selection(document)} }}";
        }

        var which = document.Argument(Option, "where", $"{list.Target.Name}FilterInput", expansion.Where);
        if (expansion.Rows is null)
        {
            return $"{field.Name}{FeedDocument.Arguments(which)} {{ totalCount }}";
        }

        var arguments = FeedDocument.Arguments(
            document.Argument(Option, "first", "Int", expansion.Top ?? largestPage),
            which,
            document.Argument(Option, "order", $"[{list.Target.Name}SortInput!]", expansion.Order));
        return $"{field.Name}{arguments} {{ {(expansion.HasCount ? "totalCount " : string.Empty)}{(expansion.Top is null ? "pageInfo { hasNextPage } " : string.Empty)}nodes {{ {expansion.Rows.Selection(document)} }} }}";
    }
}
