using System.Text.Json.Nodes;
using ReformGraph.Engine.Errors;
using ReformGraph.Engine.Modeling;
using ReformGraph.Engine.Planning;
using ReformGraph.Engine.Writing;

namespace ReformGraph.OData;

/// <summary>A list or a reference below the rows of an entity.</summary>
/// <param name="Field">The field of the list or reference.</param>
/// <param name="Rows">What is requested of its rows; null for only their number.</param>
internal sealed record Expansion(Field Field, EntityRows? Rows)
{
    public JsonNode? Where { get; init; }

    public JsonNode? Order { get; init; }

    /// <summary>The requested number of rows; null for all.</summary>
    public int? Top { get; init; }

    /// <summary>Whether their number is requested.</summary>
    public bool HasCount { get; init; }

    /// <summary>Its name as a member.</summary>
    public byte[] Lead { get; } = FeedText.Lead(Field.Name);

    /// <summary>The name of the member that has their number.</summary>
    public byte[] CountLead { get; } = FeedText.Lead($"{Field.Name}@odata.count");
}

/// <summary>Rows of an entity, with what is expanded below them. Without lists, the JSON of a row in GraphQL is already that of
/// OData.</summary>
/// <param name="entity">The entity.</param>
/// <param name="columns">The fields with one value.</param>
/// <param name="expansions">What is expanded.</param>
/// <param name="isNarrowed">Whether the columns were selected.</param>
/// <param name="largestPage">The maximum number of rows in a list below a row.</param>
internal sealed class EntityRows(EntityModel entity, IReadOnlyList<Field> columns, IReadOnlyList<Expansion> expansions, bool isNarrowed,
    int largestPage) : FeedRows
{
    private const string Option = "$expand";

    private readonly (byte[] Lead, bool IsExact)[] members =
        [.. columns.Select(column => (FeedText.Lead(column.Name), FeedText.IsExact((column as ScalarField)?.Type)))];

    private readonly bool isPlain = expansions.All(expansion => expansion.Field is ReferenceField && expansion.Rows!.isPlain);

    private readonly bool hasExact = columns.Any(column => FeedText.IsExact((column as ScalarField)?.Type))
        || expansions.Any(expansion => expansion.Rows?.hasExact == true);

    public EntityModel Entity => entity;

    /// <summary>The paths of the values and lists of a row.</summary>
    public IEnumerable<string> Paths =>
        columns.Select(column => column.Name).Concat(
        expansions.SelectMany(expansion => (expansion.Rows?.Paths ?? ["$count"]).Select(path => $"{expansion.Field.Name}.{path}")));

    public override string Context => string.Join(',', (isNarrowed ? columns.Select(column => column.Name) : [])
        .Concat(expansions.Where(expansion => expansion.Rows is not null)
        .Select(expansion => $"{expansion.Field.Name}({expansion.Rows!.Context})")));

    public override IReadOnlyList<ReadField> Fields(FeedValues values) =>
        [.. columns.Select(column => ReadField.Of(column)), .. expansions.Select(expansion => FieldOf(expansion, values))];

    public override void Write(FeedText to, ReadRow row)
    {
        if (isPlain && !(to.HasExactTexts && hasExact))
        {
            row.Write(to.Json);
            return;
        }

        base.Write(to, row);
    }

    public override void WriteMembers(FeedText to, ReadRow row)
    {
        for (var field = 0; field < members.Length; field++)
        {
            to.Name(members[field].Lead);
            to.Value(row, field, members[field].IsExact);
        }

        foreach (var (place, expansion) in expansions.Index())
        {
            var field = members.Length + place;
            if (expansion.Field is ReferenceField)
            {
                WriteReference(to, expansion, row.Row(field));
            }
            else
            {
                WriteList(to, expansion, row.Page(field));
            }
        }
    }

    private static void WriteReference(FeedText to, Expansion expansion, ReadRow row)
    {
        to.Name(expansion.Lead);
        if (row.IsNull)
        {
            to.Json.Null();
            return;
        }

        expansion.Rows!.Write(to, row);
    }

    private void WriteList(FeedText to, Expansion expansion, ReadPage page)
    {
        if (expansion.Rows is not null && expansion.Top is null && page.HasNextPage)
        {
            var name = expansion.Field.Name;
            throw new RequestErrorException(
                new RequestError(ErrorCodes.AnswerTooLarge,
                $"A row of {entity.Plural} has more than {largestPage} rows in {name}. Give {name} a $top, or ask for " +
                $"{entity.Plural}('ID')/{name}.")
                {
                    Details = new Dictionary<string, object> { [FeedErrors.Target] = $"$expand={name}" },
                });
        }

        if (expansion.HasCount)
        {
            to.Count(expansion.CountLead, page.Total);
        }

        if (expansion.Rows is null)
        {
            return;
        }

        to.Name(expansion.Lead);
        to.Json.Raw('[');
        for (var number = 0; number < page.Count; number++)
        {
            to.Json.Separate(number);
            expansion.Rows.Write(to, page[number]);
            to.RefuseLong();
        }

        to.Json.Raw(']');
    }

    private ReadField FieldOf(Expansion expansion, FeedValues values)
    {
        if (expansion.Field is not ListField list)
        {
            return ReadField.Of(expansion.Field, expansion.Rows!.Fields(values));
        }

        var which = values.Argument(Option, ReadArgument.Where, expansion.Where);
        if (expansion.Rows is null)
        {
            return ReadField.Of(list, [.. which], ReadField.TotalCount);
        }

        ReadArgument[] arguments =
        [
            .. which,
            .. values.Argument(Option, ReadArgument.First, expansion.Top ?? largestPage),
            .. values.Argument(Option, ReadArgument.Order, expansion.Order),
        ];
        return ReadField.Of(
            list,
            arguments,
            [
                .. expansion.HasCount ? [ReadField.TotalCount] : (ReadField[])[],
                .. expansion.Top is null ? [ReadField.PageInfo(ReadField.HasNextPage)] : (ReadField[])[],
                ReadField.Nodes(expansion.Rows.Fields(values)),
            ]);
    }
}
