using System.Text.Json.Nodes;
using ReformGraph.Engine.Errors;

namespace ReformGraph.OData;

/// <summary>An aggregate over the rows of a group.</summary>
internal sealed record NumberValue(GroupNumber Number) : FeedValue(Number.Type, Number.Alias)
{
    public override JsonNode Where(JsonObject operators) => Number.Function is null
        ? new JsonObject { ["count"] = operators }
        : new JsonObject { [Number.Function.Name] = Number.Route!.Around(operators) };
}

/// <summary>The values of groups in one condition: their keys, or their aggregates.</summary>
internal sealed class GroupValues(GroupRows rows)
{
    private bool isOfKeys;

    /// <summary>Whether it uses aggregates.</summary>
    public bool AreOfNumbers { get; private set; }

    /// <summary>An aggregate by its alias.</summary>
    /// <exception cref="RequestErrorException">There is none, or the condition also uses a key.</exception>
    public NumberValue Number(string alias, string option)
    {
        var number = rows.Numbers.FirstOrDefault(number => number.Alias == alias)
            ?? throw FeedErrors.Malformed(option, $"The groups have no {alias}.");
        AreOfNumbers = true;
        RefuseBoth(option);
        return new NumberValue(number);
    }

    /// <summary>Records that the condition uses a key.</summary>
    /// <exception cref="RequestErrorException">It is not a key, or the condition also uses an aggregate.</exception>
    public void Key(FieldRoute route, string option)
    {
        if (!rows.Keys.Any(key => key.Names.SequenceEqual(route.Names)))
        {
            throw FeedErrors.Malformed(option, $"The groups have no {route}.");
        }

        isOfKeys = true;
        RefuseBoth(option);
    }

    private void RefuseBoth(string option)
    {
        if (isOfKeys && AreOfNumbers)
        {
            throw FeedErrors.NotSupported(option,
                "Conditions on the keys of groups and on their aggregates must be separate: join the two with and.");
        }
    }
}
