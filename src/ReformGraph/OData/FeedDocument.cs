using System.Text.Json;
using System.Text.Json.Nodes;
using ReformGraph.Engine;

namespace ReformGraph.OData;

/// <summary>
/// A GraphQL query in the making. All that a client chose stands in its variables, so that the plan of one selection serves for every filter.
/// </summary>
internal sealed class FeedDocument
{
    private readonly List<string> declarations = [];
    private readonly JsonObject variables = [];

    /// <summary>An argument with its value; nothing where there is no value. Its variable has the name of the option that it is of, by which a refusal names it.</summary>
    public string Argument(string option, string name, string type, JsonNode? value)
    {
        if (value is null)
        {
            return string.Empty;
        }

        var variable = option.TrimStart('$');
        variable = variables.ContainsKey(variable) ? $"{variable}{declarations.Count}" : variable;
        declarations.Add($"${variable}: {type}");
        variables[variable] = value.DeepClone();
        return $"{name}: ${variable} ";
    }

    /// <summary>Arguments in their parentheses; nothing where there are none.</summary>
    public static string Arguments(params string[] arguments) => string.Concat(arguments) is { Length: > 0 } some ? $"({some.TrimEnd()})" : string.Empty;

    /// <summary>The query as a request of the engine.</summary>
    public QueryRequest Asking(string selection) => new(
        declarations.Count == 0 ? $"{{ {selection} }}" : $"query ({string.Join(", ", declarations)}) {{ {selection} }}",
        null,
        JsonSerializer.SerializeToElement(variables));
}
