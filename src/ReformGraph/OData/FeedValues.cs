using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine.Planning;

namespace ReformGraph.OData;

/// <summary>
/// Collects the values of a read request. Everything that a client chose is among them, so that the plan of one selection serves for every
/// filter. Each is named after its option, which an error names.
/// </summary>
internal sealed class FeedValues
{
    private readonly HashSet<string> names = [];

    /// <summary>An argument with its value; none if there is no value.</summary>
    public IEnumerable<ReadArgument> Argument(string option, Func<ReadValue, ReadArgument> argument, JsonNode? value) =>
        value is null ? [] : [argument(Named(option, value))];

    /// <summary>A value with the name of its option.</summary>
    public ReadValue Named(string option, JsonNode value)
    {
        var name = option.TrimStart('$');
        name = names.Contains(name) ? $"{name}{names.Count}" : name;
        names.Add(name);
        return new ReadValue(name, JsonSerializer.SerializeToElement(value));
    }
}
