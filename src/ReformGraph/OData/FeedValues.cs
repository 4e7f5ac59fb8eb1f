using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Planning;

namespace ReformGraph.OData;

/// <summary>
/// The values of a read request in the making. All that a client chose is among them, so that the plan of one selection serves for every
/// filter. Each has the name of the option that it is of, by which a refusal names it.
/// </summary>
internal sealed class FeedValues
{
    private readonly HashSet<string> names = [];

    /// <summary>An argument with its value; none where there is no value.</summary>
    public IEnumerable<ReadArgument> Argument(string option, Func<ReadValue, ReadArgument> argument, JsonNode? value) =>
        value is null ? [] : [argument(Named(option, value))];

    /// <summary>A value under the name of its option.</summary>
    public ReadValue Named(string option, JsonNode value)
    {
        var name = option.TrimStart('$');
        name = names.Contains(name) ? $"{name}{names.Count}" : name;
        names.Add(name);
        return new ReadValue(name, JsonSerializer.SerializeToElement(value));
    }
}
